package io.verge.driver.signal.ntcip1202.internal;

import io.verge.api.signal.SignalMode;
import io.verge.api.time.Clock;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Whether the crossing flashes, and why: unitFlashStatus, asked for once a second in a request of its own, since some controllers do
 * not have it. For one thread.
 *
 * <pre>
 * 2 not flashing    3 automatic, 4 switched by hand, 7 start: PROGRAMMED_FLASH    5 fault monitor, 6 MMU: FAULT_FLASH    8 PREEMPTION
 * </pre>
 */
final class FlashStatus {
    static final String OID = "1.3.6.1.4.1.1206.4.2.1.3.6.0";

    /** Nobody knows. */
    static final int UNKNOWN = 0;

    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final Clock clock;
    private long asked;
    private int status = UNKNOWN;
    private boolean absent;

    FlashStatus(Clock clock) {
        this.clock = clock;
        asked = clock.nanoTime() - PERIOD.toNanos();
    }

    /** As the controller last said; {@link #UNKNOWN} when it does not have it. */
    int read(Agent agent) throws IOException {
        long now = clock.nanoTime();
        if (!absent && now - asked >= PERIOD.toNanos()) {
            asked = now;
            try {
                status = agent.get(List.of(OID))[0] & 0xFF;
            } catch (Agent.SilentException e) {
                throw e;
            } catch (IOException e) {
                absent = true;
            }
        }
        return status;
    }

    /** What a status means; nothing for what is not flashing or not known. */
    static Set<SignalMode> modes(int status) {
        return switch (status) {
            case 3, 4, 7 -> Set.of(SignalMode.PROGRAMMED_FLASH);
            case 5, 6 -> Set.of(SignalMode.FAULT_FLASH);
            case 8 -> Set.of(SignalMode.PREEMPTION, SignalMode.PROGRAMMED_FLASH);
            default -> Set.of();
        };
    }
}
