package io.verge.api.disk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.osgi.annotation.versioning.ProviderType;

/** The end of a file that is being written. One thread. */
@ProviderType
public interface Appender extends Closeable {
    /** Writes all that remains in it. */
    void write(ByteBuffer content) throws IOException;

    /** When it returns, what was written and the file's name outlive a power cut. */
    void sync() throws IOException;

    /** Without syncing. */
    @Override
    void close() throws IOException;
}
