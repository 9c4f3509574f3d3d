package io.verge.cloud.internal.session;

import java.io.IOException;
import java.util.Optional;

/** Small texts that survive a restart. A seam, so that a test owns the disk. */
public interface Notes {
    /** What was written last under this name; empty when nothing was. */
    Optional<String> read(String name) throws IOException;

    /** Writes all of it or nothing, durably. */
    void write(String name, String text) throws IOException;
}
