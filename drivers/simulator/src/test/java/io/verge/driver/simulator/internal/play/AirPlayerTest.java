package io.verge.driver.simulator.internal.play;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.air.RoadUserMessages;
import io.verge.api.geo.SiteFrame;
import io.verge.api.geo.Wgs84;
import io.verge.api.message.MessageKind;
import io.verge.api.message.V2xFrame;
import io.verge.api.observation.MessageContent;
import io.verge.api.observation.PriorityRequest;
import io.verge.api.observation.SelfReport;
import io.verge.api.road.RoadUserType;
import io.verge.api.road.Size;
import io.verge.api.time.Stamps;
import io.verge.device.Counters;
import io.verge.driver.simulator.internal.world.Body;
import io.verge.driver.simulator.internal.world.Course;
import io.verge.driver.simulator.internal.world.Pose;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AirPlayerTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:15:11Z");
    private static final SiteFrame FRAME = new SiteFrame(new Wgs84(30.5, 114.3, 21));

    private final Counters counters = new Counters();
    private final DatagramChannel box;
    private final List<MessageContent> said = new ArrayList<>();
    private @Nullable RoadUserMessages voice = new Voice();

    AirPlayerTest() throws IOException {
        box = DatagramChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    @AfterEach
    void close() throws IOException {
        box.close();
    }

    /** Says nothing but kinds, and remembers what. */
    private final class Voice implements RoadUserMessages {
        @Override
        public String name() {
            return "csae";
        }

        @Override
        public Optional<V2xFrame> encode(MessageContent content, Instant time) {
            said.add(content);
            MessageKind kind = content instanceof SelfReport ? MessageKind.BSM : MessageKind.VIR;
            ByteBuffer octets = ByteBuffer.wrap(new byte[] {0x2E, 1});
            return Optional.of(new V2xFrame("csae", kind, 111, octets, time, Stamps.NONE));
        }
    }

    private AirPlayer player(double share) throws IOException {
        int port = box.socket().getLocalPort();
        return new AirPlayer(port, share, FRAME, new SplittableRandom(1), () -> Optional.ofNullable(voice), counters);
    }

    private static Course course(int id, RoadUserType type) {
        Body body = new Body(id, type, new Pose(3 * id, 60, 180), 10, new Size(4, 2, 1), Body.Conduct.LAWFUL);
        return new Course(body, 12, 34, 40);
    }

    private static List<Course> cars(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(id -> course(id, RoadUserType.CAR))
                .toList();
    }

    /** A second of these on the road. */
    private static void second(AirPlayer player, List<Course> courses) {
        for (int tick = 0; tick < Rig.TICKS; tick++) {
            Instant now = NOW.plusMillis(1000L * tick / Rig.TICKS);
            player.play(new Moment(tick, now, 0, List.of(), courses));
        }
    }

    private long count(String name) {
        return counters.snapshot().getOrDefault(name, 0L);
    }

    private long speakers() {
        return said.stream()
                .filter(SelfReport.class::isInstance)
                .map(content -> ((SelfReport) content).id())
                .distinct()
                .count();
    }

    @Test
    void aVehicleReportsTenTimesASecond() throws IOException {
        try (AirPlayer player = player(1)) {
            second(player, cars(1, 1));
        }
        assertThat(count("forwarded.BSM")).isEqualTo(10);
    }

    @Test
    void notMoreThanFiveCarsSpeakAtATime() throws IOException {
        try (AirPlayer player = player(1)) {
            second(player, cars(1, 20));
        }
        assertThat(speakers()).isEqualTo(5);
    }

    @Test
    void whoComesWhenOneHasLeftMaySpeak() throws IOException {
        try (AirPlayer player = player(1)) {
            second(player, cars(1, 5));
            second(player, cars(3, 7));
        }
        assertThat(speakers()).isEqualTo(7);
    }

    @Test
    void onlyAShareOfTheCarsHasARadio() throws IOException {
        try (AirPlayer player = player(0.3)) {
            for (int id = 1; id <= 400; id++) {
                second(player, cars(id, id));
            }
        }
        assertThat(speakers()).isBetween(90L, 150L);
    }

    @Test
    void everyBusHasARadioAndAsks() throws IOException {
        try (AirPlayer player = player(0.01)) {
            second(player, List.of(course(1, RoadUserType.BUS)));
        }
        assertThat(count("forwarded.BSM")).isEqualTo(10);
        assertThat(said).filteredOn(PriorityRequest.class::isInstance).hasSize(1);
    }

    @Test
    void withoutAShareNobodySpeaks() throws IOException {
        try (AirPlayer player = player(0)) {
            second(player, List.of(course(1, RoadUserType.BUS), course(2, RoadUserType.CAR)));
        }
        assertThat(said).isEmpty();
    }

    @Test
    void withoutAMessageSetNobodySpeaks() throws IOException {
        voice = null;
        try (AirPlayer player = player(1)) {
            second(player, cars(1, 3));
        }
        assertThat(count("sent.received")).isZero();
    }

    @Test
    void whatTheRegionHasNoMessageForIsCounted() throws IOException {
        RoadUserMessages mute = new RoadUserMessages() {
            @Override
            public String name() {
                return "csae";
            }

            @Override
            public Optional<V2xFrame> encode(MessageContent content, Instant time) {
                return Optional.empty();
            }
        };
        voice = mute;
        try (AirPlayer player = player(1)) {
            second(player, cars(1, 1));
        }
        assertThat(count("unsaid")).isEqualTo(10);
        assertThat(count("sent.received")).isZero();
    }

    @Test
    void theRadioForwardsTextThatNamesTheKind() throws IOException {
        try (AirPlayer player = player(1)) {
            second(player, cars(1, 1));
        }
        ByteBuffer datagram = ByteBuffer.allocate(500);
        box.receive(datagram);
        String text = US_ASCII.decode(datagram.flip()).toString();
        assertThat(text.lines().collect(Collectors.toList()))
                .containsExactly("Version=0.7", "Type=BSM", "PSID=0x6f", "Payload=2E01");
    }

    @Test
    void aMessageOfJ2735IsForwardedAsItIs() {
        ByteBuffer octets = ByteBuffer.wrap(new byte[] {0, 0x14, 1, 0});
        V2xFrame frame = new V2xFrame("sae", MessageKind.BSM, 0x20, octets, NOW, Stamps.NONE);
        assertThat(ForwardedMessage.of(frame)).isEqualTo(octets);
    }
}
