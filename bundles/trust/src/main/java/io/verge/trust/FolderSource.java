package io.verge.trust;

import io.verge.api.disk.Disk;
import java.io.IOException;
import java.nio.file.Path;

/** Metadata that lies in a folder: on a stick, or beside the author. */
public final class FolderSource implements MetadataSource {
    private final Disk disk;
    private final Path folder;
    private final Way way;

    /**
     * Reads nothing yet.
     *
     * @param folder that the files are in, such as {@code metadata} of a repository
     * @param way CARRIED for a stick
     */
    public FolderSource(Disk disk, Path folder, Way way) {
        this.disk = disk;
        this.folder = folder;
        this.way = way;
    }

    @Override
    public byte[] fetch(String name, int limit) throws IOException {
        return disk.read(folder.resolve(name), limit);
    }

    @Override
    public Way way() {
        return way;
    }
}
