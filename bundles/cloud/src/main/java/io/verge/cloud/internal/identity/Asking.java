package io.verge.cloud.internal.identity;

import io.verge.api.time.Clock;
import io.verge.cloud.internal.session.BackOff;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** When the authority is asked, and what it has answered; of one identity in use. One thread. */
final class Asking {
    /** Boxes of one day in the factory do not all ask in one second. */
    static final Duration SPREAD = Duration.ofHours(1);

    private static final Duration FIRST = Duration.ofHours(1);
    private static final Duration LAST = Duration.ofHours(24);
    private static final Duration FIRST_OF_CLAIM = Duration.ofMinutes(1);
    private static final Duration LAST_OF_CLAIM = Duration.ofHours(1);

    private final Clock clock;
    private final BackOff backOff;
    private long next;
    private String id = "";
    private String said = "";

    private Asking(Clock clock, BackOff backOff, Duration first) {
        this.clock = clock;
        this.backOff = backOff;
        await(first);
    }

    /**
     * Nobody has been asked yet.
     *
     * @param isClaim whether somebody stands beside the box and waits
     */
    static Asking of(boolean isClaim, Clock clock, RandomGenerator random) {
        BackOff backOff =
                isClaim ? new BackOff(random, FIRST_OF_CLAIM, LAST_OF_CLAIM) : new BackOff(random, FIRST, LAST);
        return new Asking(clock, backOff, backOff.next(isClaim ? Duration.ZERO : SPREAD));
    }

    private void await(Duration wait) {
        next = clock.nanoTime() + wait.toNanos();
    }

    boolean isDue() {
        return clock.nanoTime() - next >= 0;
    }

    /**
     * It is asked now, and again after a while.
     *
     * @param petition its id
     * @return until then
     */
    Duration asks(String petition) {
        id = petition;
        Duration wait = backOff.next(Duration.ZERO);
        await(wait);
        return wait;
    }

    /** The longest wait: what came of the last answer was not good. */
    void later() {
        await(backOff.late());
    }

    /** Whether anybody has been asked. */
    boolean hasAsked() {
        return !id.isEmpty();
    }

    /** Takes a refusal, unless it is of a petition that is not the last; whether it says anything new. */
    boolean refused(Answer.Refused refusal) {
        boolean isNew = refusal.id().equals(id) && !refusal.why().equals(said);
        if (isNew) {
            said = refusal.why();
        }
        return isNew;
    }

    /** Why the authority refused last; empty when it has not. */
    String said() {
        return said;
    }
}
