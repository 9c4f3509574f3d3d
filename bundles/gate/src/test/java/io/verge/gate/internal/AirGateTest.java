package io.verge.gate.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import io.verge.api.air.AirReport;
import io.verge.api.announcement.Announcement;
import io.verge.api.message.MessageKind;
import io.verge.api.message.V2xFrame;
import io.verge.api.time.Hop;
import io.verge.api.time.Latency;
import io.verge.api.time.LatencyReport;
import io.verge.api.time.Stage;
import io.verge.api.time.Stamps;
import io.verge.gate.internal.Roadside.TestRadio;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Radios, listeners and reports. */
class AirGateTest {
    private final Roadside road = new Roadside();

    @Test
    void everyRadioGetsTheMessage() {
        List<V2xFrame> other = new ArrayList<>();
        road.gate.addRadio(new TestRadio("rsu-b", other));
        road.offer(road.map(0));
        assertThat(road.air).hasSize(1);
        assertThat(other).hasSize(1);
    }

    @Test
    void anAnnouncementWithoutMessagesIsNoneOfItsBusiness() {
        road.gate.offer(road.map(0), List.of());
        assertThat(road.air).isEmpty();
        assertThat(road.gate.reports()).isEmpty();
    }

    @Test
    void radiosAreServedByTheirId() {
        Radios radios = new Radios();
        for (String id : List.of("b", "c", "a")) {
            radios.add(new TestRadio(id, road.air));
        }
        assertThat(radios.now()).extracting(Radios.Entry::id).containsExactly("a", "b", "c");
    }

    @Test
    void aRadioThatCannotBeReachedDoesNotKeepOthersFromTheMessage() {
        TestRadio lost = new TestRadio("rsu-0", new ArrayList<>());
        lost.failure = new IOException("no route to 10.0.0.7:1516");
        road.gate.addRadio(lost);
        road.offer(road.map(0));
        assertThat(road.air).hasSize(1);
        assertThat(road.stopped()).containsExactly(entry("radio-error", 1L));
        assertThat(road.report(MessageKind.MAP).lastStop())
                .isEqualTo("radio-error: radio rsu-0 did not take it: java.io.IOException: no route to 10.0.0.7:1516");
    }

    @Test
    void aRadioThatIsBrokenDoesNotEither() {
        TestRadio broken = new TestRadio("rsu-0", new ArrayList<>());
        broken.failure = new IllegalStateException("closed");
        road.gate.addRadio(broken);
        road.offer(road.map(0));
        assertThat(road.report(MessageKind.MAP).sent()).isEqualTo(1);
    }

    @Test
    void aMessageThatNoRadioTookIsNotSent() {
        road.radio.failure = new IOException("lost");
        road.offer(road.map(0));
        assertThat(road.report(MessageKind.MAP).sent()).isZero();
    }

    @Test
    void withoutARadioNothingIsSent() {
        road.gate.removeRadio(road.radio);
        road.offer(road.map(0));
        assertThat(road.stopped()).containsExactly(entry("no-radio", 1L));
    }

    @Test
    void reportsCountMessagesAndOctetsByKind() {
        Announcement users = road.roadUsers(0);
        road.offer(users, Roadside.frame(users, 300), Roadside.frame(users, 200));
        road.offer(road.map(0));
        assertThat(road.gate.reports())
                .extracting(AirReport::kind, AirReport::sent, AirReport::octets)
                .containsExactly(tuple(MessageKind.MAP, 1L, 100L), tuple(MessageKind.RSM, 2L, 500L));
    }

    @Test
    void reportsSayWhenTheLastOneWasSent() {
        road.offer(road.map(0));
        assertThat(road.report(MessageKind.MAP).lastSent()).isEqualTo(road.clock.now());
    }

    @Test
    void listenersGetWhatWasSentWithItsStamp() {
        List<V2xFrame> heard = new ArrayList<>();
        road.gate.addListener(heard::add);
        road.after(7);
        road.offer(road.map(0));
        assertThat(heard)
                .singleElement()
                .satisfies(frame -> assertThat(frame.stamps().sent()).isEqualTo(road.clock.nanoTime()));
    }

    @Test
    void listenersDoNotHearWhatWasStopped() {
        List<V2xFrame> heard = new ArrayList<>();
        road.gate.addListener(heard::add);
        road.offer(road.map(5000));
        assertThat(heard).isEmpty();
    }

    @Test
    void aListenerThatFailsDoesNotKeepTheMessageFromOthers() {
        List<V2xFrame> heard = new ArrayList<>();
        road.gate.addListener(frame -> {
            throw new IllegalStateException("full");
        });
        road.gate.addListener(heard::add);
        road.offer(road.map(0));
        assertThat(heard).hasSize(1);
    }

    @Test
    void theTimeFromTheEncoderAndFromTheDeviceIsMeasured() {
        Map<String, Long> measured = new TreeMap<>();
        road.gate.setLatency(new Latency() {
            @Override
            public void record(String hop, long nanos) {
                measured.put(hop, nanos);
            }

            @Override
            public List<LatencyReport> reports() {
                return List.of();
            }
        });
        Stamps stamps = Stamps.received(road.clock.nanoTime()).with(Hop.ENCODED, road.clock.nanoTime() + 30);
        Announcement map = road.map(0);
        V2xFrame frame = new V2xFrame("csae", MessageKind.MAP, 1, ByteBuffer.allocate(1), map.time(), stamps);
        road.clock.advance(Duration.ofNanos(100));
        road.offer(map, frame);
        assertThat(measured).containsExactly(entry("sent", 70L), entry("total", 100L));
    }

    @Test
    void whatFindsTheQueueFullIsCounted() {
        AirGate gate = new AirGate(Configured.with(Map.of()), road.clock, (name, capacity) -> new FullStage());
        Announcement users = road.roadUsers(0);
        gate.offer(users, List.of(Roadside.frame(users, 1), Roadside.frame(users, 1)));
        assertThat(gate.reports().get(0).stopped()).containsExactly(entry("queue-full", 2L));
    }

    @Test
    void afterItIsClosedNothingIsSent() {
        road.gate.close();
        road.offer(road.map(0));
        assertThat(road.air).isEmpty();
    }

    @Test
    void itsStageIsCalledAirAndHasTheRoomThatIsConfigured() {
        List<String> opened = new ArrayList<>();
        AirGate gate = new AirGate(Configured.with(Map.of("queue", 5)), road.clock, (name, capacity) -> {
            opened.add(name + " " + capacity);
            return new FullStage();
        });
        gate.close();
        assertThat(opened).containsExactly("air 5");
    }

    private static final class FullStage implements Stage {
        @Override
        public boolean offer(Runnable work) {
            return false;
        }

        @Override
        public void every(Duration period, Runnable work) {}

        @Override
        public void close() {}
    }
}
