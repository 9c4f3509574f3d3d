package io.verge.device;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.osgi.annotation.versioning.ProviderType;

/**
 * An open way to a device. Used by one thread, except for {@link #close()} and, where a driver says so, {@link #write}.
 */
@ProviderType
public interface Connection extends Closeable {
    /** There is no more to read, and never will be. */
    int END = -1;

    /**
     * Reads what is there: of a stream, at least one octet and at most what fits; of datagrams and messages, exactly one.
     *
     * @param into octets are put at its position; a datagram that does not fit is an error, not cut
     * @param timeout how long to wait for the first octet
     * @return how many octets, 0 when the time is over, {@link #END} when the stream has ended
     * @throws MessageTooLargeException for a datagram or message that does not fit; the next can be read
     * @throws IOException when the connection is lost
     */
    int read(ByteBuffer into, Duration timeout) throws IOException;

    /** Writes all that remains in the buffer; of datagrams and messages, as one. */
    void write(ByteBuffer from) throws IOException;

    /** Whether its end is the end of the work, as of a file, and not a fault. */
    default boolean finite() {
        return false;
    }

    /** May be called by any thread; a thread that is reading then gets an IOException or {@link #END}. */
    @Override
    void close() throws IOException;
}
