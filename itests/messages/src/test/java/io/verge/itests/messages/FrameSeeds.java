package io.verge.itests.messages;

import io.verge.messages.testkit.Vectors;
import io.verge.messages.testkit.Vectors.Vector;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.opentest4j.TestAbortedException;

/**
 * Messages of others, from which fuzzing starts. One class for each kind of frame, for in one process the fuzzer goes on from one
 * test only. In the build each runs over these messages and inputs that once failed; {@code .ci/run} fuzzes each from there, and
 * by hand it can run longer: see docs/verification.md.
 */
final class FrameSeeds {
    static final String DURATION = "20s";

    private FrameSeeds() {}

    /** With an empty one first; only that one when the data folder is absent. */
    static Stream<Arguments> of(String... files) throws IOException {
        Stream.Builder<Arguments> seeds = Stream.builder();
        seeds.add(Arguments.of((Object) new byte[0]));
        for (String file : files) {
            for (Vector vector : vectors(file)) {
                seeds.add(Arguments.of((Object) vector.octets()));
            }
        }
        return seeds.build();
    }

    private static List<Vector> vectors(String file) throws IOException {
        try {
            return Vectors.load(file);
        } catch (TestAbortedException e) {
            return List.of();
        }
    }
}
