package io.verge.update.internal.engine.release;

import io.verge.trust.Target;
import java.io.IOException;

/** Fetches a small target. */
@FunctionalInterface
public interface TargetReader {
    /**
     * All of it; length and hash are those that the target says.
     *
     * @param longest octets
     * @throws Refusal when it is longer, or its source will never give it
     * @throws IOException when it cannot be had now
     */
    byte[] read(Target target, int longest) throws IOException, InterruptedException, Refusal;
}
