package io.verge.cloud.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Ten thousand boxes that lose their broker at the same instant, in virtual time: how many knock in the same second when it is back. Each has
 * the back-off of the agent; a broker that is back takes whoever comes. After half a minute of refusals the first tries of some meet the second of
 * others: that is the worst there is.
 */
class FleetTest {
    private static final int FLEET = 10_000;
    private static final int SEEDS = 5;
    /** Of the fleet in one second. */
    private static final double LIMIT = 0.03;

    private static final int END_SECONDS = 3_600;
    private static final Duration SPREAD = Duration.ofSeconds(60);

    /** The next wait, seconds. */
    private interface Waits {
        double next();
    }

    /**
     * What came of it.
     *
     * @param peak most attempts in a second after the return
     * @param last when the last was back, seconds after the return
     */
    private record Herd(int peak, double last, double attempts) {}

    private static Herd herd(double outage, double deadline, Supplier<Waits> boxes) {
        int[] knocks = new int[END_SECONDS];
        double last = 0;
        long attempts = 0;
        for (int i = 0; i < FLEET; i++) {
            Waits waits = boxes.get();
            double at = waits.next();
            attempts++;
            while (at < outage) {
                // Away: refused at once, or silent until the deadline, whichever kind of outage it is.
                at += deadline + waits.next();
                attempts++;
            }
            knocks[(int) (at - outage)]++;
            last = Math.max(last, at - outage);
        }
        int peak = 0;
        for (int second : knocks) {
            peak = Math.max(peak, second);
        }
        return new Herd(peak, last, (double) attempts / FLEET);
    }

    private static Supplier<Waits> agents(long seed) {
        SplittableRandom all = new SplittableRandom(seed);
        return () -> {
            BackOff backOff = new BackOff(all.split());
            return () -> backOff.next(SPREAD).toNanos() / 1e9;
        };
    }

    @ParameterizedTest
    @CsvSource({"120, 0, 0.03", "120, 30, 0.03", "1800, 0, 0.03", "1800, 30, 0.03", "30, 30, 0.05", "30, 0, 0.05"})
    void theyComeBackSpreadOut(double outage, double deadline, double limit) {
        int worst = 0;
        for (long seed = 1; seed <= SEEDS; seed++) {
            Herd herd = herd(outage, deadline, agents(seed));
            worst = Math.max(worst, herd.peak());
            assertThat(herd.peak()).as("seed %d: %s", seed, herd).isLessThanOrEqualTo((int) (limit * FLEET));
            assertThat(herd.last()).as("seed %d: %s", seed, herd).isLessThan(BackOff.GREATEST.toSeconds() + deadline);
        }
        System.out.printf(
                Locale.ROOT,
                "fleet of %d, outage %.0f s, deadline %.0f s: peak %d/s%n",
                FLEET,
                outage,
                deadline,
                worst);
    }

    @Test
    void aFixedWaitWouldBeSeen() {
        SplittableRandom random = new SplittableRandom(1);
        Supplier<Waits> fixed = () -> {
            double phase = random.nextDouble();
            return () -> 4.5 + phase;
        };
        assertThat(herd(120, 0, fixed).peak()).isGreaterThan((int) (LIMIT * FLEET));
    }
}
