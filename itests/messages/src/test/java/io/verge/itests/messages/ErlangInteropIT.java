package io.verge.itests.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.verge.messages.compiler.Schema.Definition;
import io.verge.messages.testkit.Codecs;
import io.verge.messages.testkit.ErlangText;
import io.verge.messages.testkit.JerText;
import io.verge.messages.testkit.RandomValues;
import io.verge.messages.testkit.Unit;
import io.verge.messages.testkit.Value;
import io.verge.messages.uper.Codec;
import io.verge.messages.uper.CodecException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The same modules compiled by asn1ct of Erlang: both encode random values to the same octets, and each decodes what
 * the other encoded to the same value.
 *
 * <p>One known mistake of asn1ct is counted, not hidden, see {@link RandomValues#lastIsBelowLargeRoot}: such values
 * must differ in octets, and still be read by both.
 */
@Tag("interop")
class ErlangInteropIT {
    private static final long SEED = 20_260_102;
    private static final int PER_MESSAGE = 500;

    @TempDir
    private Path folder = Path.of("");

    private final Map<String, Tally> tallies = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();

    /**
     * One value on its way through both.
     *
     * @param longLength whether asn1ct writes one of its lengths in two octets, by mistake
     */
    private record Sent<T>(String message, Codec<T> codec, T value, String hex, boolean longLength) {}

    private static final class Tally {
        private int values;
        private int sameOctets;
        private int longLength;
        private int readByErlang;
        private int readByUs;

        @Override
        public String toString() {
            return "%d values: %d the same octets, %d but for asn1ct's long length / %d read by Erlang / %d read by us"
                    .formatted(values, sameOctets, longLength, readByErlang, readByUs);
        }
    }

    @BeforeAll
    static void needsErlang() throws IOException, InterruptedException {
        assumeTrue(Asn1ct.available(), "erl with its application asn1 is missing: install erlang-asn1");
    }

    @ParameterizedTest
    @EnumSource
    void agrees(Unit unit) throws IOException, InterruptedException, CodecException {
        Codecs codecs = MessageSets.codecs(unit);
        Map<String, Definition> types = unit.types();
        List<Sent<?>> sent = new ArrayList<>();
        List<String> terms = new ArrayList<>();
        for (String name : messages(unit)) {
            Definition type = Objects.requireNonNull(types.get(name), name);
            List<String> kinds = RandomValues.kinds(type);
            for (String kind : kinds.isEmpty() ? List.of("") : kinds) {
                RandomValues random = RandomValues.ofThisEdition(SEED);
                for (int i = 0; i < PER_MESSAGE; i++) {
                    Value value = kind.isEmpty() ? random.next(type) : random.next(type, kind);
                    Sent<?> message = send(codecs.get(name), kind, value, random.lastIsBelowLargeRoot());
                    sent.add(message);
                    terms.add(term(message, value));
                }
            }
        }
        List<Asn1ct.Answer> answers = Asn1ct.compile(unit, folder).exchange(terms);
        assertThat(answers).hasSameSizeAs(sent);
        for (int i = 0; i < sent.size(); i++) {
            check(sent.get(i), answers.get(i));
        }
        tallies.forEach((message, tally) -> System.out.println(unit + " " + message + ", " + tally));
        assertThat(failures).isEmpty();
    }

    private static List<String> messages(Unit unit) {
        return switch (unit) {
            case CSAE_2019, J2735 -> List.of("MessageFrame");
            case CSAE_2020 -> List.of("MessageFrame", "MessageFrameExt");
            case ETSI_RELEASE1, ETSI_RELEASE1_2016 -> List.of("CAM", "DENM");
            case ETSI_INFRASTRUCTURE -> List.of("SPATEM", "MAPEM", "SREM", "SSEM", "RTCMEM");
            case ETSI_CPM, ETSI_CPM_241 -> List.of("CollectivePerceptionMessage");
        };
    }

    private static <T> Sent<T> send(Codec<T> codec, String kind, Value value, boolean longLength)
            throws CodecException {
        T ours = codec.parseJson(JerText.toJer(value));
        String hex = HexFormat.of().withUpperCase().formatHex(codec.encode(ours));
        return new Sent<>((codec.name() + " " + kind).strip(), codec, ours, hex, longLength);
    }

    private static String term(Sent<?> message, Value value) {
        return "{'%s',%s,%s}."
                .formatted(
                        message.codec().name(),
                        ErlangText.toErlang(value),
                        ErlangText.toErlang(new Value.Bytes(message.hex())));
    }

    private void check(Sent<?> message, Asn1ct.Answer answer) {
        Tally tally = tallies.computeIfAbsent(message.message(), key -> new Tally());
        tally.values++;
        boolean same = answer.encoded().equals(message.hex());
        if (same == message.longLength()) {
            failures.add(message + ": asn1ct encodes to " + answer.encoded());
        } else if (same) {
            tally.sameOctets++;
        } else {
            tally.longLength++;
        }
        if (answer.again().equals(message.longLength() ? answer.encoded() : message.hex())) {
            tally.readByErlang++;
        } else {
            failures.add(message + ": asn1ct reads ours and encodes it to " + answer.again());
        }
        if (isReadAsSent(message, answer)) {
            tally.readByUs++;
        } else {
            failures.add(message + ": we read another value from " + answer.encoded());
        }
    }

    private static <T> boolean isReadAsSent(Sent<T> message, Asn1ct.Answer answer) {
        if (answer.encoded().startsWith("error")) {
            return false;
        }
        try {
            return message.codec()
                    .decode(HexFormat.of().parseHex(answer.encoded()))
                    .equals(message.value());
        } catch (CodecException e) {
            return false;
        }
    }
}
