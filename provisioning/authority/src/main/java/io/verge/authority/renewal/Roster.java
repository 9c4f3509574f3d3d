package io.verge.authority.renewal;

import io.verge.api.disk.Disk;
import io.verge.authority.identity.Subject;
import io.verge.authority.refusal.RefusedException;
import io.verge.authority.rollout.plan.FleetRow;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which boxes get certificates, and what boxes from the factory are called. Read anew for each, so that a change counts at once. */
public final class Roster {
    private static final int LARGEST = 64 << 20;
    private static final String BOX = "box";
    private static final String TENANT = "tenant";

    private final Disk disk;
    private final Path blocked;
    private final @Nullable Path boxes;

    /**
     * @param blocked list of boxes that get none; need not be there
     * @param boxes list of all boxes, with the serial numbers of those from the factory; null when all that have a certificate get
     *     another, and claims get none
     */
    public Roster(Disk disk, Path blocked, @Nullable Path boxes) {
        this.disk = disk;
        this.blocked = blocked;
        this.boxes = boxes;
    }

    /** Refuses a box that gets none. */
    void check(String box, String tenant) throws IOException, PetitionRefusedException {
        if (blocked().stream().anyMatch(row -> is(row, BOX, box, tenant))) {
            throw new PetitionRefusedException(PetitionRefusedException.FORBIDDEN, box + " is blocked");
        }
        if (boxes != null && rows(boxes).stream().noneMatch(row -> is(row, BOX, box, tenant))) {
            throw new PetitionRefusedException(
                    PetitionRefusedException.FORBIDDEN, box + " is not in the list of boxes");
        }
    }

    /** Who the box with a serial number is to be. */
    Subject planned(String serial, String tenant) throws IOException, PetitionRefusedException {
        List<FleetRow> rows = boxes == null ? List.of() : rows(boxes);
        FleetRow planned = rows.stream()
                .filter(row -> is(row, "serial", serial, tenant))
                .findFirst()
                .orElseThrow(() -> new PetitionRefusedException(
                        PetitionRefusedException.UNPLANNED, "no box is planned for the serial number " + serial));
        try {
            Subject subject = Subject.box(planned.cell(BOX), tenant);
            check(subject.name(), tenant);
            return subject;
        } catch (RefusedException e) {
            throw new IOException(planned.at() + ": " + e.getMessage(), e);
        }
    }

    /** A row without a tenant counts for each. */
    private static boolean is(FleetRow row, String column, String value, String tenant) {
        String named = row.cell(TENANT);
        return row.cell(column).equals(value) && (named.isEmpty() || named.equals(tenant));
    }

    private List<FleetRow> blocked() throws IOException {
        try {
            return rows(blocked);
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    private List<FleetRow> rows(Path file) throws IOException {
        byte[] content = disk.read(file, LARGEST);
        try {
            return FleetRow.read(content);
        } catch (IOException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }
}
