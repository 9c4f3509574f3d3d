package io.verge.traffic;

import io.verge.api.signal.SignalTiming;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is to be expected of a signal group from its history. A light that has lasted equally long several times in a row is
 * taken to be of a fixed-time plan; of any other the half of the longer ones lasted longer than what is expected.
 *
 * @param at when
 * @param confidence that it is then, 0 to 1: at least {@link #FIXED} of a fixed-time plan, always less of any other
 */
record Expected(Instant at, double confidence) {
    static final double FIXED = 0.9;

    /** So many equal durations in a row are a plan: an actuated green that runs to its limit does so a few times in a row too. */
    private static final int ENOUGH = 5;

    /** A light that has outlasted its plan by more, seconds, no longer follows it. */
    private static final double OVERRUN = 0.3;

    /** An interval between the deciles that is so wide, seconds, costs two thirds of the confidence. */
    private static final double WIDE = 10;

    /** Whether the light has lasted equally long in the last cycles. */
    static boolean fixed(Durations durations) {
        return durations.agreeing() >= ENOUGH;
    }

    /** When the light that is on goes out; null when nothing is known. What the controller says is certain goes first. */
    static @Nullable Expected end(GroupHistory group) {
        SignalTiming said = group.said();
        if (said != null && said.minEnd().equals(said.maxEnd())) {
            return new Expected(said.minEnd(), 1);
        }
        if (said != null && said.likelyEnd() != null) {
            return new Expected(said.likelyEnd(), said.confidence());
        }
        Expected learned = learned(group);
        return learned == null || said == null ? learned : learned.within(said);
    }

    private static @Nullable Expected learned(GroupHistory group) {
        Instant began = group.began();
        Instant now = group.seen();
        if (began == null || now == null || group.light() == Light.NONE) {
            return null;
        }
        Durations durations = group.of(group.light());
        double elapsed = GroupHistory.seconds(began, now);
        return fixed(durations) && elapsed < durations.mean() + OVERRUN
                ? new Expected(later(began, durations.mean()), sure(durations))
                : median(began, durations, elapsed);
    }

    /** What the controller permits. When that is far from what was learned, what was learned is worth little. */
    private Expected within(SignalTiming said) {
        Instant clipped = at.isBefore(said.minEnd()) ? said.minEnd() : at;
        Instant greatest = said.maxEnd();
        if (greatest != null && clipped.isAfter(greatest)) {
            clipped = greatest;
        }
        boolean far = Math.abs(GroupHistory.seconds(at, clipped)) > OVERRUN;
        return new Expected(clipped, far ? Math.min(confidence, FIXED / 2) : confidence);
    }

    /** This light and then another of its full length; null when nothing is known of that. A light that never was takes no time. */
    @Nullable
    Expected then(Durations next) {
        if (next.count() == 0) {
            return this;
        }
        Expected after = fixed(next) ? new Expected(later(at, next.mean()), sure(next)) : median(at, next, 0);
        return after == null ? null : new Expected(after.at, Math.min(confidence, after.confidence));
    }

    private static @Nullable Expected median(Instant began, Durations durations, double elapsed) {
        double half = durations.quantile(elapsed, 0.5);
        if (durations.count() < ENOUGH || Double.isNaN(half)) {
            return null;
        }
        double width = durations.quantile(elapsed, 0.9) - durations.quantile(elapsed, 0.1);
        return new Expected(later(began, half), Math.nextDown(FIXED) * Math.exp(-width / WIDE));
    }

    /** By the rule of succession. */
    private static double sure(Durations durations) {
        double agreeing = durations.agreeing();
        return Math.max(FIXED, (agreeing + 1) / (agreeing + 2));
    }

    private static Instant later(Instant from, double seconds) {
        return from.plus(Duration.ofNanos(Math.round(seconds * 1e9)));
    }
}
