package io.verge.testkit.update;

import io.verge.api.status.State;
import io.verge.api.status.Status;
import io.verge.api.update.Phase;
import io.verge.api.update.UpdateEntry;
import io.verge.api.update.UpdateListener;
import io.verge.api.update.UpdatePlan;
import io.verge.api.update.UpdateRefusedException;
import io.verge.api.update.UpdateReport;
import io.verge.api.update.UpdateWish;
import io.verge.api.update.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Updates that change nothing: the test says in which phase they are. What has ended is not begun again, as in earnest. One thread. */
public final class DummyUpdates implements Updates {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    private final List<UpdateListener> listeners = new ArrayList<>();
    private final List<UpdateEntry> history = new ArrayList<>();
    private @Nullable UpdateEntry now;
    private @Nullable UpdateRefusedException refusal;
    private int begun;

    public void listen(UpdateListener listener) {
        listeners.add(listener);
    }

    /** Refuses all wishes that are new from now on. */
    public void refuse(String code, String why) {
        refusal = new UpdateRefusedException(code, why);
    }

    /** How many wishes were begun. */
    public int begun() {
        return begun;
    }

    /** What goes on; it is an error of the test when nothing does. */
    public UpdateWish wish() {
        return going().wish();
    }

    private UpdateEntry going() {
        if (now == null) {
            throw new IllegalStateException("nothing goes on");
        }
        return now;
    }

    /** What goes on comes to another phase. */
    public void walk(Phase phase) {
        walk(phase, "", "");
    }

    /** What goes on comes to another phase, with something to say. */
    public void walk(Phase phase, String why, String remedy) {
        move(phase, 0, 0, why, remedy);
    }

    /** What goes on has fetched so many octets of so many. */
    public void download(long fetched, long total) {
        move(Phase.DOWNLOAD, fetched, total, "", "");
    }

    private UpdateEntry move(Phase phase, long fetched, long total, String why, String remedy) {
        UpdateEntry entry = entry(wish(), phase, fetched, total, why, remedy);
        now = entry;
        if (phase.isOver()) {
            history.add(0, entry);
            now = null;
        }
        listeners.forEach(listener -> listener.onUpdate(entry));
        return entry;
    }

    private static UpdateEntry entry(
            UpdateWish wish, Phase phase, long fetched, long total, String why, String remedy) {
        return new UpdateEntry(wish, phase, NOW, NOW, 0, fetched, total, "", why, remedy, null, null);
    }

    @Override
    public UpdateReport report() {
        return new UpdateReport(Status.of(State.OK, NOW), "shipped", 1, "", null, List.of(), null, now);
    }

    @Override
    public String channel(String name, String source) throws UpdateRefusedException {
        throw new UpdateRefusedException("no-channel", "there are no channels here");
    }

    @Override
    public UpdatePlan plan(UpdateWish wish) throws UpdateRefusedException {
        throw new UpdateRefusedException("no-plan", "nothing is planned here");
    }

    @Override
    public UpdateEntry apply(UpdateWish wish) throws UpdateRefusedException {
        for (UpdateEntry ended : history) {
            if (ended.wish().id().equals(wish.id())) {
                return ended;
            }
        }
        UpdateEntry going = now;
        if (going != null && going.wish().id().equals(wish.id())) {
            return going;
        }
        if (refusal != null) {
            throw refusal;
        }
        if (going != null) {
            throw new UpdateRefusedException(
                    "busy", "the update to " + going.wish().release() + " goes on");
        }
        begun++;
        UpdateEntry entry = entry(wish, Phase.METADATA, 0, 0, "", "");
        now = entry;
        return entry;
    }

    @Override
    public UpdateEntry cancel(String why) throws UpdateRefusedException {
        UpdateEntry going = now;
        if (going == null) {
            throw new UpdateRefusedException("idle", "nothing goes on");
        }
        if (!going.phase().isHarmless()) {
            throw new UpdateRefusedException("too-late", "it has been switched to");
        }
        return move(Phase.CANCELLED, 0, 0, why, "");
    }

    @Override
    public UpdateEntry rollback(String why) throws UpdateRefusedException {
        throw new UpdateRefusedException("no-rollback", "there is nothing to go back to");
    }

    @Override
    public List<UpdateEntry> history() {
        return List.copyOf(history);
    }
}
