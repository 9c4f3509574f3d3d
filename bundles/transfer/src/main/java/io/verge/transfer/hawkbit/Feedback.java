package io.verge.transfer.hawkbit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the server is told of an action.
 *
 * @param progress null when there is nothing to count
 * @param details in words, for a person
 */
public record Feedback(Execution execution, Result result, @Nullable Progress progress, List<String> details) {
    /** Where the action is. */
    public enum Execution {
        /** Over; nothing follows. */
        CLOSED,
        PROCEEDING,
        CANCELED,
        SCHEDULED,
        REJECTED,
        RESUMED,
        DOWNLOADED,
        DOWNLOAD
    }

    /** How it went. */
    public enum Result {
        SUCCESS,
        FAILURE,
        /** Not over yet. */
        NONE
    }

    /**
     * So many of so many.
     *
     * @param count not negative
     * @param of not less than count
     */
    public record Progress(long count, long of) {}

    public Feedback {
        details = List.copyOf(details);
    }

    /** It goes on. */
    public static Feedback of(Execution execution, String... details) {
        return new Feedback(execution, Result.NONE, null, List.of(details));
    }

    /** It is being fetched. */
    public static Feedback proceeding(long count, long of) {
        return new Feedback(Execution.PROCEEDING, Result.NONE, new Progress(count, of), List.of());
    }

    /** It is over, and well. */
    public static Feedback success(String... details) {
        return new Feedback(Execution.CLOSED, Result.SUCCESS, null, List.of(details));
    }

    /** It is over, and not well. */
    public static Feedback failure(String... details) {
        return new Feedback(Execution.CLOSED, Result.FAILURE, null, List.of(details));
    }
}
