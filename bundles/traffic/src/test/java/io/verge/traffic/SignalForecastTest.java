package io.verge.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.verge.api.scene.Scene;
import io.verge.api.signal.SignalMode;
import io.verge.api.signal.SignalPhase;
import io.verge.api.signal.SignalState;
import io.verge.api.signal.SignalTiming;
import io.verge.api.time.ClockQuality;
import io.verge.api.time.Stamps;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A group that is green for a while, yellow for 3 s, red for a while, as a controller says it ten times a second. */
class SignalForecastTest {
    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
    private static final ClockQuality EXACT = new ClockQuality(ClockQuality.Source.RECORDING, Duration.ZERO);
    private static final int GROUP = 2;
    private static final double YELLOW = 3;

    private final SignalForecast forecast = new SignalForecast(30);
    private final Random random = new Random(417);
    /** Seconds since the start at which something has changed, green first; the end is the end of time. */
    private final List<Double> changes = new ArrayList<>(List.of(0.0));

    private Set<SignalMode> modes = Set.of();
    private double now;

    private SignalForecastTest plan(int cycles, IntToDoubleFunction green, IntToDoubleFunction red) {
        for (int cycle = 0; cycle < cycles; cycle++) {
            change(green.applyAsDouble(cycle));
            change(YELLOW);
            change(red.applyAsDouble(cycle));
        }
        return this;
    }

    private void change(double after) {
        changes.add(changes.get(changes.size() - 1) + after);
    }

    private static Instant at(double seconds) {
        return START.plusNanos(Math.round(seconds * 1e9));
    }

    private int part() {
        int found = Collections.binarySearch(changes, now);
        return found >= 0 ? found : -found - 2;
    }

    private double end() {
        return changes.get(part() + 1);
    }

    private SignalPhase phase() {
        return switch (part() % 3) {
            case 0 -> SignalPhase.PROTECTED_MOVEMENT;
            case 1 -> SignalPhase.PROTECTED_CLEARANCE;
            default -> SignalPhase.STOP_AND_REMAIN;
        };
    }

    private void look(@Nullable SignalTiming said) {
        Map<Integer, SignalState> signals = Map.of(GROUP, new SignalState(GROUP, phase(), said, at(now)));
        forecast.look(new Scene(at(now), EXACT, List.of(), signals, modes, List.of(), Stamps.NONE));
    }

    /** Every 100 ms, now and then a little later, as datagrams come. */
    private void run(double until) {
        while (now < until) {
            look(null);
            now += 0.1 + random.nextDouble() * 0.004 - 0.002;
        }
    }

    private static double seconds(Instant from, Instant until) {
        return Duration.between(from, until).toNanos() / 1e9;
    }

    private SignalTiming timing() {
        return Objects.requireNonNull(forecast.timing(GROUP));
    }

    private static Instant likely(SignalTiming timing) {
        return Objects.requireNonNull(timing.likelyEnd());
    }

    @Test
    void nothingIsSaidBeforeAPlanIsKnown() {
        plan(10, cycle -> 27.3, cycle -> 41).run(150);
        assertThat(forecast.timing(GROUP)).isNull();
    }

    @Test
    void aFixedTimePlanIsRecognisedAfterFiveCycles() {
        plan(10, cycle -> 27.3, cycle -> 41).run(6 * 71.3);
        assertThat(forecast.fixedTime(GROUP)).isTrue();
    }

    @Test
    void theCountdownOfAFixedTimePlanIsRightToATenthOfASecond() {
        plan(40, cycle -> 27.3, cycle -> 41).run(6 * 71.3);
        double worst = 0;
        double worstNext = 0;
        while (now < 30 * 71.3) {
            run(now + 0.05);
            SignalTiming timing = timing();
            double last = seconds(START, timing.minEnd());
            worst = Math.max(worst, Math.abs(seconds(at(changes.get(partAt(last) + 1)), likely(timing))));
            int toGreen = (2 - partAt(last) % 3 + 3) % 3;
            worstNext = Math.max(
                    worstNext,
                    Math.abs(seconds(
                            at(changes.get(partAt(last) + 1 + toGreen)), Objects.requireNonNull(timing.nextStart()))));
            assertThat(timing.confidence()).isGreaterThanOrEqualTo(0.9);
        }
        System.out.printf("fixed-time plan: countdown error %.3f s, next green %.3f s at most%n", worst, worstNext);
        assertThat(worst).isLessThanOrEqualTo(0.1);
        assertThat(worstNext).isLessThanOrEqualTo(0.15);
    }

    private int partAt(double seconds) {
        int found = Collections.binarySearch(changes, seconds);
        return found >= 0 ? found : -found - 2;
    }

    @Test
    void whatIsCertainOfAFixedTimePlanIsSaidWithHighConfidenceAndWithoutBounds() {
        plan(10, cycle -> 27.3, cycle -> 41).run(6 * 71.3 + 10);
        assertThat(timing().confidence()).isGreaterThanOrEqualTo(0.9);
        assertThat(timing().maxEnd()).isNull();
        assertThat(timing().minEnd()).isBeforeOrEqualTo(at(now));
    }

