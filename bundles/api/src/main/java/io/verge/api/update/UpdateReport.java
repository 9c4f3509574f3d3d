package io.verge.api.update;

import io.verge.api.status.State;
import io.verge.api.status.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How updating is on this box.
 *
 * @param status OK when idle or at work; NOT_POSSIBLE without a root of trust; DEGRADED after a failed update until the next; FAILED when
 *     what is kept on the disk cannot be used
 * @param running the release that runs; {@code shipped} for the installation as it came
 * @param generation that runs
 * @param trust freshness of the metadata that was refreshed last, for people
 * @param trustedUntil when that expires; null when there is none
 * @param sources that the profile names, in their order
 * @param rollback how long going back from the last update took, see {@link UpdateEntry}; null when it was not undone, or that is not known
 * @param now the update that goes on; null when there is none
 */
public record UpdateReport(
        Status status,
        String running,
        int generation,
        String trust,
        @Nullable Instant trustedUntil,
        List<String> sources,
        @Nullable Duration rollback,
        @Nullable UpdateEntry now) {
    public UpdateReport {
        sources = List.copyOf(sources);
    }

    /** The same, when whoever orders updates is in trouble; as it is when they are not: an empty text. */
    public UpdateReport troubledBy(String cause) {
        if (cause.isEmpty() || status.state() != State.OK) {
            return this;
        }
        Status troubled =
                Status.of(State.DEGRADED, status.since(), "orders", cause, "look at the network and the server");
        return new UpdateReport(troubled, running, generation, trust, trustedUntil, sources, rollback, now);
    }
}
