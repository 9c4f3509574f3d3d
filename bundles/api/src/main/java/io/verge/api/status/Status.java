package io.verge.api.status;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What, since when, why, and what to do about it.
 *
 * @param state what
 * @param since when this state and trouble began
 * @param trouble why and the remedy; null when nothing is wrong
 */
public record Status(State state, Instant since, @Nullable Trouble trouble) {
    public static Status of(State state, Instant since) {
        return new Status(state, since, null);
    }

    public static Status of(State state, Instant since, String code, String cause, String remedy) {
        return new Status(state, since, new Trouble(code, cause, remedy));
    }

    /** Whether the part does its work now. */
    public boolean works() {
        return state == State.OK || state == State.FINISHED;
    }
}
