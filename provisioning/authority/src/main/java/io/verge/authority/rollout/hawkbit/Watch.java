package io.verge.authority.rollout.hawkbit;

import io.verge.authority.rollout.fleet.Wish;
import io.verge.authority.rollout.run.Word;
import org.jspecify.annotations.Nullable;

/** An attempt that is looked at from time to time until it has ended. One thread. */
final class Watch {
    private final String box;
    private final Wish wish;
    private boolean wanted;
    private @Nullable Long action;
    private @Nullable Word said;
    private long due;

    /** @param due when it is looked at first, of the monotonic clock */
    Watch(String box, Wish wish, long due) {
        this.box = box;
        this.wish = wish;
        this.due = due;
    }

    String box() {
        return box;
    }

    Wish wish() {
        return wish;
    }

    /** hawkBit's name of the box: what stands behind its tenant. */
    String target() {
        return box.substring(box.indexOf('/') + 1);
    }

    /** Whether it is missed when it is gone; what has been taken back is not. */
    boolean isWanted() {
        return wanted;
    }

    void want(boolean now) {
        wanted = now;
    }

    /** hawkBit's number of it; null before it is known. */
    @Nullable
    Long action() {
        return action;
    }

    void found(long number) {
        action = number;
    }

    /** For how long it should have been looked at, nanoseconds; negative before that. */
    long overdue(long nanos) {
        return nanos - due;
    }

    void lookAgain(long nanos) {
        due = nanos;
    }

    /** Whether it is something else than what was heard of it last. */
    boolean isNews(Word word) {
        boolean news = !word.equals(said);
        said = word;
        return news;
    }
}
