package io.verge.watchdog.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrdersTest {
    private static final String SOCKET = "/run/systemd/notify";

    @Test
    void withoutASocketNobodyWaits() {
        assertThat(Orders.of(Map.of("WATCHDOG_USEC", "30000000"))).isEmpty();
        assertThat(Orders.of(Map.of("NOTIFY_SOCKET", ""))).isEmpty();
    }

    @Test
    void fourBeatsFitIntoTheWatchdogsTime() {
        assertThat(Orders.of(Map.of("NOTIFY_SOCKET", SOCKET, "WATCHDOG_USEC", "30000000")))
                .contains(new Orders(SOCKET, Duration.ofMillis(7500)));
    }

    @Test
    void aVeryShortWatchdogIsNotFollowedToTheEnd() {
        assertThat(Orders.of(Map.of("NOTIFY_SOCKET", SOCKET, "WATCHDOG_USEC", "4")))
                .contains(new Orders(SOCKET, Duration.ofMillis(250)));
    }

    @Test
    void withoutAWatchdogWordIsGivenEachMinute() {
        assertThat(Orders.of(Map.of("NOTIFY_SOCKET", SOCKET))).contains(new Orders(SOCKET, Duration.ofMinutes(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "-5", "0", "9223372036854775807", "1e6"})
    void aTimeThatIsNoneCountsAsNoWatchdog(String micros) {
        assertThat(Orders.of(Map.of("NOTIFY_SOCKET", SOCKET, "WATCHDOG_USEC", micros)))
                .contains(new Orders(SOCKET, Duration.ofMinutes(1)));
    }
}
