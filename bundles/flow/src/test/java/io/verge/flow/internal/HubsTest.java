package io.verge.flow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.message.MessageKind;
import io.verge.api.observation.Observation;
import io.verge.api.observation.ObservationListener;
import io.verge.api.observation.ReceivedMessage;
import io.verge.api.time.Stamps;
import io.verge.flow.internal.Scenery.TestSet;
import io.verge.testkit.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HubsTest {
    private final ManualClock clock = ManualClock.standing();
    private final LatencyMeter latency = new LatencyMeter();
    private final Hubs hubs = new Hubs(clock, latency);
    private final List<Observation> heard = new ArrayList<>();

    @Test
    void everyoneHearsAnObservation() {
        List<Observation> other = new ArrayList<>();
        hubs.addListener(heard::add);
        hubs.addListener(other::add);
        Observation door = Scenery.contact(Stamps.NONE);
        hubs.publish(door);

        assertThat(heard).containsExactly(door);
        assertThat(other).containsExactly(door);
    }

    @Test
    void aListenerThatThrowsDoesNotKeepItFromTheOthers() {
        hubs.addListener(observation -> {
            throw new IllegalStateException("bad");
        });
        hubs.addListener(observation -> {
            throw new NoClassDefFoundError("gone");
        });
        hubs.addListener(heard::add);
        hubs.publish(Scenery.contact(Stamps.NONE));

        assertThat(heard).hasSize(1);
    }

    @Test
    void whoDoesNotListenAnyMoreHearsNothing() {
        ObservationListener listener = heard::add;
        hubs.addListener(listener);
        hubs.removeListener(listener);
        hubs.publish(Scenery.contact(Stamps.NONE));

        assertThat(heard).isEmpty();
    }

    @Test
    void measuresFromTheLastByteToTheObservation() {
        long received = clock.nanoTime();
        clock.advance(Duration.ofMillis(3));
        hubs.publish(Scenery.contact(Stamps.received(received)));

        assertThat(latency.reports()).singleElement().satisfies(report -> {
            assertThat(report.hop()).isEqualTo("decoded");
            assertThat(report.maxNanos()).isBetween(3_000_000L, 3_030_000L);
        });
    }

    @Test
    void measuresNothingWhenNoByteCameIn() {
        hubs.publish(Scenery.contact(Stamps.NONE));

        assertThat(latency.reports()).isEmpty();
    }

    @Test
    void whatARadioReceivedIsPublishedWhenTheMessageSetCanReadIt() {
        TestSet set = new TestSet(clock);
        ReceivedMessage message = new ReceivedMessage("rsu", Scenery.TIME, Stamps.NONE, MessageKind.BSM, null);
        hubs.addListener(heard::add);
        hubs.setMessages(set);

        hubs.received("rsu", Scenery.frame(Stamps.NONE));
        assertThat(heard).isEmpty();

        set.decoded = Optional.of(message);
        hubs.received("rsu", Scenery.frame(Stamps.NONE));
        assertThat(heard).containsExactly(message);
    }

    @Test
    void aMessageSetThatThrowsDoesNotHurtTheRadio() {
        TestSet set = new TestSet(clock);
        set.broken = true;
        hubs.addListener(heard::add);
        hubs.setMessages(set);

        hubs.received("rsu", Scenery.frame(Stamps.NONE));

        assertThat(heard).isEmpty();
    }

    @Test
    void nothingIsReadWithoutAMessageSet() {
        TestSet set = new TestSet(clock);
        set.decoded = Optional.of(new ReceivedMessage("rsu", Scenery.TIME, Stamps.NONE, MessageKind.BSM, null));
        hubs.addListener(heard::add);
        hubs.setMessages(set);
        hubs.unsetMessages(set);

        hubs.received("rsu", Scenery.frame(Stamps.NONE));

        assertThat(heard).isEmpty();
    }
}
