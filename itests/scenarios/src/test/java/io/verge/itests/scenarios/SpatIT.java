package io.verge.itests.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.announcement.SignalAnnouncement;
import io.verge.api.app.App;
import io.verge.api.scene.Scene;
import io.verge.api.signal.SignalState;
import io.verge.api.site.SiteMap;
import io.verge.api.time.ClockQuality;
import io.verge.api.time.Stamps;
import io.verge.app.signalphase.internal.SignalPhaseApp;
import io.verge.app.signalphase.internal.SignalPhaseConfig;
import io.verge.driver.simulator.internal.world.Layout;
import io.verge.driver.simulator.internal.world.SignalPlan;
import io.verge.testkit.Defaults;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is announced of the signals, held against what they do. */
class SpatIT {
    private static final ClockQuality EXACT = new ClockQuality(ClockQuality.Source.RECORDING, Duration.ZERO);
    private static final long HALF_HOUR = 1_800_000;
    private static final long STEP = 100;
    /** So many cycles of 68 s are enough to learn a plan from its colours. */
    private static final long LEARN = 8 * 68_000;

    private final SiteMap map = new Layout().map();
    private final App app =
            new SignalPhaseApp(Defaults.of(SignalPhaseConfig.class, "id", "signal-phase"), Apps.site(map));

    @Test
    void groupsThatExcludeEachOtherAreNeverGreenTogether() {
        for (long millis = 0; millis < HALF_HOUR; millis += STEP) {
            show(VirtualSignals.at(millis, time(millis)), millis, announcement -> assertThat(conflicting(announcement))
                    .isEmpty());
        }
    }

    private List<String> conflicting(SignalAnnouncement announcement) {
        Map<Integer, SignalState> states = new TreeMap<>();
        announcement.states().forEach(state -> states.put(state.group(), state));
        return map.conflicts().stream()
                .filter(conflict -> green(states.get(conflict.group())) && green(states.get(conflict.other())))
                .map(Object::toString)
                .toList();
    }

    private static boolean green(@Nullable SignalState state) {
        return state != null && state.phase().green();
    }

    @Test
    void theCountdownOfAFixedPlanIsRightToATenth() {
        Countdowns countdowns = fixed(state -> state, 0);
        assertThat(countdowns.unsaid()).isZero();
        assertThat(countdowns.errors()).hasSizeGreaterThan(10_000).allMatch(error -> error <= 0.1);
        tell("fixed plan, times of the controller", countdowns);
    }

    /** When the controller says only what its lamps show. */
    @Test
    void theCountdownOfAFixedPlanIsLearnedFromItsColours() {
        Countdowns countdowns =
                fixed(state -> new SignalState(state.group(), state.phase(), null, state.observedAt()), LEARN);
        assertThat(countdowns.unsaid()).isZero();
        assertThat(countdowns.errors()).hasSizeGreaterThan(10_000).allMatch(error -> error <= 0.1);
        tell("fixed plan, colours alone", countdowns);
    }

    private Countdowns fixed(UnaryOperator<SignalState> said, long from) {
        Countdowns countdowns = new Countdowns();
        for (long millis = 0; millis < HALF_HOUR; millis += STEP) {
            Map<Integer, SignalState> truth = VirtualSignals.at(millis, time(millis));
            Map<Integer, SignalState> heard = new TreeMap<>();
            truth.forEach((group, state) -> heard.put(group, said.apply(state)));
            long now = millis;
            show(heard, millis, announcement -> {
                if (now >= from) {
                    countdowns.hear(announcement, truth, begun(now));
                }
            });
        }
        return countdowns;
    }

    /** When each group began to show what it shows, by the plan: the step in which that was began up to 100 ms before. */
    private static Map<Integer, Instant> begun(long millis) {
        Map<Integer, Instant> begun = new TreeMap<>();
        for (int arm = 1; arm <= 4; arm++) {
            begun.put(Layout.vehicleGroup(arm), begun(arm, millis, true));
            begun.put(Layout.pedestrianGroup(arm), begun(arm, millis, false));
        }
        return begun;
    }

    private static Instant begun(int arm, long millis, boolean vehicles) {
        long before = Math.max(0, millis - STEP);
        SignalPlan.Aspect aspect = vehicles ? SignalPlan.vehicles(arm, before) : SignalPlan.pedestrians(arm, before);
        return time(before + aspect.left());
    }

    @Test
    void theTimesOfAnActuatedPlanKeepItsBounds() {
        ActuatedPlan plan = new ActuatedPlan(417);
        Countdowns countdowns = new Countdowns();
        for (long millis = 0; millis < 3 * HALF_HOUR; millis += STEP) {
            Map<Integer, SignalState> truth = plan.at(millis);
            long now = millis;
            show(truth, millis, announcement -> {
                if (now > HALF_HOUR / 2) {
                    countdowns.hear(announcement, truth, plan.begun());
                }
            });
        }
        tell("actuated plan", countdowns);
        assertThat(countdowns.outOfBounds()).isZero();
        assertThat(countdowns.greens()).isNotEmpty();
    }

    private static void tell(String title, Countdowns countdowns) {
        System.out.printf(
                Locale.ROOT,
                "SPAT, %s: error of the likely end p50 %.2f s, p95 %.2f s, max %.2f s; of greens p50 %.2f s, p95 %.2f s;"
                        + " %d said, %d not%n",
                title,
                Score.quantile(countdowns.errors(), 0.5),
                Score.quantile(countdowns.errors(), 0.95),
                Score.quantile(countdowns.errors(), 1),
                Score.quantile(countdowns.greens(), 0.5),
                Score.quantile(countdowns.greens(), 0.95),
                countdowns.errors().size(),
                countdowns.unsaid());
    }

    private void show(Map<Integer, SignalState> states, long millis, Consumer<SignalAnnouncement> out) {
        Scene scene = new Scene(time(millis), EXACT, List.of(), states, Set.of(), List.of(), Stamps.NONE);
        app.onScene(scene, announcement -> {
            if (announcement instanceof SignalAnnouncement signals) {
                out.accept(signals);
            }
        });
    }

    private static Instant time(long millis) {
        return TruePictures.START.plusMillis(millis);
    }
}
