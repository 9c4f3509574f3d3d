package io.verge.traffic;

import io.verge.api.scene.Scene;
import io.verge.api.signal.SignalMode;
import io.verge.api.signal.SignalState;
import io.verge.api.signal.SignalTiming;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Learns from scenes how long the lights of each signal group last, and says when they will change: exactly for a fixed-time
 * plan, the likely time with a lower confidence for an actuated one. What the controller itself says always goes first; bounds
 * are its alone. Nothing is learned or said while it does not follow its plan, as during a preemption. For one thread.
 */
public final class SignalForecast {
    /** What the controller said longer ago is not of use, as everywhere. */
    private static final Duration GREATEST_AGE = Duration.ofMillis(500);

    private static final Set<SignalMode> DISTURBED = EnumSet.of(
            SignalMode.MANUAL,
            SignalMode.STOP_TIME,
            SignalMode.FAULT_FLASH,
            SignalMode.PREEMPTION,
            SignalMode.PRIORITY,
            SignalMode.TRANSITION,
            SignalMode.PROGRAMMED_FLASH);

    private final int cycles;
    private final Map<Integer, GroupHistory> groups = new HashMap<>();
    private Instant now = Instant.MIN;

    /**
     * @param cycles from how many of the last it learns, at least 5
     */
    public SignalForecast(int cycles) {
        if (cycles < 5) {
            throw new IllegalArgumentException("learns from at least 5 cycles, not " + cycles);
        }
        this.cycles = cycles;
    }

    /** Takes what all signal groups show. Every scene should pass here; one that is missed costs a cycle at most. */
    public void look(Scene scene) {
        now = scene.time();
        boolean disturbed = disturbed(scene.modes());
        for (SignalState state : scene.signals().values()) {
            GroupHistory group = groups.get(state.group());
            if (group == null) {
                group = new GroupHistory(cycles);
                groups.put(state.group(), group);
            }
            group.look(state, disturbed);
        }
    }

    private static boolean disturbed(Set<SignalMode> modes) {
        for (SignalMode mode : modes) {
            if (DISTURBED.contains(mode)) {
                return true;
            }
        }
        return false;
    }

    /** Whether all lights of a signal group lasted equally long in the last cycles. */
    public boolean fixedTime(int group) {
        GroupHistory history = groups.get(group);
        return history != null && Expected.fixed(history.of(Light.GREEN)) && cycleIsFixed(history);
    }

    private static boolean cycleIsFixed(GroupHistory history) {
        for (Light light = Light.YELLOW; light != Light.GREEN; light = light.next()) {
            Durations durations = history.of(light);
            if (durations.count() > 0 && !Expected.fixed(durations)) {
                return false;
            }
        }
        return true;
    }

    /**
     * What the controller says of a signal group, with the likely end and the next green where it does not say them but they
     * are to be expected. When it says nothing, only of a fixed-time plan something is said: with the time of the look as the
     * least end, which is true of anything, and no greatest one.
     *
     * @return null when nothing is known
     */
    public @Nullable SignalTiming timing(int group) {
        GroupHistory history = fresh(group);
        if (history == null || history.seen() == null) {
            return null;
        }
        SignalTiming said = history.said();
        Expected end = Expected.end(history);
        if (end == null || (said == null && end.confidence() < Expected.FIXED)) {
            return said;
        }
        Instant least = said == null ? history.seen() : said.minEnd();
        Instant greatest = said == null ? null : said.maxEnd();
        return new SignalTiming(least, greatest, end.at(), end.confidence(), nextGreen(history, end));
    }

    /** What the controller says of it, else what a fixed-time plan does; null when neither does. */
    private static @Nullable Instant nextGreen(GroupHistory history, Expected end) {
        SignalTiming said = history.said();
        if (said != null && said.nextStart() != null) {
            return said.nextStart();
        }
        Expected start = nextStart(history, end);
        return start == null || start.confidence() < Expected.FIXED ? null : start.at();
    }

    /**
     * The running green of a signal group and those to come, as far as they are to be expected, in their order.
     *
     * @param count how many at most
     */
    public List<Green> greens(int group, int count) {
        List<Green> greens = new ArrayList<>(count);
        GroupHistory history = fresh(group);
        Expected end = history == null ? null : Expected.end(history);
        if (history == null || end == null || history.light() == Light.NONE) {
            return greens;
        }
        if (history.light() == Light.GREEN) {
            Instant began = history.began();
            greens.add(new Green(began == null ? now : began, end.at(), end.confidence()));
        }
        Expected start = saidStart(history, nextStart(history, end));
        while (start != null && greens.size() < count) {
            Expected until = history.of(Light.GREEN).count() == 0 ? null : start.then(history.of(Light.GREEN));
            if (until == null) {
                break;
            }
            greens.add(new Green(start.at(), until.at(), until.confidence()));
            start = untilGreen(history, Light.YELLOW, until);
        }
        return greens;
    }

    private static @Nullable Expected saidStart(GroupHistory history, @Nullable Expected learned) {
        SignalTiming said = history.said();
        return said == null || said.nextStart() == null
                ? learned
                : new Expected(
                        said.nextStart(), Math.max(said.confidence(), learned == null ? 0 : learned.confidence()));
    }

    /** When the next green begins, after the light that is on goes out; null before a cycle was seen. */
    private static @Nullable Expected nextStart(GroupHistory history, Expected end) {
        return history.cycling() ? untilGreen(history, history.light().next(), end) : null;
    }

    private static @Nullable Expected untilGreen(GroupHistory history, Light from, Expected begin) {
        Expected at = begin;
        for (Light light = from; light != Light.GREEN && at != null; light = light.next()) {
            at = at.then(history.of(light));
        }
        return at;
    }

    private @Nullable GroupHistory fresh(int group) {
        GroupHistory history = groups.get(group);
        if (history == null
                || history.seen() == null
                || history.seen().plus(GREATEST_AGE).isBefore(now)) {
            return null;
        }
        return history;
    }
}
