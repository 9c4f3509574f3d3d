package io.verge.cloud.internal.twin;

import io.verge.cloud.internal.disk.CheckedLine;
import io.verge.cloud.internal.disk.Disk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the state of the twin in one file, which is the old or the new one after a power cut, never half of each: written beside its
 * place, synced, renamed, and the name synced.
 */
final class TwinStore {
    private static final Logger LOG = LoggerFactory.getLogger(TwinStore.class);

    private final Disk disk;
    private final Path file;
    private final Path next;
    private final Path aside;

    /** In this file, and others beside it. */
    TwinStore(Disk disk, Path file) {
        this.disk = disk;
        this.file = file;
        next = file.resolveSibling(file.getFileName() + ".new");
        aside = file.resolveSibling(file.getFileName() + ".unreadable");
    }

    /**
     * What was saved last; null when nothing was. A file that cannot be understood is set aside, not deleted.
     *
     * @throws IOException when the disk cannot be read
     */
    @Nullable
    TwinState load() throws IOException {
        byte[] octets = disk.read(file, TwinStateJson.LARGEST + 1);
        if (octets == null) {
            return null;
        }
        try {
            String line = new String(octets, StandardCharsets.UTF_8).stripTrailing();
            return TwinStateJson.read(CheckedLine.text(line)
                    .orElseThrow(() -> new IllegalArgumentException("it is not as it was written")));
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            LOG.error("{} cannot be understood and is set aside as {}: {}", file, aside, e.getMessage());
            disk.rename(file, aside);
            return null;
        }
    }

    /** Returns when it is there for good. */
    void save(TwinState state) throws IOException {
        disk.write(next, CheckedLine.of(TwinStateJson.write(state)).getBytes(StandardCharsets.UTF_8));
        disk.sync(next);
        disk.rename(next, file);
        disk.syncName(file);
    }
}
