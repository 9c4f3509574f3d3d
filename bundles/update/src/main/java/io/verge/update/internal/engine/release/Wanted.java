package io.verge.update.internal.engine.release;

import io.verge.generation.SetBundle;
import io.verge.update.internal.engine.journal.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a box is to run.
 *
 * @param release its name
 * @param bundles over the shipped ones
 * @param trustedUntil when the metadata expires that says so; null when it was trusted before
 * @param obstacles why this box may not run it; empty when it may
 */
public record Wanted(
        String release, List<WantedBundle> bundles, @Nullable Instant trustedUntil, List<Reason> obstacles) {
    public Wanted {
        bundles = List.copyOf(bundles);
        obstacles = List.copyOf(obstacles);
    }

    /** As a generation has it. */
    public List<SetBundle> set() {
        return bundles.stream().map(WantedBundle::bundle).toList();
    }

    /** By symbolic name. */
    public Map<String, Long> counters() {
        return bundles.stream().collect(Collectors.toMap(one -> one.bundle().name(), WantedBundle::counter));
    }
}
