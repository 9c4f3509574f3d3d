package io.verge.app.speedadvice.internal;

import io.verge.api.announcement.AdviceAnnouncement.Advice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds back what drivers could not follow: an advice whose speeds jump twice in a short time is not given until they have not
 * jumped for as long. One advice follows another when both are of the same lane and signal group and their greens overlap.
 */
final class Calm {
    private final double greatestChange;
    private final Duration time;
    private final List<Followed> all = new ArrayList<>();

    /** One advice over time. */
    private static final class Followed {
        private Advice last;
        private Instant seen;
        private Instant jumped = Instant.MIN;
        private Instant heldUntil = Instant.MIN;

        private Followed(Advice advice, Instant now) {
            last = advice;
            seen = now;
        }
    }

    /**
     * @param greatestChange m/s, from one announcement to the next
     * @param time within which one greater change is borne
     */
    Calm(double greatestChange, Duration time) {
        this.greatestChange = greatestChange;
        this.time = time;
    }

    /** Whether it may be given. Every advice passes here at every announcement. */
    boolean allows(Advice advice, Instant now) {
        all.removeIf(one -> one.seen.isAfter(now) || one.seen.plus(time).isBefore(now));
        for (Followed one : all) {
            if (same(one.last, advice)) {
                return update(one, advice, now);
            }
        }
        all.add(new Followed(advice, now));
        return true;
    }

    private boolean update(Followed one, Advice advice, Instant now) {
        if (jump(one.last, advice)) {
            if (!one.jumped.equals(Instant.MIN) && one.jumped.plus(time).isAfter(now)) {
                one.heldUntil = now.plus(time);
            }
            one.jumped = now;
        }
        one.last = advice;
        one.seen = now;
        return !one.heldUntil.isAfter(now);
    }

    private static boolean same(Advice before, Advice now) {
        return before.lane() == now.lane()
                && before.signalGroup() == now.signalGroup()
                && before.from().isBefore(now.until())
                && now.from().isBefore(before.until());
    }

    private boolean jump(Advice before, Advice now) {
        return Math.abs(before.minSpeed() - now.minSpeed()) > greatestChange
                || Math.abs(before.maxSpeed() - now.maxSpeed()) > greatestChange;
    }
}
