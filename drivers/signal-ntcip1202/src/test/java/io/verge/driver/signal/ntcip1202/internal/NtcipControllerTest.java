package io.verge.driver.signal.ntcip1202.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.api.observation.SignalFrame;
import io.verge.device.testkit.Collected;
import io.verge.testkit.Defaults;
import io.verge.testkit.ManualClock;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Vehicle phase 2 is signal group 1. Its green is lit. */
class NtcipControllerTest {
    private static final String GREENS = "1.3.6.1.4.1.1206.4.2.1.1.4.1.4.1";
    private static final String CALLS = "1.3.6.1.4.1.1206.4.2.1.1.5.1.6.1";

    private final FakeAgent agent = new FakeAgent();
    private final Collected collected = new Collected();
    private final ManualClock clock = ManualClock.standing();
    private @Nullable NtcipController controller;

    @AfterEach
    void close() {
        if (controller != null) {
            controller.close();
        }
    }

    private static NtcipConfig config(String address) {
        return Defaults.of(NtcipConfig.class, "id", "signal", "address", address, "groups", new String[] {"2=1"});
    }

    private NtcipController start(Agent.Opener opener) {
        agent.values.put(GREENS, 2);
        NtcipController started = new NtcipController(config("10.0.0.5:501"), collected, clock, opener);
        controller = started;
        return started;
    }

    private NtcipController start() throws InterruptedException {
        NtcipController started = start(() -> agent);
        collected.await(1);
        return started;
    }

    @Test
    void publishesWhatTheControllerShows() throws Exception {
        start();
        SignalFrame frame = collected.await(1, SignalFrame.class).get(0);
        assertThat(frame.device()).isEqualTo("signal");
        assertThat(frame.states().get(0).group()).isEqualTo(1);
        assertThat(frame.states().get(0).phase().green()).isTrue();
    }

    @Test
    void aRequestIsACallOfThePhase() throws Exception {
        start().request(1, true);
        assertThat(agent.writes).startsWith(CALLS + " = 2");
    }

    @Test
    void aRequestIsKeptAliveEverySecond() throws Exception {
        start().request(1, true);
        for (int i = 0; i < 25; i++) {
            look();
        }
        // Once when it came, and after one and two seconds.
        assertThat(agent.writes).hasSize(3).containsOnly(CALLS + " = 2");
    }

    /** The next look, a tenth of a second later. */
    private void look() throws InterruptedException {
        int before = collected.all().size();
        clock.awaitSleepers(1);
        clock.advance(Duration.ofMillis(100));
        collected.await(before + 1);
    }

    @Test
    void keepsTheStatesToItselfWhereAnotherTellsThem() throws Exception {
        NtcipConfig quiet = Defaults.of(
                NtcipConfig.class,
                "id",
                "signal",
                "address",
                "10.0.0.5:501",
                "groups",
                new String[] {"2=1"},
                "states",
                false);
        NtcipController started = new NtcipController(quiet, collected, clock, () -> agent);
        controller = started;
        while (started.status().counters().getOrDefault("frames", 0L) == 0) {
            Thread.onSpinWait();
        }
        assertThat(collected.all()).isEmpty();
    }

    @Test
    void requestsAreTakenBackWhenTheDriverStops() throws Exception {
        NtcipController started = start();
        started.request(1, true);
        started.close();
        assertThat(agent.values).containsEntry(CALLS, 0);
    }

    @Test
    void aRequestBeforeTheControllerWasReachedIsRefused() {
        CountDownLatch never = new CountDownLatch(1);
        NtcipController started = start(() -> {
            await(never);
            return agent;
        });
        assertThatThrownBy(() -> started.request(1, true))
                .isInstanceOf(IOException.class)
                .hasMessage("signal: the controller has not been reached yet");
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Test
    void refusesAnAddressThatIsNone() {
        assertThatThrownBy(() -> new NtcipController(config("10.0.0.5:x"), collected, clock))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("key 'address'");
    }
}
