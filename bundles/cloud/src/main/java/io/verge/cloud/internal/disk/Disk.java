package io.verge.cloud.internal.disk;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What is done to files. What is written is there for good only after {@link #sync}; a file that was made or renamed has its name for
 * good only after {@link #syncName}.
 */
public interface Disk {
    /** All of a file; null when there is none. */
    byte @Nullable [] read(Path file, int most) throws IOException;

    /** Makes a file of this, in the place of the one that there may be; with its folder. */
    void write(Path file, byte[] content) throws IOException;

    /** Adds to the end of a file, which is made when there is none. */
    void append(Path file, byte[] content) throws IOException;

    /** Returns when the content of the file is on the medium. */
    void sync(Path file) throws IOException;

    /** In one step, in the place of what has that name. */
    void rename(Path from, Path to) throws IOException;

    /** Returns when the name of the file is on the medium. */
    void syncName(Path file) throws IOException;
}
