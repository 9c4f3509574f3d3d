package io.verge.audit.internal;

import io.verge.api.status.State;
import io.verge.api.status.Status;
import io.verge.api.time.Clock;
import io.verge.audit.TrailCheck;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** How the trail is: the worst of what is wrong with it. Any thread. */
final class Condition {
    private final Clock clock;
    private @Nullable String broken;
    private @Nullable String unwritten;
    private long removed;
    private Status status;

    Condition(Clock clock) {
        this.clock = clock;
        status = Status.of(State.STARTING, clock.now());
    }

    /** All files were read. */
    synchronized void checked(TrailCheck check) {
        String more = check.breaks().size() > 1 ? " (and " + (check.breaks().size() - 1) + " more)" : "";
        broken = check.intact() ? null : check.breaks().get(0) + more;
        judge();
    }

    /** What waited is on the disk. */
    synchronized void written() {
        unwritten = null;
        judge();
    }

    synchronized void unwritten(IOException e) {
        unwritten = String.valueOf(e.getMessage());
        judge();
    }

    /** Entries up to this one went before the cloud was given their hash. */
    synchronized void removed(long number) {
        removed = number;
        judge();
    }

    synchronized Status status() {
        return status;
    }

    private void judge() {
        if (broken != null) {
            become(
                    State.FAILED,
                    "trail-broken",
                    broken,
                    "copy var/audit and compare it with what the cloud has; when the reason is known, move the file"
                            + " away");
        } else if (unwritten != null) {
            become(
                    State.DEGRADED,
                    "not-written",
                    "entries wait in memory: " + unwritten,
                    "see that the disk has room and can be written");
        } else if (removed > 0) {
            become(
                    State.DEGRADED,
                    "removed-unanchored",
                    "entries up to " + removed + " went before their hash was handed on, since there were too many",
                    "see why the outbox takes nothing: /why/io.verge.outbox");
        } else if (status.state() != State.OK) {
            status = Status.of(State.OK, clock.now());
        }
    }

    private void become(State state, String code, String cause, String remedy) {
        Status next = Status.of(state, clock.now(), code, cause, remedy);
        boolean same = next.trouble() != null && next.trouble().equals(status.trouble());
        status = same ? status : next;
    }
}
