package io.verge.device.internal;

import io.verge.device.Connection;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.GZIPInputStream;

/** A recording. What is packed is unpacked as it is read, never all at once. */
final class FileConnection implements Connection {
    private final InputStream in;
    private final Path path;

    private FileConnection(InputStream in, Path path) {
        this.in = in;
        this.path = path;
    }

    static FileConnection open(Path path) throws IOException {
        InputStream in;
        try {
            in = Files.newInputStream(path);
        } catch (NoSuchFileException e) {
            throw new IOException("file " + path + " does not exist", e);
        }
        try {
            return new FileConnection(path.toString().endsWith(".gz") ? new GZIPInputStream(in) : in, path);
        } catch (IOException e) {
            in.close();
            throw new IOException("file " + path + ": " + Reads.reason(e), e);
        }
    }

    @Override
    public int read(ByteBuffer into, Duration timeout) throws IOException {
        return Reads.once(into, in::read);
    }

    @Override
    public void write(ByteBuffer from) throws IOException {
        throw new IOException("file " + path + " is only read");
    }

    @Override
    public boolean finite() {
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
