package io.verge.trust;

import java.io.IOException;
import java.nio.file.NoSuchFileException;

/** Where metadata comes from: a web server, a stick, the MQTT session. Nothing that it says is believed. */
@FunctionalInterface
public interface MetadataSource {
    /** Has nothing: for looking into what is stored. */
    MetadataSource NONE = (name, limit) -> {
        throw new NoSuchFileException(name);
    };

    /**
     * All of one file.
     *
     * @param name of letters, digits, dots, hyphens and underscores, such as {@code 3.root.json}; never a path
     * @param limit octets; so many are transferred at most
     * @throws NoSuchFileException when the source answers that it has no such file
     * @throws IOException when the file is longer, or the source cannot be asked now
     */
    byte[] fetch(String name, int limit) throws IOException;

    /** How what this source has comes here. */
    default Way way() {
        return Way.ONLINE;
    }
}
