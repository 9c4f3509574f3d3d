package io.verge.update.internal;

import io.verge.api.bundle.BundleGenerations;
import io.verge.api.bundle.GenerationReport;
import io.verge.api.disk.LocalDisk;
import io.verge.api.status.State;
import io.verge.api.status.Status;
import io.verge.api.time.Clock;
import io.verge.generation.DamagedException;
import io.verge.generation.Generation;
import io.verge.generation.Generations;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Shows the generations on the disk, and what the launcher says of this start in the framework's properties. */
@Component(service = BundleGenerations.class)
public final class GenerationView implements BundleGenerations {
    private static final String REMEDY =
            "look for the cause with `verge logs` and `verge generations`; install a release that works, or go back"
                    + " with `verge generations use 0`, and restart the agent";

    private final Generations generations;
    private final Workshop workshop;
    private final Status status;
    private final Instant started;
    /** Whether this start has passed over what the box pointed to, which may be put right while it runs. */
    private final boolean passedOver;

    @Activate
    public GenerationView(@Reference Workshop workshop, @Reference Clock clock) {
        BundleContext context = workshop.context();
        this.workshop = workshop;
        generations = new Generations(new LocalDisk(), Path.of(context.getProperty("verge.state")));
        started = clock.now();
        status = status(context.getProperty("verge.safe.since"), context.getProperty("verge.start.why"), started);
        passedOver = status.state() == State.DEGRADED && !isCurrent();
    }

    private static Status status(@Nullable String safeSince, @Nullable String why, Instant started) {
        String cause = why == null ? "" : why;
        if (safeSince != null) {
            String silent = "no app, no driver and no radio runs: " + cause;
            return Status.of(State.FAILED, Instant.parse(safeSince), SAFE_MODE, silent, REMEDY);
        }
        return cause.isEmpty()
                ? Status.of(State.OK, started)
                : Status.of(State.DEGRADED, started, "not-current", cause, REMEDY);
    }

    /** As the start was; once the box points to what runs, since a failed update was undone, all is well. */
    @Override
    public Status status() {
        return passedOver && isCurrent() ? Status.of(State.OK, started) : status;
    }

    private boolean isCurrent() {
        try {
            return number(generations::current) == workshop.generation();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public int running() {
        return workshop.generation();
    }

    @Override
    public List<GenerationReport> list() throws IOException {
        int current = number(generations::current);
        int good = number(generations::good);
        List<Generation> all = new ArrayList<>(List.of(Generation.SHIPPED));
        all.addAll(generations.list());
        return all.stream().map(one -> report(one, current, good)).toList();
    }

    private interface Pointed {
        Generation read() throws IOException;
    }

    /** -1 when it cannot be read: then none of those that can is it. */
    private static int number(Pointed pointed) throws IOException {
        try {
            return pointed.read().number();
        } catch (DamagedException e) {
            return -1;
        }
    }

    private GenerationReport report(Generation one, int current, int good) {
        return new GenerationReport(
                one.number(),
                one.release(),
                one.made(),
                one.why(),
                one.number() == workshop.generation() && !status.state().equals(State.FAILED),
                one.number() == current,
                one.number() == good,
                one.size());
    }
}
