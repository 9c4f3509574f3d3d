package io.verge.update.internal.engine;

import io.verge.api.disk.Disk;
import io.verge.api.time.Clock;
import io.verge.api.update.UpdateChange;
import io.verge.api.update.UpdateChange.Way;
import io.verge.api.update.UpdatePlan;
import io.verge.api.update.UpdateWish;
import io.verge.generation.Generation;
import io.verge.generation.Generations;
import io.verge.generation.SetBundle;
import io.verge.update.internal.engine.fetch.Larder.Cost;
import io.verge.update.internal.engine.journal.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares what runs with what is wanted. One thread at a time. */
final class Planner {
    private final LiveSet live;
    private final Generations generations;
    private final Disk disk;
    private final Path folder;
    private final EngineSettings settings;
    private final Clock clock;

    /** @param folder of the engine, on the file system that jars come to */
    Planner(EngineParts parts, Path folder, EngineSettings settings) {
        this.live = parts.live();
        this.generations = parts.generations();
        this.disk = parts.disk();
        this.folder = folder;
        this.settings = settings;
        this.clock = parts.clock();
    }

    /**
     * What is wanted.
     *
     * @param costs by symbolic name; what is not there costs nothing
     * @param obstacles that are known already
     */
    record Goal(
            String release,
            List<SetBundle> bundles,
            Map<String, Cost> costs,
            @Nullable Instant trustedUntil,
            List<Reason> obstacles) {
        /** A generation of this box. */
        static Goal of(Generation generation) {
            return new Goal(name(generation), generation.bundles(), Map.of(), null, List.of());
        }
    }

    /**
     * What it touches.
     *
     * @param isThere whether it runs already
     * @param obstacles why it cannot be installed
     */
    record Comparison(UpdatePlan plan, boolean isThere, List<Reason> obstacles) {}

    /** As wishes name it. */
    static String name(Generation generation) {
        return generation.isShipped() ? UpdateWish.SHIPPED : generation.release();
    }

    /** What the bundles that run are those of; the shipped set when that cannot be read any more. */
    Generation running() {
        try {
            return generations.read(live.generation());
        } catch (IOException e) {
            return Generation.SHIPPED;
        }
    }

    Comparison compare(Goal goal, UpdateWish wish) throws IOException {
        Generation running = running();
        List<UpdateChange> changes = changes(goal, running);
        boolean isThere = changes.stream().allMatch(change -> change.way() == Way.KEPT)
                && name(running).equals(goal.release())
                && Set.copyOf(running.bundles()).equals(Set.copyOf(goal.bundles()));
        boolean restarts = changes.stream().anyMatch(change -> change.way() == Way.RESTART);
        long octets = goal.costs().values().stream().mapToLong(Cost::fetched).sum();
        long needed = goal.costs().values().stream().mapToLong(Cost::disk).sum();
        disk.folders(folder);
        long free = disk.free(folder);
        List<Reason> obstacles = new ArrayList<>(goal.obstacles());
        noRoom(needed, free).ifPresent(obstacles::add);
        noRestart(restarts).ifPresent(obstacles::add);
        Set<String> touched = changes.stream()
                .filter(change -> change.way() != Way.KEPT)
                .map(UpdateChange::name)
                .collect(Collectors.toSet());
        @Nullable Duration restart = restarts ? live.restartTime() : null;
        Instant now = clock.now();
        UpdatePlan plan = new UpdatePlan(
                goal.release(),
                goal.trustedUntil(),
                changes,
                live.pauses(touched),
                restart,
                octets,
                needed + settings.reserve(),
                free,
                wish.forced() ? now : settings.window().next(now),
                obstacles.stream().map(Reason::why).toList());
        return new Comparison(plan, isThere, obstacles);
    }

    private List<UpdateChange> changes(Goal goal, Generation running) {
        Map<String, LiveBundle> present = new HashMap<>();
        live.bundles().forEach(bundle -> present.put(bundle.name(), bundle));
        List<UpdateChange> changes = new ArrayList<>();
        Set<String> wanted = new HashSet<>();
        for (SetBundle bundle : goal.bundles()) {
            wanted.add(bundle.name());
            @Nullable LiveBundle runs = present.get(bundle.name());
            if (runs == null || !runs.sha256().equals(bundle.sha256())) {
                Cost cost = goal.costs().getOrDefault(bundle.name(), new Cost(0, 0));
                String from = runs == null ? "" : runs.version();
                changes.add(new UpdateChange(bundle.name(), from, bundle.version(), way(bundle, runs), cost.fetched()));
            }
        }
        for (SetBundle bundle : running.bundles()) {
            @Nullable LiveBundle runs = present.get(bundle.name());
            if (runs != null && !wanted.contains(bundle.name())) {
                String to = live.shippedVersion(bundle.name()).orElse("");
                changes.add(new UpdateChange(bundle.name(), runs.version(), to, way(bundle, runs), 0));
            }
        }
        changes.sort(Comparator.comparing(UpdateChange::name));
        return changes;
    }

    private Way way(SetBundle bundle, @Nullable LiveBundle runs) {
        if (runs == null) {
            return live.mayBeAdded(bundle.name(), bundle.level()) ? Way.IN_PLACE : Way.RESTART;
        }
        if (runs.byHand()) {
            return Way.KEPT;
        }
        return runs.inPlace() ? Way.IN_PLACE : Way.RESTART;
    }

    private Optional<Reason> noRoom(long needed, long free) {
        long wanted = needed + settings.reserve();
        return needed == 0 || free >= wanted
                ? Optional.empty()
                : Optional.of(new Reason(
                        "no-room",
                        "the disk has " + free + " octets free, and " + wanted + " are needed",
                        "free room on the disk, then ask again"));
    }

    private Optional<Reason> noRestart(boolean restarts) {
        return restarts
                ? live.noRestart()
                        .map(why ->
                                new Reason("no-restart", why, "install it where the agent runs under its supervisor"))
                : Optional.empty();
    }
}
