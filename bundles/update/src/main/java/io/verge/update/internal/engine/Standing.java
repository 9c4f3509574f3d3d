package io.verge.update.internal.engine;

import io.verge.api.status.State;
import io.verge.api.status.Status;
import io.verge.api.time.Clock;
import io.verge.api.update.Phase;
import io.verge.update.internal.engine.journal.Reason;
import io.verge.update.internal.engine.journal.Story;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How updating is on this box. Set by the engine's thread, read by any. */
final class Standing {
    private final Clock clock;
    private final @Nullable Anchor anchor;
    private volatile Status status;

    Standing(EngineParts parts) {
        this.clock = parts.clock();
        this.anchor = parts.anchor();
        this.status = Status.of(State.STARTING, clock.now());
    }

    Status status() {
        return status;
    }

    void unreadable(IOException e) {
        status = Status.of(State.FAILED, clock.now(), "unreadable", String.valueOf(e.getMessage()), "look at the disk");
    }

    /** By what has ended last. */
    void judge(Past past) {
        Instant now = clock.now();
        Optional<Story> failed = past.newest().filter(story -> story.phase() == Phase.FAILED);
        if (anchor == null) {
            status = status(State.NOT_POSSIBLE, now, Repository.NO_TRUST);
        } else if (failed.isPresent()) {
            status = status(State.DEGRADED, failed.get().since(), failed.get().reason());
        } else if (status.state() != State.OK) {
            status = Status.of(State.OK, now);
        }
    }

    private static Status status(State state, Instant since, Reason reason) {
        return Status.of(state, since, reason.code(), reason.why(), reason.remedy());
    }
}
