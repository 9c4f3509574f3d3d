package io.verge.itests.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.verge.messages.compiler.Schema.Definition;
import io.verge.messages.testkit.JerText;
import io.verge.messages.testkit.RandomValues;
import io.verge.messages.testkit.Unit;
import io.verge.messages.testkit.Value;
import io.verge.messages.uper.Codec;
import io.verge.messages.uper.CodecException;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Random ETSI messages in GeoNetworking packets: tshark must dissect all of them and complain of none. */
@Tag("interop")
class TsharkInteropIT {
    private static final long SEED = 20_260_103;
    private static final int PACKETS = 300;
    /** tshark 4.0 reads this UTF8String as if its size were PER-visible, which it is not (X.691 clause 10.3). */
    private static final String UTF8_WITH_SIZE = "companyName";
    /** tshark knows the content of some regions' extensions; ours is random, so the region is a private one. */
    private static final String REGION = "regionId";

    private static final int PRIVATE_REGION = 200;

    @TempDir
    private Path folder = Path.of("");

    /**
     * The messages that tshark knows in the edition of ours, with message id, BTP port (TS 103 248) and two numeric
     * fields: one that is always there, and one that stands in many places or late.
     */
    enum Message {
        CAM(Unit.ETSI_RELEASE1, 2, 2001, "cam.generationDeltaTime", "its.deltaLatitude"),
        DENM(Unit.ETSI_RELEASE1, 1, 2002, "denm.detectionTime", "its.deltaLatitude"),
        CAM_OF_2016(Unit.ETSI_RELEASE1_2016, 2, 2001, "camv1.generationDeltaTime", "itsv1.deltaLatitude"),
        DENM_OF_2016(Unit.ETSI_RELEASE1_2016, 1, 2002, "denmv1.detectionTime", "itsv1.deltaLatitude"),
        MAPEM(Unit.ETSI_INFRASTRUCTURE, 5, 2003, "dsrc.msgIssueRevision", "dsrc.laneID"),
        SPATEM(Unit.ETSI_INFRASTRUCTURE, 4, 2004, "dsrc.revision", "dsrc.signalGroup"),
        SREM(Unit.ETSI_INFRASTRUCTURE, 9, 2007, "dsrc.second", "dsrc.requestID"),
        SSEM(Unit.ETSI_INFRASTRUCTURE, 10, 2008, "dsrc.second", "dsrc.sequenceNumber");

        private final Unit unit;
        private final int id;
        private final int port;
        private final String always;
        private final String late;

        Message(Unit unit, int id, int port, String always, String late) {
            this.unit = unit;
            this.id = id;
            this.port = port;
            this.always = always;
            this.late = late;
        }

        private String type() {
            return name().replace("_OF_2016", "");
        }

        private List<String> fields() {
            return List.of(always, late);
        }

        private int version() {
            return unit == Unit.ETSI_RELEASE1_2016 ? 1 : 2;
        }

        private byte[] packet(byte[] message) {
            return type().equals("DENM") ? EtsiPackets.inCircle(port, message) : EtsiPackets.singleHop(port, message);
        }
    }

    @BeforeAll
    static void needsTshark() throws IOException, InterruptedException {
        assumeTrue(Tshark.available(), "tshark is missing: install it");
    }

    @ParameterizedTest
    @EnumSource
    void understands(Message message) throws IOException, InterruptedException, CodecException {
        Definition type = Objects.requireNonNull(message.unit.types().get(message.type()), message.type());
        Codec<?> codec = MessageSets.codecs(message.unit).get(message.type());
        RandomValues random = RandomValues.withinRoots(SEED);
        List<Value> values = new ArrayList<>();
        List<byte[]> packets = new ArrayList<>();
        for (int i = 0; i < PACKETS; i++) {
            Value value = inRealUse(random.next(type), message);
            values.add(value);
            packets.add(message.packet(encode(codec, value)));
        }
        List<Tshark.Dissection> dissections = Tshark.dissect(folder, packets, message.fields());
        assertThat(dissections).hasSize(PACKETS);
        List<String> failures = new ArrayList<>();
        int numbers = 0;
        for (int i = 0; i < PACKETS; i++) {
            Value value = values.get(i);
            List<List<String>> expected = message.fields().stream()
                    .map(field -> numbers(value, field.substring(field.indexOf('.') + 1)))
                    .toList();
            String failure = failure(dissections.get(i), expected);
            numbers += expected.stream().mapToInt(List::size).sum();
            if (failure != null) {
                failures.add(failure + " in " + HexFormat.of().formatHex(packets.get(i)));
            }
        }
        System.out.println("%s: %d packets, %d dissected without complaint, %d numbers compared"
                .formatted(message, PACKETS, PACKETS - failures.size(), numbers));
        assertThat(failures).isEmpty();
    }

    private static @Nullable String failure(Tshark.Dissection dissection, List<List<String>> expected) {
        if (!dissection.complaints().isEmpty()) {
            return dissection.complaints();
        }
        List<String> joined =
                expected.stream().map(each -> String.join(",", each)).toList();
        return joined.equals(dissection.values()) ? null : dissection.values() + " instead of " + joined;
    }

    /** All numbers of components of a name, in order. */
    private static List<String> numbers(Value value, String name) {
        List<String> found = new ArrayList<>();
        if (value instanceof Value.Members sequence) {
            sequence.members().forEach((key, member) -> {
                if (key.equals(name) && member instanceof Value.Int number) {
                    found.add(number.value().toString());
                }
                found.addAll(numbers(member, name));
            });
        } else if (value instanceof Value.Items list) {
            list.items().forEach(item -> found.addAll(numbers(item, name)));
        } else if (value instanceof Value.Choice choice) {
            found.addAll(numbers(choice.value(), name));
        }
        return found;
    }

    /** The value with the header of its message, and with what tshark reads in its own way left out. */
    private static Value inRealUse(Value value, Message message) {
        Map<String, Value> members = new LinkedHashMap<>(((Value.Members) understoodByTshark(value)).members());
        Value.Members header = (Value.Members) Objects.requireNonNull(members.get("header"));
        Map<String, Value> fields = new LinkedHashMap<>(header.members());
        fields.put("protocolVersion", number(message.version()));
        fields.put("messageID", number(message.id));
        members.put("header", new Value.Members(fields));
        return new Value.Members(members);
    }

    private static Value understoodByTshark(Value value) {
        if (value instanceof Value.Members sequence) {
            Map<String, Value> members = new LinkedHashMap<>();
            sequence.members().forEach((name, member) -> members.put(name, understoodByTshark(member)));
            members.remove(UTF8_WITH_SIZE);
            members.computeIfPresent(REGION, (name, any) -> number(PRIVATE_REGION));
            return new Value.Members(members);
        }
        if (value instanceof Value.Items list) {
            return new Value.Items(list.items().stream()
                    .map(TsharkInteropIT::understoodByTshark)
                    .toList());
        }
        return value instanceof Value.Choice choice
                ? new Value.Choice(choice.name(), understoodByTshark(choice.value()))
                : value;
    }

    private static Value number(int value) {
        return new Value.Int(BigInteger.valueOf(value));
    }

    private static <T> byte[] encode(Codec<T> codec, Value value) throws CodecException {
        return codec.encode(codec.parseJson(JerText.toJer(value)));
    }
}
