package io.verge.update.internal.engine;

import io.verge.generation.Generations;
import io.verge.update.internal.engine.journal.Story;
import java.io.IOException;

/** Where the pointers to the generations are; one that cannot be read is nowhere. The engine's thread. */
final class Pointers {
    private final Generations generations;

    Pointers(Generations generations) {
        this.generations = generations;
    }

    /** Whether the box starts this one. */
    boolean isCurrent(int number) {
        try {
            return generations.current().number() == number;
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether the box goes back to this one. */
    boolean isGood(int number) {
        return good() == number;
    }

    /** What the box goes back to; {@link Story#NONE} when that cannot be read. */
    int good() {
        try {
            return generations.good().number();
        } catch (IOException e) {
            return Story.NONE;
        }
    }
}
