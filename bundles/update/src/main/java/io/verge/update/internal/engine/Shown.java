package io.verge.update.internal.engine;

import io.verge.api.update.UpdateEntry;
import io.verge.api.update.UpdatePlan;
import io.verge.update.internal.engine.journal.Story;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What others see of updates. Written under the lock of {@link Course}, read by any thread without it. */
final class Shown {
    private static final Logger LOG = LoggerFactory.getLogger(Shown.class);

    /**
     * All at one instant.
     *
     * @param now null when nothing goes on
     * @param history the newest first
     */
    record View(@Nullable UpdateEntry now, List<UpdateEntry> history) {}

    private final Consumer<UpdateEntry> listener;
    private volatile View view = new View(null, List.of());

    // Of what goes on.
    private @Nullable UpdatePlan plan;
    private long fetched;
    private long total;

    // The engine's thread's.
    private @Nullable UpdateEntry told;

    Shown(Consumer<UpdateEntry> listener) {
        this.listener = listener;
    }

    View view() {
        return view;
    }

    /** Another goes on, of which nothing is known yet. */
    void forget() {
        plan = null;
        fetched = 0;
        total = 0;
    }

    void plan(UpdatePlan made) {
        plan = made;
        total = made.octets();
        fetched = 0;
    }

    void fetched(long octets) {
        fetched = Math.min(octets, total);
    }

    UpdateEntry entry(Story story) {
        return story.entry(fetched, total, plan);
    }

    void now(@Nullable Story story) {
        view = new View(story == null ? null : entry(story), view.history());
    }

    void history(List<Story> past) {
        view = new View(
                view.now(), past.stream().map(story -> story.entry(0, 0, null)).toList());
    }

    /** Tells the listener what it has not heard yet. The engine's thread. */
    void tell() {
        UpdateEntry now = view.now();
        if (now == null || now.equals(told)) {
            return;
        }
        told = now;
        try {
            listener.accept(now);
        } catch (RuntimeException e) {
            LOG.warn("A listener of updates has failed: {}", e.toString());
        }
    }
}
