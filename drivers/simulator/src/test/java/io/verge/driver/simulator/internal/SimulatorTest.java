package io.verge.driver.simulator.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.api.device.DeviceStatus;
import io.verge.api.geo.SiteFrame;
import io.verge.api.geo.Wgs84;
import io.verge.api.site.Site;
import io.verge.api.site.SiteMap;
import io.verge.api.status.State;
import io.verge.api.status.Trouble;
import io.verge.testkit.ManualClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class SimulatorTest {
    private final ManualClock clock = ManualClock.standing();
    private @Nullable Simulator running;

    @AfterEach
    void close() {
        if (running != null) {
            running.close();
        }
    }

    @SimulatorConfig(id = "simulator", radars = "ne=port 0, east 22, north 22, up 6, azimuth 225")
    private static final class Plain {}

    @SimulatorConfig(id = "simulator", radars = "ne=port 0")
    private static final class Wrong {}

    @SimulatorConfig(id = "simulator", rsuPort = TAKEN)
    private static final class Taken {}

    /** Between the ports that systems give out and the end. */
    private static final int TAKEN = 61_999;

    @Test
    void isOkWhenAllPortsAreOpen() throws InterruptedException {
        Simulator simulator = start(Plain.class);
        clock.awaitSleepers(1);
        assertThat(simulator.status().status().state()).isEqualTo(State.OK);
    }

    @Test
    void tellsWhereItsDevicesAreReached() throws InterruptedException {
        Simulator simulator = start(Plain.class);
        clock.awaitSleepers(1);
        assertThat(simulator.status().facts())
                .hasEntrySatisfying("radar ne", address -> assertThat(address).startsWith("tcp://127.0.0.1:"));
    }

    @Test
    void movesTheWorldEveryFiftyMilliseconds() throws InterruptedException {
        Simulator simulator = start(Plain.class);
        clock.awaitSleepers(1);
        clock.advance(Duration.ofMillis(149));
        await(() -> steps(simulator) == 3);
        simulator.close();
        assertThat(steps(simulator)).isEqualTo(3);
    }

    @Test
    void aPortThatIsTakenIsNamedAndTriedAgain() throws IOException, InterruptedException {
        DatagramChannel taken = DatagramChannel.open();
        taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), TAKEN));
        Simulator simulator = start(Taken.class);
        try (taken) {
            clock.awaitSleepers(1);
            DeviceStatus status = simulator.status();
            assertThat(status.status().state()).isEqualTo(State.DEGRADED);
            assertThat(cause(status)).contains("UDP port " + TAKEN);
        }
        clock.advance(Duration.ofSeconds(2));
        await(() -> simulator.status().status().state() == State.OK);
        assertThat(simulator.status().status().trouble()).isNull();
    }

    @Test
    void closingEndsItsThread() throws InterruptedException {
        Simulator simulator = start(Plain.class);
        clock.awaitSleepers(1);
        simulator.close();
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("device simulator") && thread.isAlive());
    }

    @Test
    void closingGivesItsPortsBack() throws InterruptedException, IOException {
        Simulator simulator = start(Taken.class);
        clock.awaitSleepers(1);
        simulator.close();
        try (DatagramChannel again = DatagramChannel.open()) {
            again.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), TAKEN));
            assertThat(simulator.status().status().state()).isEqualTo(State.STOPPED);
        }
    }

    @Test
    void refusesAPlaceThatIsNotWhole() {
        assertThatThrownBy(() -> start(Wrong.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("radars: 'ne=port 0'");
    }

    private static long steps(Simulator simulator) {
        return simulator.status().counters().getOrDefault("frames", 0L);
    }

    private static void await(BooleanSupplier done) {
        while (!done.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    private static String cause(DeviceStatus status) {
        return Optional.ofNullable(status.status().trouble())
                .map(Trouble::cause)
                .orElse("");
    }

    private Simulator start(Class<?> configured) {
        SimulatorConfig config = Objects.requireNonNull(configured.getAnnotation(SimulatorConfig.class));
        Simulator simulator = new Simulator(config, new Place(), clock);
        running = simulator;
        return simulator;
    }

    private record Place() implements Site {
        @Override
        public String box() {
            return "test";
        }

        @Override
        public SiteFrame frame() {
            return new SiteFrame(new Wgs84(30.5, 114.3, 21));
        }

        @Override
        public Optional<SiteMap> map() {
            return Optional.empty();
        }
    }
}
