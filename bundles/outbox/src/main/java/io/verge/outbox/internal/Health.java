package io.verge.outbox.internal;

import io.verge.api.outbox.Lane;
import io.verge.api.outbox.LaneReport;
import io.verge.api.outbox.OutboxReport;
import io.verge.api.status.State;
import io.verge.api.status.Status;
import io.verge.api.status.Trouble;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the outbox is, put together by the thread that writes and read by anyone. */
final class Health {
    private final Folder folder;
    private final Drops drops;
    private final Counters counters;
    private volatile OutboxReport last;
    /** What was seen in the folder; touched by the thread that writes. */
    private List<Path> damaged = List.of();

    private long fileOctets;

    Health(Folder folder, Drops drops, Counters counters, Instant now) {
        this.folder = folder;
        this.drops = drops;
        this.counters = counters;
        last = new OutboxReport(Status.of(State.STARTING, now), "", List.of(), 0);
    }

    OutboxReport last() {
        return last;
    }

    /** Looks into the folder. */
    void look() {
        damaged = folder.damaged();
        fileOctets = folder.octets();
    }

    /** Makes a new report; the caller holds what guards the vault. */
    void refresh(Vault vault, Rules rules, Instant now) {
        List<LaneReport> lanes = new ArrayList<>();
        for (Lane lane : Lane.values()) {
            lanes.add(new LaneReport(
                    lane,
                    vault.records(lane),
                    vault.octets(lane),
                    rules.of(lane).budget(),
                    vault.oldest(lane),
                    counters.offeredIn(lane),
                    counters.confirmedIn(lane),
                    drops.of(lane)));
        }
        last = new OutboxReport(status(vault.trouble(), now), vault.id(), lanes, fileOctets);
    }

    private Status status(@Nullable String reason, Instant now) {
        Trouble trouble = trouble(reason);
        State state = trouble == null ? State.OK : State.DEGRADED;
        Status before = last.status();
        Trouble told = before.trouble();
        boolean same = before.state() == state
                && (trouble == null || told != null && trouble.code().equals(told.code()));
        return new Status(state, same ? before.since() : now, trouble);
    }

    private @Nullable Trouble trouble(@Nullable String reason) {
        if (reason != null) {
            return new Trouble(
                    "not-durable",
                    folder.file() + " cannot be written: " + reason
                            + "; new records wait in memory, and a power cut loses them",
                    "make room on the disk, or see that it is mounted for writing; it is tried again every 5 s");
        }
        long lost = drops.count(Lane.CRITICAL, Reason.FULL);
        if (lost > 0) {
            return new Trouble(
                    "critical-dropped",
                    lost + " critical records were dropped since the start: nothing less urgent was left to make room",
                    "bring the uplink back, or raise the key budget of the section outbox");
        }
        if (!damaged.isEmpty()) {
            Path file = damaged.get(damaged.size() - 1);
            return new Trouble(
                    "set-aside",
                    "a damaged file was set aside, and what waited in it is not sent: " + file,
                    "verge outbox recover " + file + ", then move the file away");
        }
        return null;
    }
}
