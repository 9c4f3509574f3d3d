package io.verge.update.internal.engine;

import io.verge.api.time.Clock;
import io.verge.api.update.Phase;
import io.verge.api.update.UpdateEntry;
import io.verge.api.update.UpdatePlan;
import io.verge.api.update.UpdateRefusedException;
import io.verge.api.update.UpdateWish;
import io.verge.update.internal.engine.journal.Journal;
import io.verge.update.internal.engine.journal.Reason;
import io.verge.update.internal.engine.journal.Story;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the update is, on the disk and for those who look. Anybody may take a wish up or give it up; all other steps are the engine's
 * thread's. What they see is immutable and read without waiting; the lock is held while a step is written down, and no longer.
 */
final class Course {
    private static final Logger LOG = LoggerFactory.getLogger(Course.class);

    /** How much of the time that a wish waits may be lost. */
    private static final Duration KEPT = Duration.ofHours(1);

    private final Journal journal;
    private final Clock clock;
    private final Shown shown;
    private final ReentrantLock lock = new ReentrantLock();

    // Guarded by the lock; the first two are read without it.
    private volatile @Nullable Story story;
    private volatile Past past = Past.NONE;
    private boolean read;
    private String damage = "";
    private long counted;

    Course(Journal journal, Clock clock, Consumer<UpdateEntry> listener) {
        this.journal = journal;
        this.clock = clock;
        this.shown = new Shown(listener);
    }

    Shown.View view() {
        return shown.view();
    }

    /** What goes on; null when nothing does. */
    @Nullable
    Story story() {
        return story;
    }

    /** What has ended. */
    Past past() {
        return past;
    }

    /** What of the journal was set aside; empty when all of it could be read. */
    String damage() {
        return damage;
    }

    /** Reads what is written down, once. */
    void open() throws IOException {
        lock.lock();
        try {
            if (read) {
                return;
            }
            Journal.Found found = journal.read();
            remember(new Past(found.history()));
            damage = found.damage();
            counted = clock.nanoTime();
            Story now = found.now();
            boolean isOver = now != null && past.has(now.wish().id());
            story = isOver ? null : now;
            read = true;
            shown.now(story);
        } finally {
            lock.unlock();
        }
    }

    /** How the wish of this id is; empty when it is not known. */
    Optional<UpdateEntry> known(String id) throws IOException {
        open();
        Shown.View seen = view();
        if (seen.now() != null && seen.now().wish().id().equals(id)) {
            return Optional.of(seen.now());
        }
        return seen.history().stream().filter(one -> one.wish().id().equals(id)).findFirst();
    }

    /**
     * Takes a wish up.
     *
     * @throws UpdateRefusedException when another goes on
     * @throws IOException when it cannot be written down
     */
    UpdateEntry take(Story begun) throws IOException, UpdateRefusedException {
        lock.lock();
        try {
            open();
            Optional<UpdateEntry> known = known(begun.wish().id());
            if (known.isPresent()) {
                return known.get();
            }
            Story other = story;
            if (other != null) {
                throw busy(other);
            }
            write(begun);
            shown.forget();
            counted = clock.nanoTime();
            story = begun;
            shown.now(story);
            return shown.entry(begun);
        } finally {
            lock.unlock();
        }
    }

    /** A wish that was refused must not be found after a restart. */
    private void write(Story begun) throws IOException {
        try {
            journal.now(begun);
        } catch (IOException e) {
            try {
                journal.nothing();
            } catch (IOException again) {
                e.addSuppressed(again);
            }
            throw e;
        }
    }

    private static UpdateRefusedException busy(Story other) {
        UpdateWish wish = other.wish();
        return new UpdateRefusedException(
                "busy",
                "update " + wish.id() + " to " + wish.release() + " goes on ("
                        + other.phase().label() + "): wait for its end, or cancel it first");
    }

    /** Gives up what goes on; the engine's thread ends it. */
    UpdateEntry cancel(String why) throws IOException, UpdateRefusedException {
        lock.lock();
        try {
            open();
            Story now = story;
            if (now == null) {
                throw new UpdateRefusedException("nothing-goes-on", "no update goes on: there is nothing to cancel");
            }
            if (!now.phase().isHarmless()) {
                throw new UpdateRefusedException(
                        "too-late",
                        "it is too late: " + now.wish().release() + " has been switched to; `rollback` goes back");
            }
            return notWanted(now, why);
        } finally {
            lock.unlock();
        }
    }

