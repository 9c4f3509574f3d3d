package io.verge.flow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.air.AirReport;
import io.verge.api.air.Gate;
import io.verge.api.air.MessageSet;
import io.verge.api.air.UnspeakableException;
import io.verge.api.announcement.Announcement;
import io.verge.api.message.V2xFrame;
import io.verge.api.observation.ReceivedMessage;
import io.verge.api.scene.Scene;
import io.verge.api.time.Hop;
import io.verge.api.time.LatencyReport;
import io.verge.api.time.Stamps;
import io.verge.flow.internal.Scenery.TestGate;
import io.verge.flow.internal.Scenery.TestSet;
import io.verge.testkit.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VoiceTest {
    private final ManualClock clock = ManualClock.standing();
    private final TestGate gate = new TestGate();
    private final LatencyMeter latency = new LatencyMeter();
    private final Voice voice = new Voice(new TestSet(clock), gate, clock, latency, event -> {});

    private void say(Stamps cause, Duration after) throws UnspeakableException {
        Scene scene = Scenery.scene(cause);
        clock.advance(after);
        voice.say(Scenery.advice(), scene);
    }

    @Test
    void stampsEachMessageWithWhenItWasAnnouncedAndEncoded() throws UnspeakableException {
        say(Stamps.NONE, Duration.ofMillis(5));

        assertThat(gate.offered).hasSize(2).extracting(V2xFrame::stamps).allSatisfy(stamps -> {
            assertThat(stamps.announced()).isEqualTo(5_000_000);
            assertThat(stamps.encoded()).isEqualTo(7_000_000);
        });
    }

    @Test
    void keepsTheStampsOfTheHopsBefore() throws UnspeakableException {
        say(Stamps.NONE, Duration.ZERO);

        assertThat(gate.offered)
                .extracting(V2xFrame::stamps)
                .extracting(Stamps::received)
                .containsOnly(7L);
    }

    @Test
    void measuresFromTheSceneToTheAnnouncementAndFromThereToTheOctets() throws UnspeakableException {
        say(Stamps.NONE.with(Hop.FUSED, clock.nanoTime()), Duration.ofMillis(40));

        assertThat(latency.reports()).extracting(LatencyReport::hop).containsExactly("announced", "encoded");
        assertThat(latency.reports().get(0).p50Nanos()).isBetween(40_000_000L, 40_400_000L);
        assertThat(latency.reports().get(1).p50Nanos()).isBetween(2_000_000L, 2_020_000L);
    }

    @Test
    void measuresTheEncodingAloneWhenTheSceneHasNoTime() throws UnspeakableException {
        say(Stamps.NONE, Duration.ZERO);

        assertThat(latency.reports()).extracting(LatencyReport::hop).containsExactly("encoded");
    }

    @Test
    void leavesTheGateAloneWhenThereAreNoMessages() throws UnspeakableException {
        List<Announcement> offered = new ArrayList<>();
        Gate watched = new Gate() {
            @Override
            public void offer(Announcement cause, List<V2xFrame> frames) {
                offered.add(cause);
            }

            @Override
            public List<AirReport> reports() {
                return List.of();
            }
        };
        new Voice(new Silent(), watched, clock, latency, event -> {}).say(Scenery.advice(), Scenery.scene(Stamps.NONE));

        assertThat(offered).isEmpty();
    }

    /** Understands everything and says nothing. */
    private static final class Silent implements MessageSet {
        @Override
        public String name() {
            return "silent";
        }

        @Override
        public Set<Announcement.Kind> speaks() {
            return EnumSet.allOf(Announcement.Kind.class);
        }

        @Override
        public List<V2xFrame> encode(Announcement announcement) {
            return List.of();
        }

        @Override
        public Optional<ReceivedMessage> decode(String radio, V2xFrame frame) {
            return Optional.empty();
        }
    }

    @Test
    void knowsWhatItsLanguageHasAMessageFor() {
        assertThat(voice.speaks(Scenery.advice())).isTrue();
        assertThat(voice.language()).isEqualTo("csae");
    }
}
