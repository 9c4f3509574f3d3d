package io.verge.transfer.jar;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.jar.JarFile;

/** Names of entries: relative, with slashes, without ways out. */
final class EntryName {
    /** Octets. */
    private static final int LONGEST = 1_024;

    /** The manifest first, as those who read a jar as a stream want it; then by the octets of the name in UTF-8. */
    static final Comparator<String> ORDER = Comparator.<String, Boolean>comparing(
                    name -> !name.equals(JarFile.MANIFEST_NAME))
            .thenComparing(name -> name.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    private EntryName() {}

    static boolean isSound(String name) {
        if (name.isEmpty() || name.getBytes(StandardCharsets.UTF_8).length > LONGEST || name.indexOf('\\') >= 0) {
            return false;
        }
        if (name.chars().anyMatch(Character::isISOControl) || name.indexOf(':') == 1) {
            return false;
        }
        String inner = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        for (String step : inner.split("/", -1)) {
            if (step.isEmpty() || step.equals(".") || step.equals("..")) {
                return false;
            }
        }
        return true;
    }
}