    @Test
    void theLikelyEndOfAnActuatedGreenIsWithinTheControllersBounds() {
        actuated(60);
        List<Double> errors = new ArrayList<>();
        while (part() < 3 * 58) {
            double began = changes.get(part());
            if (phase().green()) {
                look(SignalTiming.between(at(Math.max(began + 10, now)), at(began + 40)));
                SignalTiming timing = timing();
                // Beyond the longest green of the last cycles nothing is to be expected.
                if (part() > 3 * 10 && timing.likelyEnd() != null) {
                    assertThat(timing.likelyEnd()).isBetween(timing.minEnd(), timing.maxEnd());
                    assertThat(timing.confidence()).isLessThan(0.9);
                    errors.add(Math.abs(seconds(likely(timing), at(end()))));
                }
            } else {
                look(null);
            }
            now += 0.1;
        }
        Collections.sort(errors);
        System.out.printf(
                "actuated green of 10 to 40 s: likely end wrong by %.1f s (median), %.1f s (95 %%)%n",
                errors.get(errors.size() / 2), errors.get(errors.size() * 95 / 100));
        assertThat(errors).hasSizeGreaterThan(5_000);
        assertThat(errors.get(errors.size() / 2)).isLessThan(8);
    }

    private void actuated(int cycles) {
        plan(
                cycles,
                cycle -> Math.min(40, 10 - 9 * Math.log(1 - random.nextDouble())),
                cycle -> 30 + random.nextInt(20));
    }

    @Test
    void anActuatedGroupWithoutBoundsOfTheControllerHasNoTiming() {
        actuated(30);
        run(changes.get(75) + 1);
        assertThat(forecast.timing(GROUP)).isNull();
        assertThat(forecast.fixedTime(GROUP)).isFalse();
    }

    @Test
    void theLikelyEndMovesOnWhenTheGreenLastsLonger() {
        plan(12, cycle -> 10 + 3 * (cycle % 6), cycle -> 30).run(changes.get(30) + 1);
        double began = changes.get(part());
        look(SignalTiming.between(at(now), null));
        Instant early = likely(timing());
        now = began + 20;
        for (double t = began + 1.3; t < began + 20; t += 0.1) {
            green(at(t));
        }
        assertThat(timing().likelyEnd()).isAfter(early).isAfter(at(began + 20));
    }

    private void green(Instant at) {
        SignalTiming said = SignalTiming.between(at, null);
        Map<Integer, SignalState> signals =
                Map.of(GROUP, new SignalState(GROUP, SignalPhase.PROTECTED_MOVEMENT, said, at));
        forecast.look(new Scene(at, EXACT, List.of(), signals, modes, List.of(), Stamps.NONE));
    }

    @Test
    void whatTheControllerSaysItselfIsKept() {
        plan(10, cycle -> 27.3, cycle -> 41).run(6 * 71.3 + 10);
        SignalTiming own = new SignalTiming(at(now), at(now + 30), at(now + 7), 0.6, at(now + 60));
        look(own);
        assertThat(timing()).isEqualTo(own);
    }

    @Test
    void aPlanThatTheControllerContradictsIsNotTrusted() {
        plan(10, cycle -> 27.3, cycle -> 41).run(6 * 71.3 + 10);
        look(SignalTiming.between(at(now + 40), at(now + 50)));
        assertThat(timing().likelyEnd()).isEqualTo(at(now + 40));
        assertThat(timing().confidence()).isLessThan(0.5);
    }

    @Test
    void aPlanThatChangesIsForgottenAtTheFirstLongerGreen() {
        plan(8, cycle -> cycle < 7 ? 27.3 : 40, cycle -> 41).run(7 * 71.3 + 30);
        assertThat(forecast.timing(GROUP)).isNull();
    }

    @Test
    void nothingIsForetoldDuringAPreemption() {
        plan(10, cycle -> 27.3, cycle -> 41).run(6 * 71.3);
        modes = Set.of(SignalMode.PREEMPTION);
        run(6 * 71.3 + 5);
        assertThat(forecast.timing(GROUP)).isNull();
        assertThat(forecast.greens(GROUP, 2)).isEmpty();
    }

    @Test
    void theTwoNextGreensOfAFixedTimePlanAreKnown() {
        plan(10, cycle -> 27.3, cycle -> 41).run(6 * 71.3 + 40);
        List<Green> greens = forecast.greens(GROUP, 2);
        assertThat(greens).hasSize(2);
        assertThat(seconds(at(7 * 71.3), greens.get(0).from())).isCloseTo(0, within(0.1));
        assertThat(seconds(at(7 * 71.3 + 27.3), greens.get(0).until())).isCloseTo(0, within(0.15));
        assertThat(seconds(at(8 * 71.3), greens.get(1).from())).isCloseTo(0, within(0.2));
    }

    @Test
    void theRunningGreenIsTheFirst() {
        plan(10, cycle -> 27.3, cycle -> 41).run(6 * 71.3 + 10);
        assertThat(forecast.greens(GROUP, 2).get(0).from()).isBefore(at(now));
    }

    @Test
    void aGapOfTheControllerTeachesNothingWrong() {
        plan(10, cycle -> 27.3, cycle -> 41).run(20);
        now = 3 * 71.3 + 5;
        run(4 * 71.3);
        assertThat(forecast.fixedTime(GROUP)).isFalse();
        assertThat(forecast.timing(GROUP)).isNull();
    }

    @Test
    void whatIsOldIsNotForetold() {
        plan(10, cycle -> 27.3, cycle -> 41).run(6 * 71.3 + 10);
        forecast.look(new Scene(at(now + 1), EXACT, List.of(), Map.of(), modes, List.of(), Stamps.NONE));
        assertThat(forecast.timing(GROUP)).isNull();
    }

    @Test
    void timeThatRunsBackwardsTeachesNothingWrong() {
        plan(10, cycle -> 27.3, cycle -> 41).run(6 * 71.3 + 10);
        now -= 3600;
        green(at(now));
        assertThat(forecast.greens(GROUP, 2))
                .allSatisfy(green -> assertThat(green.until()).isAfter(at(now)));
    }
}
