package io.verge.transfer;

import java.io.InputStream;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Where files come from: a folder, a web server, a broker, a laptop at the cabinet. It is pulled from, a range at a time, and nothing of
 * what it says is trusted: whoever asks knows the length and the hashes.
 */
@ConsumerType
public interface Source {
    /**
     * Octets of a file.
     *
     * <p>What is returned may end early, or fail while it is read with a {@link SourceException} or any other {@link java.io.IOException};
     * whoever reads goes on from there with a new range. Reading waits 30 s for the next octet or so, never for ever. Octets behind the end
     * of the range are not looked at. Closing it before its end abandons the transfer.
     *
     * @param path relative, segments divided by {@code /}, as in signed metadata; see {@link Names}
     * @param from the first octet, from 0
     * @param to the first octet that is not wanted any more, greater than {@code from}
     * @throws SourceException says whether to ask again
     */
    InputStream range(String path, long from, long to) throws SourceException;
}
