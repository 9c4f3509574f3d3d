package io.verge.itests.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.verge.api.air.MessageSet;
import io.verge.api.announcement.AdviceAnnouncement;
import io.verge.api.announcement.Announcement;
import io.verge.api.announcement.EventAnnouncement;
import io.verge.api.announcement.EventAnnouncement.Phase;
import io.verge.api.announcement.PriorityAnnouncement;
import io.verge.api.announcement.PriorityAnnouncement.Answer;
import io.verge.api.announcement.SignalAnnouncement;
import io.verge.api.geo.Position;
import io.verge.api.message.MessageKind;
import io.verge.api.message.V2xFrame;
import io.verge.api.observation.PriorityRequest;
import io.verge.api.scene.RoadEvent;
import io.verge.api.signal.SignalPhase;
import io.verge.api.signal.SignalState;
import io.verge.api.time.Stamps;
import io.verge.testkit.Crossing;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the message set of ETSI says of what the apps announce, in packets: tshark reads the same of it. */
@Tag("interop")
class SpokenTsharkIT {
    private static final int ROUNDS = 60;
    private static final Instant NOW = Crossing.TIME;
    /** Milliseconds of atomic time since 2004. */
    private static final long NOW_ITS = NOW.toEpochMilli() - 1_072_915_200_000L + 5_000;

    @TempDir
    private Path folder = Path.of("");

    private final MessageSet set = Language.ETSI.set(Crossing.site(Crossing.map()));

    @BeforeAll
    static void needsTshark() throws IOException, InterruptedException {
        assumeTrue(Tshark.available(), "tshark is missing: install it");
    }

    private static byte[] packet(V2xFrame frame) {
        byte[] octets = Language.octets(frame);
        return frame.kind() == MessageKind.DENM
                ? EtsiPackets.inCircle(frame.application(), octets)
                : EtsiPackets.singleHop(frame.application(), octets);
    }

    private List<String> read(Announcement announcement, String... fields) throws IOException, InterruptedException {
        List<V2xFrame> frames = Language.say(set, announcement);
        assertThat(frames).hasSize(1);
        List<Tshark.Dissection> dissections = Tshark.dissect(folder, List.of(packet(frames.get(0))), List.of(fields));
        assertThat(dissections).hasSize(1);
        assertThat(dissections.get(0).complaints()).isEmpty();
        return dissections.get(0).values();
    }

    @Test
    void isDissectedWithoutComplaint() throws IOException, InterruptedException {
        List<V2xFrame> frames = Language.ETSI.speak(ROUNDS).stream()
                // tshark speaks the CPM of TR 103 562.
                .filter(frame -> frame.kind() != MessageKind.CPM)
                .toList();
        List<byte[]> packets = frames.stream().map(SpokenTsharkIT::packet).toList();
        List<Tshark.Dissection> dissections = Tshark.dissect(folder, packets, List.of("its.stationID"));
        assertThat(dissections).hasSameSizeAs(frames);
        Map<MessageKind, Integer> read = new EnumMap<>(MessageKind.class);
        List<String> failures = new ArrayList<>();
        for (int i = 0; i < frames.size(); i++) {
            Tshark.Dissection dissection = dissections.get(i);
            if (dissection.complaints().isEmpty() && !dissection.values().get(0).isEmpty()) {
                read.merge(frames.get(i).kind(), 1, Integer::sum);
            } else {
                failures.add(dissection + " in " + HexFormat.of().formatHex(packets.get(i)));
            }
        }
        System.out.println("ETSI, dissected by tshark: " + read);
        assertThat(failures).isEmpty();
        assertThat(read)
                .containsOnlyKeys(
                        MessageKind.MAP, MessageKind.SPAT, MessageKind.DENM, MessageKind.SSM, MessageKind.RTCM);
    }

    @Test
    void readsTheCauseOfAnEvent() throws IOException, InterruptedException {
        RoadEvent event = new RoadEvent(
                "e",
                RoadEvent.Kind.WRONG_WAY,
                NOW.minusSeconds(30),
                new Position(10, 20, 0),
                120,
                1,
                Duration.ofSeconds(2),
                null,
                List.of(),
                90,
                List.of(),
                null);
        assertThat(read(
                        new EventAnnouncement(NOW, Stamps.NONE, event, Phase.NEW),
                        "its.causeCode",
                        "its.subCauseCode",
                        "denm.detectionTime",
                        "denm.referenceTime",
                        "denm.validityDuration",
                        "its.headingValue",
                        "denm.termination"))
                .containsExactly("14", "2", "" + (NOW_ITS - 30_000), "" + NOW_ITS, "32", "900", "");
        assertThat(read(new EventAnnouncement(NOW, Stamps.NONE, event, Phase.CANCEL), "denm.termination"))
                .containsExactly("0");
    }

    @Test
    void readsTheSpeedThatIsAdvised() throws IOException, InterruptedException {
        AdviceAnnouncement.Advice advice =
                new AdviceAnnouncement.Advice(12, 2, 9, 12.3, 150, 1, NOW.plusSeconds(5), NOW.plusSeconds(25));
        assertThat(Language.say(set, new AdviceAnnouncement(NOW, Stamps.NONE, Crossing.map(), List.of(advice))))
                .isEmpty();
        SignalState red = new SignalState(2, SignalPhase.STOP_AND_REMAIN, null, NOW);
        assertThat(read(
                        new SignalAnnouncement(NOW, Stamps.NONE, Crossing.map(), Set.of(), List.of(red)),
                        "dsrc.signalGroup",
                        "dsrc.speed",
                        "dsrc.distance"))
                .containsExactly("2", "123", "150");
    }

    @Test
    void readsTheAnswerToARequest() throws IOException, InterruptedException {
        PriorityRequest request = new PriorityRequest(
                "000004D2",
                7,
                3,
                PriorityRequest.Action.REQUEST,
                420,
                184,
                12,
                null,
                NOW.plusSeconds(20),
                null,
                PriorityRequest.Role.FIRE,
                -1,
                null,
                Double.NaN);
        PriorityAnnouncement.Status status = new PriorityAnnouncement.Status(request, Answer.GRANTED);
        assertThat(read(
                        new PriorityAnnouncement(NOW, Stamps.NONE, Crossing.map(), List.of(status)),
                        "dsrc.stationID",
                        "dsrc.request",
                        "dsrc.lane",
                        "dsrc.signalStatusPackage.status"))
                .containsExactly("1234", "7", "12", "4");
    }
}
