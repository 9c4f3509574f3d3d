package io.verge.update.internal.hawkbit;

import io.verge.transfer.hawkbit.Feedback;
import io.verge.transfer.hawkbit.Feedback.Execution;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * What a hawkBit server has not been told yet, in order. Of several letters that say the same with other numbers the newest is kept. When it
 * is told them one after the other they come more and more seldom, since hawkBit takes a thousand for an action and refuses the next, were it
 * the last. What is kept is bounded; the end of an action is dropped last. Lost in a restart: the server offers what it thinks to be open
 * again then, and is told again. Any thread.
 */
final class Mailbag {
    private static final int MOST = 64;
    private static final int MOST_DOUBLINGS = 6;
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    private final Deque<Letter> letters = new ArrayDeque<>();
    private @Nullable Letter told;
    private long toldAt;
    private int repeats;

    /** What is to be told of an action. */
    record Letter(String action, Feedback feedback) {
        boolean isEnd() {
            return feedback.execution() == Execution.CLOSED;
        }

        /** The same with other numbers. */
        boolean repeats(@Nullable Letter other) {
            return other != null && other.action.equals(action) && other.feedback.execution() == feedback.execution();
        }
    }

    synchronized void post(String action, Feedback feedback) {
        Letter letter = new Letter(action, feedback);
        if (letter.repeats(letters.peekLast())) {
            letters.removeLast();
        } else if (letters.size() >= MOST) {
            makeRoom();
        }
        letters.add(letter);
    }

    private void makeRoom() {
        for (Iterator<Letter> all = letters.iterator(); all.hasNext(); ) {
            if (!all.next().isEnd()) {
                all.remove();
                return;
            }
        }
        letters.removeFirst();
    }

    /**
     * What is to be told now; it stays until {@link #told} or {@link #forget}.
     *
     * @param nanos now, of the monotonic clock
     */
    @Nullable
    synchronized Letter next(long nanos) {
        Letter first = letters.peekFirst();
        boolean alone = letters.size() == 1;
        if (first != null && alone && !first.isEnd() && first.repeats(told)) {
            Duration pause = SHORTEST.multipliedBy(1L << Math.min(repeats, MOST_DOUBLINGS));
            return nanos - toldAt < pause.toNanos() ? null : first;
        }
        return first;
    }

    /** It knows, or does not want to. */
    synchronized void told(Letter letter, long nanos) {
        letters.remove(letter);
        if (told == null || !told.action().equals(letter.action())) {
            repeats = 0;
        } else if (letter.repeats(told)) {
            repeats++;
        }
        told = letter;
        toldAt = nanos;
    }

    /** Nothing is told of an action any more. */
    synchronized void forget(String action) {
        letters.removeIf(letter -> letter.action().equals(action));
    }
}
