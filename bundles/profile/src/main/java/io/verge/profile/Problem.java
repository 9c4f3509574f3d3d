package io.verge.profile;

/**
 * One thing that is wrong with a profile.
 *
 * @param line from 1; 0 when it is about the file as a whole
 * @param key where it is, such as {@code devices.radar-ne.mount.azimuth}; empty when no key is to blame
 * @param message what was found and what was expected
 */
public record Problem(int line, String key, String message) {
    /** As compilers write it: {@code file:line: key: message}. */
    public String in(String file) {
        return file + (line > 0 ? ":" + line : "") + ": " + this;
    }

    /** Key and message, without the line. */
    @Override
    public String toString() {
        return key.isEmpty() ? message : key + ": " + message;
    }
}
