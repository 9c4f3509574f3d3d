package io.verge.authority.release;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be signed.
 *
 * @param release its name; null for bundles alone, such as a vendor's
 * @param baseRelease whose bundles belong to it too, but those that are replaced; null for none
 * @param bundles jars
 * @param include bundles of the repository, as {@code NAME:VERSION}
 * @param bases jars that boxes have without having them from here, such as shipped ones: patches are made for them
 * @param level of bundles whose name does not say it; null when all do
 * @param counter of the bundles; null for the one after the last
 * @param minAgent the oldest agent that the release runs on; empty for any
 * @param hardware models that the release runs on; empty for all
 */
public record Wish(
        @Nullable String release,
        @Nullable String baseRelease,
        List<Path> bundles,
        List<String> include,
        List<Path> bases,
        @Nullable String level,
        @Nullable Long counter,
        String minAgent,
        List<String> hardware) {
    public Wish {
        bundles = List.copyOf(bundles);
        include = List.copyOf(include);
        bases = List.copyOf(bases);
        hardware = List.copyOf(hardware);
    }
}
