package io.verge.update.internal.engine;

import io.verge.api.disk.Disk;
import io.verge.generation.Generations;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes what no update needs any more. One thread at a time. */
final class Tidying {
    private static final Logger LOG = LoggerFactory.getLogger(Tidying.class);

    private final Disk disk;
    private final Generations generations;
    private final LiveSet live;
    private final Path downloads;

    Tidying(EngineParts parts, Path downloads) {
        this.disk = parts.disk();
        this.generations = parts.generations();
        this.live = parts.live();
        this.downloads = downloads;
    }

    /**
     * Keeps the sets that run, that the box goes back to, and that it ran before.
     *
     * @param jars SHA-256 of those that are kept as well
     */
    void sets(Past past, Set<String> jars) {
        Set<Integer> pinned = new HashSet<>(Set.of(live.generation()));
        past.previous().ifPresent(pinned::add);
        try {
            generations.collect(pinned, jars);
        } catch (IOException e) {
            LOG.warn("What no update needs any more stays on the disk: {}", e.getMessage());
        }
    }

    /** What was on its way. */
    void downloads() {
        try {
            for (Path one : disk.list(downloads)) {
                for (Path piece : disk.list(one)) {
                    disk.delete(piece);
                }
                disk.delete(one);
            }
        } catch (IOException e) {
            LOG.warn("What was fetched stays on the disk: {}", e.getMessage());
        }
    }
}
