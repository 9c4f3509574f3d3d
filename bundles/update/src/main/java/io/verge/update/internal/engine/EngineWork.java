package io.verge.update.internal.engine;

import io.verge.api.status.Status;
import io.verge.api.time.Clock;
import io.verge.api.update.Phase;
import io.verge.generation.DamagedException;
import io.verge.generation.Generation;
import io.verge.generation.Generations;
import io.verge.transfer.FetchException;
import io.verge.transfer.Retry;
import io.verge.trust.Freshness;
import io.verge.update.internal.engine.journal.Reason;
import io.verge.update.internal.engine.journal.Story;
import io.verge.update.internal.engine.release.Refusal;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the engine's thread does: takes each step of what goes on, and decides what a failure of it means. */
final class EngineWork {
    private static final Logger LOG = LoggerFactory.getLogger(EngineWork.class);

    private static final Duration IDLE = Duration.ofMinutes(10);
    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(15);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    private final EngineParts parts;
    private final Clock clock;
    private final Generations generations;
    private final Course course;
    private final Repository repository;
    private final Planner planner;
    private final Tidying tidying;
    private final Preparation preparation;
    private final Waiting waiting;
    private final Renewal renewal;
    private final Turnover turnover;
    private final Retry retry;
    private final Standing standing;
    private final ReentrantLock lock;
    private volatile Generation running = Generation.SHIPPED;
    private boolean begun;

    /** @param lock held by whoever works with what is for one thread at a time */
    EngineWork(
            EngineParts parts,
            EngineSettings settings,
            Course course,
            Repository repository,
            Planner planner,
            Turnover turnover,
            ReentrantLock lock) {
        this.parts = parts;
        this.clock = parts.clock();
        this.generations = parts.generations();
        this.course = course;
        this.repository = repository;
        this.planner = planner;
        this.tidying = new Tidying(parts, repository.downloads());
        this.preparation = new Preparation(parts, settings, course, repository, planner, tidying);
        this.waiting = new Waiting(parts, settings, course);
        this.renewal = new Renewal(course, clock, preparation, repository, retry(parts));
        this.turnover = turnover;
        this.retry = retry(parts);
        this.lock = lock;
        this.standing = new Standing(parts);
    }

    private static Retry retry(EngineParts parts) {
        return new Retry(SHORTEST_WAIT, LONGEST_WAIT, parts.random());
    }

    /** What the bundles that run are those of. Any thread. */
    Generation running() {
        return running;
    }

    /** Any thread. */
    Status status() {
        return standing.status();
    }

    /** An error of ours must not end the thread: a box that cannot be updated any more needs somebody to drive there. */
    Duration advanceInAnyCase() throws InterruptedException {
        try {
            return advance();
        } catch (RuntimeException e) {
            LOG.error("The engine of updates has an error", e);
            return LONGEST_WAIT;
        }
    }

    /** See {@link Engine#advance}. */
    Duration advance() throws InterruptedException {
        lock.lock();
        try {
            if (!begun) {
                begin();
            }
            course.tell();
            Story story = course.story();
            if (story == null) {
                return IDLE;
            }
            if (story.phase() != Phase.DOWNLOAD) {
                return step(story);
            }
        } catch (IOException e) {
            LOG.error("What is kept of updates cannot be read: {}", e.getMessage());
            standing.unreadable(e);
            return LONGEST_WAIT;
        } finally {
            lock.unlock();
        }
        return download();
    }

    /** Without the lock, which a bad link would hold for days. */
    private Duration download() throws InterruptedException {
        Story story = course.story();
        return story == null ? Duration.ZERO : step(story);
    }

    private Duration step(Story story) throws InterruptedException {
        Duration wait;
        try {
            wait = stepOn(story);
        } catch (Refusal e) {
            wait = refused(story, e);
        } catch (IOException e) {
            wait = later(story, e);
        } catch (RuntimeException e) {
            LOG.error("The engine of updates has an error in {}", story.phase(), e);
            wait = failed(story, e);
        }
        Story next = course.story();
        if (next == null) {
            over();
        } else if (next.phase() != story.phase()) {
            retry.reset();
        }
        course.tell();
        return wait;
    }

