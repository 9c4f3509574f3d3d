package io.verge.cloud.internal.twin;

import io.verge.api.disk.CheckedText;
import io.verge.api.disk.Disk;
import io.verge.json.tree.JsonTreeException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the state of the twin in one file, which is the old or the new one after a power cut, never half of each.
 */
final class TwinStore {
    private static final Logger LOG = LoggerFactory.getLogger(TwinStore.class);

    private final Disk disk;
    private final Path file;
    private final Path folder;
    private final Path aside;

    /** In this file, and others beside it. */
    TwinStore(Disk disk, Path file) {
        this.disk = disk;
        this.file = file.toAbsolutePath();
        folder = Objects.requireNonNull(this.file.getParent(), "a file is in a folder");
        aside = file.resolveSibling(file.getFileName() + ".unreadable");
    }

    /**
     * What was saved last; null when nothing was. A file that cannot be understood is set aside, not deleted.
     *
     * @throws IOException when the disk cannot be read
     */
    @Nullable
    TwinState load() throws IOException {
        byte[] octets;
        try (InputStream in = disk.open(file)) {
            octets = in.readNBytes(TwinStateJson.LARGEST + 1);
        } catch (NoSuchFileException e) {
            return null;
        }
        try {
            String line = new String(octets, StandardCharsets.UTF_8).stripTrailing();
            return TwinStateJson.read(CheckedText.read(' ', line)
                    .orElseThrow(() -> new IllegalArgumentException("it is not as it was written")));
        } catch (JsonTreeException | IllegalArgumentException | ArithmeticException | DateTimeException e) {
            LOG.error("{} cannot be understood and is set aside as {}: {}", file, aside, e.getMessage());
            disk.move(file, aside);
            return null;
        }
    }

    /** Returns when it is there for good. */
    void save(TwinState state) throws IOException {
        String line = CheckedText.of(' ', TwinStateJson.write(state)) + "\n";
        disk.folders(folder);
        disk.replace(file, line.getBytes(StandardCharsets.UTF_8));
    }
}
