package io.verge.audit;

import io.verge.api.audit.AuditEntry;
import io.verge.api.disk.Disk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * What became of recomputing a trail.
 *
 * @param files of the trail
 * @param first number of the first entry that is there; 0 when none is
 * @param last number of the last one; 0 when none is
 * @param head hash of the last one; 64 zeros when none is
 * @param breaks where it is not what was written, in order; empty when all is
 * @param torn the name of the file whose end is half a line, as after a power cut; else empty
 */
public record TrailCheck(int files, long first, long last, String head, List<TrailBreak> breaks, String torn) {
    public TrailCheck {
        breaks = List.copyOf(breaks);
    }

    /** Whether every entry is there as it was written. */
    public boolean intact() {
        return breaks.isEmpty();
    }

    /**
     * Recomputes the trail of a folder, such as a copy of a box's {@code var/audit}. Changes nothing.
     *
     * @param each gets every entry that can be read, in order
     * @throws IOException when a file cannot be read
     */
    public static TrailCheck of(Disk disk, Path folder, Consumer<AuditEntry> each) throws IOException {
        return Scan.of(disk, folder, each).check();
    }
}
