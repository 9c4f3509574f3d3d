package io.verge.authority.rollout.fleet;

import io.verge.authority.rollout.run.Word;

/** Something that was heard. */
public sealed interface Heard {
    /** A box says how its update is. */
    record Said(Word word) implements Heard {}

    /** What was asked of a box does not hold any more. */
    record Overruled(String box, String why) implements Heard {}
}
