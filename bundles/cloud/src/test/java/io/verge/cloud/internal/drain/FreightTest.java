package io.verge.cloud.internal.drain;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.cloud.internal.mqtt.FakePort;
import io.verge.cloud.internal.mqtt.FakePort.Sent;
import io.verge.cloud.internal.mqtt.Flight;
import io.verge.cloud.internal.mqtt.Outbound;
import io.verge.testkit.ManualClock;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FreightTest {
    private final ManualClock clock = ManualClock.standing();
    private final Flight flight = new Flight(clock);
    private final FakePort port = new FakePort(new Deaf());
    private final Pace pace = new Pace(0.5, 65_536);
    private final Freight freight = new Freight(flight, clock, pace);
    private final List<Integer> outcomes = new ArrayList<>();

    @BeforeEach
    void begin() {
        flight.open(port, 32, 1 << 20);
        freight.begin();
    }

    @Test
    void oneIsOnItsWayAtATime() {
        later(100);
        later(200);
        freight.pump();
        assertThat(port.sent).hasSize(1);

        arrives(Duration.ofMillis(20), 0);
        freight.pump();
        assertThat(outcomes).containsExactly(0);
        assertThat(port.sent).singleElement().extracting(FreightTest::octets).isEqualTo(200);
    }

    @Test
    void whatGoesIsTheShareOfTheLinkThatIsMeasured() {
        int sent = 0;
        for (int second = 0; second < 100; second++) {
            later(10_000);
            freight.pump();
            sent += port.sent.size();
            if (!port.sent.isEmpty()) {
                arrives(Duration.ofMillis(500), 0); // 20,000 octets a second
                clock.advance(Duration.ofMillis(500));
            } else {
                clock.advance(Duration.ofSeconds(1));
            }
        }
        assertThat(sent * 10_000).isBetween(900_000, 1_150_000);
    }

    @Test
    void itIsDueWhenThereIsAShareAgain() {
        later(100_000);
        freight.pump();
        arrives(Duration.ofMillis(500), 0);
        later(100_000);
        freight.pump();
        assertThat(port.sent).isEmpty();

        assertThat(freight.due()).isBetween(1L, Duration.ofSeconds(2).toNanos());
        clock.advance(Duration.ofNanos(freight.due()));
        freight.pump();
        assertThat(port.sent).hasSize(1);
    }

    @Test
    void whatTheBrokerRefusesIsTold() {
        later(100);
        freight.pump();
        arrives(Duration.ofMillis(20), 0x87);

        assertThat(outcomes).containsExactly(0x87);
    }

    @Test
    void whatTheBrokersPacketsDoNotHoldIsTooLarge() {
        later(2 << 20);
        freight.pump();

        assertThat(outcomes).containsExactly(0x95);
        assertThat(port.sent).isEmpty();
    }

    @Test
    void withTheSessionEndsWhatIsOnItsWayAndWhatWaits() {
        later(100);
        later(100);
        freight.pump();
        freight.now(message(1, 0), outcomes::add);
        freight.end();

        assertThat(outcomes).containsExactly(-1, -1, -1);
    }

    @Test
    void noMoreWaitsThanMayWait() {
        for (int i = 0; i <= Freight.MOST_WAITING; i++) {
            later(100);
        }
        assertThat(outcomes).containsExactly(-1);
    }

    @Test
    void whatIsWorthNothingLaterGoesAtOnce() {
        freight.now(message(300, 0), outcomes::add);

        assertThat(port.sent).hasSize(1);
        arrives(Duration.ofMillis(1), 0);
        assertThat(outcomes).containsExactly(0);
    }

    @Test
    void whatIsWorthNothingLaterDoesNotGoWhenTheWindowIsFull() {
        flight.open(port, 3, 1 << 20);
        freight.now(message(300, 0), outcomes::add);

        assertThat(outcomes).containsExactly(-1);
        assertThat(port.sent).isEmpty();
    }

    @Test
    void whatIsWorthNothingLaterDoesNotGoWhileTheLinkIsHeldUp() {
        later(100);
        freight.pump();
        arrives(Duration.ofMillis(20), 0);
        later(100);
        freight.pump();
        arrives(Duration.ofSeconds(2), 0);

        freight.now(message(300, 0), outcomes::add);
        assertThat(outcomes).containsExactly(0, 0, -1);
    }

    private void later(int octets) {
        freight.later(message(octets, 1), outcomes::add);
    }

    private void arrives(Duration roundTrip, int reason) {
        clock.advance(roundTrip);
        List<Sent> open = List.copyOf(port.sent);
        port.sent.clear();
        open.forEach(one -> flight.delivered(one.token(), reason));
    }

    private static int octets(Sent sent) {
        return sent.message().content().remaining();
    }

    private static Outbound message(int octets, int quality) {
        return new Outbound("t", ByteBuffer.allocate(octets), quality, false, null, null, null, Map.of());
    }
}