    private Duration stepOn(Story story) throws IOException, InterruptedException, Refusal {
        if (!story.phase().isHarmless()) {
            return turnover.step(story);
        }
        if (story.isCancelled()) {
            return end(Phase.CANCELLED, new Reason("cancelled", story.cancelled(), ""));
        }
        Duration left = course.left();
        if (left.isNegative() || left.isZero()) {
            return expired(story);
        }
        if (story.phase() == Phase.WAIT) {
            return shorter(waitOn(story), left);
        }
        preparation.step(story);
        if (story.phase() == Phase.STAGED) {
            renewal.forget();
        }
        return Duration.ZERO;
    }

    /** What was prepared days ago is judged once more before it is switched to. */
    private Duration waitOn(Story story) throws IOException, Refusal {
        Duration wait = waiting.look(story);
        if (!wait.isZero()) {
            return wait;
        }
        Freshness freshness = preparation.freshness(story);
        if (freshness.mayInstall()) {
            waiting.end();
            return Duration.ZERO;
        }
        return renewal.again(story, freshness.cause());
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private Duration expired(Story story) {
        String reached = story.phase().label();
        String because =
                story.reason().why().isEmpty() ? "" : ": " + story.reason().why();
        Reason reason = new Reason("expired-wish", "its time was over in " + reached + because, "ask for it again");
        return end(story.phase() == Phase.WAIT ? Phase.CANCELLED : Phase.REJECTED, reason);
    }

    private Duration end(Phase phase, Reason reason) {
        Story over = course.end(phase, reason);
        LOG.info("Update {} to {} is {}: {}", over.wish().id(), over.wish().release(), phase.label(), reason.why());
        return Duration.ZERO;
    }

    private Duration refused(Story story, Refusal refusal) {
        Reason reason = refusal.reason();
        try {
            return Renewal.isWaitedFor(story, refusal)
                    ? shorter(renewal.again(story, reason.why()), course.left())
                    : end(Phase.REJECTED, reason);
        } catch (IOException e) {
            return later(story, e);
        }
    }

    /** What failed may work later; until the wish expires. */
    private Duration later(Story story, IOException e) {
        if (e instanceof FetchException && story.phase() == Phase.DOWNLOAD) {
            return Duration.ZERO; // not wanted any more, or its time is over: the next step says so
        }
        if (e instanceof DamagedException && story.phase() != Phase.METADATA) {
            LOG.warn("What was prepared is damaged, and is prepared anew: {}", e.getMessage());
            preparation.forget();
            course.changeAnyway(last -> last.again(clock.now()));
        }
        String why = e.getMessage() == null ? e.toString() : e.getMessage();
        boolean isAway = story.phase() == Phase.METADATA || story.phase() == Phase.PLAN;
        course.mark(
                isAway
                        ? renewal.unreachable(story, why)
                        : new Reason("disk", why, "it is tried again; look at the disk"));
        return shorter(retry.next(), course.left());
    }

    private Duration failed(Story story, RuntimeException e) {
        Reason reason = new Reason("internal", e.toString(), "report it, with `verge logs`");
        if (story.phase().isHarmless()) {
            return end(Phase.REJECTED, reason);
        }
        return story.phase() == Phase.ROLLBACK ? SHORTEST_WAIT : turnover.back(reason.code(), reason.why());
    }

    /** Once, when the process has started. */
    private void begin() throws IOException {
        course.open();
        Story story = course.story();
        repository.look();
        if (story == null) {
            settle();
        } else if (story.phase().isOver()) {
            course.end(story.phase(), story.reason());
        } else if (story.phase().isHarmless()) {
            course.changeAnyway(last -> last.again(clock.now()));
        } else {
            turnover.resume(story);
        }
        begun = true;
        running = planner.running();
        standing.judge(course.past());
    }

    /** What the journal said is lost: nothing that it may have begun stays pointed to, unless it runs. */
    private void settle() {
        if (course.damage().isEmpty()) {
            return;
        }
        LOG.warn("{}", course.damage());
        try {
            int runs = parts.live().generation();
            if (generations.current().number() != runs && generations.good().number() == runs) {
                generations.point(generations.good());
            }
        } catch (IOException e) {
            LOG.warn("The pointers to the generations cannot be read: {}", e.getMessage());
        }
    }

    /** An update has ended. */
    private void over() {
        preparation.forget();
        renewal.forget();
        waiting.forget();
        turnover.forget();
        retry.reset();
        lock.lock();
        try {
            running = planner.running();
            tidying.sets(course.past(), Set.of());
            tidying.downloads();
            standing.judge(course.past());
        } finally {
            lock.unlock();
        }
    }
}