    private UpdateEntry notWanted(Story now, String why) {
        story = now.isCancelled() ? now : now.cancelledFor(why);
        keep();
        shown.now(story);
        return shown.entry(now());
    }

    /**
     * What was switched to is not wanted; the engine's thread goes back, also after a restart.
     *
     * @return how it is; empty when nothing goes on
     * @throws UpdateRefusedException when it has not been switched to
     */
    Optional<UpdateEntry> unwanted(String why) throws UpdateRefusedException {
        lock.lock();
        try {
            Story now = story;
            if (now == null) {
                return Optional.empty();
            }
            if (now.phase().isHarmless()) {
                throw busy(now);
            }
            return Optional.of(notWanted(now, why));
        } finally {
            lock.unlock();
        }
    }

    /**
     * A step.
     *
     * @throws IOException when it cannot be written down, and was not made
     */
    void change(UnaryOperator<Story> step) throws IOException {
        lock.lock();
        try {
            Story next = next(step);
            journal.now(next);
            story = next;
            shown.now(story);
        } finally {
            lock.unlock();
        }
    }

    /** A step unless it was given up meanwhile: from then on it cannot be. */
    boolean changeUnlessCancelled(UnaryOperator<Story> step) throws IOException {
        lock.lock();
        try {
            if (now().isCancelled()) {
                return false;
            }
            change(step);
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** A step that is made whether it can be written down or not: after a restart the generations tell as much. */
    void changeAnyway(UnaryOperator<Story> step) {
        lock.lock();
        try {
            story = next(step);
            keep();
            shown.now(story);
        } finally {
            lock.unlock();
        }
    }

    private Story next(UnaryOperator<Story> step) {
        Story before = now();
        Story next = step.apply(before.spending(spent(before)));
        counted = clock.nanoTime();
        return next;
    }

    private Story now() {
        Story now = story;
        if (now == null) {
            throw new IllegalStateException("no update goes on");
        }
        return now;
    }

    private void keep() {
        try {
            journal.now(now());
        } catch (IOException e) {
            LOG.warn("How the update goes cannot be written down ({}); it goes on", e.getMessage());
        }
    }

    private Duration spent(Story of) {
        return of.spent().plusNanos(clock.nanoTime() - counted);
    }

    /** How long the wish still holds; zero or less when it does not any more. */
    Duration left() {
        lock.lock();
        try {
            Story now = now();
            return now.wish().expires() == null
                    ? UpdateWish.USUAL.minus(spent(now))
                    : Duration.between(clock.now(), now.wish().expires());
        } finally {
            lock.unlock();
        }
    }

    /** What it waits for. Not written down, but for the time that has passed, now and then: a power cut must not make a wish longer. */
    void mark(Reason reason) {
        lock.lock();
        try {
            story = now().because(reason);
            if (clock.nanoTime() - counted >= KEPT.toNanos()) {
                changeAnyway(UnaryOperator.identity());
            }
            shown.now(story);
        } finally {
            lock.unlock();
        }
    }

    void planned(UpdatePlan made) {
        lock.lock();
        try {
            shown.plan(made);
            shown.now(story);
        } finally {
            lock.unlock();
        }
    }

    void progress(long octets) {
        lock.lock();
        try {
            shown.fetched(octets);
            shown.now(story);
        } finally {
            lock.unlock();
        }
    }

    /**
     * It is over. When that cannot be written down, a restart finds it unfinished, and comes to the same end.
     *
     * @return the story as it will be remembered
     */
    Story end(Phase phase, Reason reason) {
        return end(phase, reason, UnaryOperator.identity());
    }

    /** The same, with something more to be remembered. */
    Story end(Phase phase, Reason reason, UnaryOperator<Story> more) {
        changeAnyway(now -> more.apply(now.to(phase, clock.now(), reason).forHistory()));
        tell();
        lock.lock();
        try {
            Story over = now();
            remember(past.with(over));
            try {
                journal.history(past.stories());
                journal.nothing();
            } catch (IOException e) {
                LOG.warn(
                        "The end of update {} cannot be written down ({})",
                        over.wish().id(),
                        e.getMessage());
            }
            story = null;
            shown.now(story);
            return over;
        } finally {
            lock.unlock();
        }
    }

    private void remember(Past other) {
        past = other;
        shown.history(other.stories());
    }

    /** Tells the listener what it has not heard yet. The engine's thread. */
    void tell() {
        shown.tell();
    }
}
