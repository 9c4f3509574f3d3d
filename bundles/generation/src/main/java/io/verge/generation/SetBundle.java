package io.verge.generation;

import io.verge.api.disk.Sha256;
import java.util.regex.Pattern;

/**
 * A bundle of a generation. What comes from a file or a release is checked here, so nothing else can become part of a path.
 *
 * @param name symbolic name
 * @param version of the bundle, as its manifest has it
 * @param sha256 of its octets, 64 digits of lower-case hexadecimal; names its file in the store
 * @param length octets, from 1
 * @param level the folder of shipped bundles that it would be in, which is its start level: such as {@code drivers}
 */
public record SetBundle(String name, String version, String sha256, long length, String level) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,200}");
    private static final Pattern LEVEL = Pattern.compile("[a-z]{1,20}");

    /** @throws IllegalArgumentException when one of them is not as described; it says which */
    public SetBundle {
        must(NAME.matcher(name).matches(), "a symbolic name", name);
        must(NAME.matcher(version).matches(), "a version", version);
        must(Sha256.isOne(sha256), "a SHA-256", sha256);
        must(length > 0, "a length", Long.toString(length));
        must(LEVEL.matcher(level).matches(), "a level", level);
    }

    private static void must(boolean right, String what, String found) {
        if (!right) {
            throw new IllegalArgumentException("not " + what + ": " + found);
        }
    }
}
