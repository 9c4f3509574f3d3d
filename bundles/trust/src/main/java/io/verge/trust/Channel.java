package io.verge.trust;

import io.verge.trust.internal.json.CanonicalJson;
import io.verge.trust.internal.json.JsonObject;
import io.verge.trust.internal.json.JsonReader;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Which release those who follow a channel should have: the file of the target {@code channels/<name>.json}. Fields that are not known are
 * passed over.
 *
 * @param name such as {@code stable}: 1 to 40 of a-z, 0-9 and {@code -}
 * @param release see {@link Release#name}
 */
public record Channel(String name, String release) {
    /** Octets of the file at most. */
    public static final int LONGEST = 1 << 12;

    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,40}");
    private static final int DEEPEST = 4;

    /** @throws IllegalArgumentException when the name is none */
    public Channel {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not the name of a channel: 1 to 40 of a-z, 0-9 and '-'");
        }
    }

    /** Where a channel is in a repository. */
    public static String path(String name) {
        return "channels/" + name + ".json";
    }

    /**
     * Reads the file.
     *
     * @param name by which it was asked for
     * @throws TrustException when it is malformed
     */
    public static Channel read(String name, byte[] content) throws TrustException {
        JsonObject json = JsonReader.read(path(name), content, DEEPEST);
        return new Channel(name, json.text("release"));
    }

    /** The file, in canonical JSON. */
    public byte[] octets() {
        return CanonicalJson.octets(Map.of("release", release));
    }
}
