package io.verge.update.internal.engine;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A bundle of the running agent.
 *
 * @param name symbolic name
 * @param version of it
 * @param sha256 of its octets; empty when they cannot be read
 * @param file where they lie, as the base of a patch; null when they are gone
 * @param inPlace whether it can be replaced alone, while all else runs
 * @param byHand whether it was changed on this box by hand, which lies over every release
 */
public record LiveBundle(
        String name, String version, String sha256, @Nullable Path file, boolean inPlace, boolean byHand) {}
