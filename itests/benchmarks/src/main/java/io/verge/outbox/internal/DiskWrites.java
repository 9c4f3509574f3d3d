package io.verge.outbox.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this process has made the disk write, as Linux counts it: whole pages of the file system, without its journal. */
final class DiskWrites implements AutoCloseable {
    private final long before;

    DiskWrites() throws IOException {
        before = now();
    }

    long octets() throws IOException {
        return now() - before;
    }

    private static long now() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/io"))) {
            if (line.startsWith("write_bytes:")) {
                return Long.parseLong(line.substring("write_bytes:".length()).strip());
            }
        }
        throw new IOException("/proc/self/io has no write_bytes");
    }

    @Override
    public void close() {
        // Nothing is held; the scope shows what is measured.
    }
}
