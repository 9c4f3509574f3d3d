package io.verge.generation;

import java.time.Instant;
import java.util.Optional;

/**
 * How often a set was started without having become healthy since.
 *
 * @param starts at least 1
 * @param first when the first of them was
 * @param reason why the last one failed, one line; empty when nobody was left to say so
 */
record Attempt(int starts, Instant first, String reason) {
    Attempt again() {
        return new Attempt(starts + 1, first, "");
    }

    Optional<Attempt> oneLess() {
        return starts == 1 ? Optional.empty() : Optional.of(new Attempt(starts - 1, first, reason));
    }

    Attempt failed(String why) {
        return new Attempt(starts, first, why);
    }
}
