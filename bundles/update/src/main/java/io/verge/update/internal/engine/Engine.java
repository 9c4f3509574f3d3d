package io.verge.update.internal.engine;

import io.verge.api.time.Clock;
import io.verge.api.update.ChangeGuard;
import io.verge.api.update.Phase;
import io.verge.api.update.UpdateEntry;
import io.verge.api.update.UpdatePlan;
import io.verge.api.update.UpdateRefusedException;
import io.verge.api.update.UpdateReport;
import io.verge.api.update.UpdateWish;
import io.verge.api.update.Updates;
import io.verge.generation.Generation;
import io.verge.trust.Freshness;
import io.verge.trust.Trusted;
import io.verge.update.internal.engine.fetch.Larder;
import io.verge.update.internal.engine.journal.Journal;
import io.verge.update.internal.engine.journal.Reason;
import io.verge.update.internal.engine.journal.Story;
import io.verge.update.internal.engine.release.Refusal;
import io.verge.update.internal.engine.release.Wanted;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Brings a box from one set of bundles to another, and back when that is worse; see {@link Phase} for the way. One thread does the work, in
 * {@link #run}: it calls {@link #advance}, which does what can be done now, and waits. All else may be called by any thread: it reads what
 * is shown, or posts a wish. {@link #plan} alone works in the thread that calls it, while the engine's waits, unless that fetches jars.
 *
 * <p>What must outlive a restart is in {@code update/now} before it is done; see {@link Story}.
 */
public final class Engine implements Updates, ChangeGuard {
    private static final int LONGEST_BY = 200;

    private final EngineParts parts;
    private final Clock clock;
    private final Course course;
    private final Repository repository;
    private final Planner planner;
    private final Turnover turnover;
    private final EngineWork engineWork;
    /** Held by whoever works with what is for one thread at a time. */
    private final ReentrantLock work = new ReentrantLock();

    private final Semaphore news = new Semaphore(0);

    /** Reads nothing yet. */
    public Engine(EngineParts parts, EngineSettings settings) {
        Path folder = parts.state().resolve("update");
        this.parts = parts;
        this.clock = parts.clock();
        this.course = new Course(new Journal(parts.disk(), folder), clock, parts.listener());
        this.repository = new Repository(parts, folder, settings);
        this.planner = new Planner(parts, folder, settings);
        this.turnover = new Turnover(parts, settings, course, repository, new Undoing(parts, course));
        this.engineWork = new EngineWork(parts, settings, course, repository, planner, turnover, work);
    }

    /** Works until the thread is interrupted. */
    public void run() throws InterruptedException {
        while (true) {
            Duration wait = engineWork.advanceInAnyCase();
            if (news.tryAcquire(Math.max(0, wait.toMillis()), TimeUnit.MILLISECONDS)) {
                news.drainPermits();
            }
        }
    }

    /**
     * Does what can be done now, at most one phase. The engine's thread.
     *
     * @return how long to wait before the next time, if nobody wishes anything before
     */
    public Duration advance() throws InterruptedException {
        return engineWork.advance();
    }

    @Override
    public UpdateReport report() {
        Generation now = engineWork.running();
        Freshness trust = repository.trust();
        Shown.View seen = course.view();
        return new UpdateReport(
                engineWork.status(),
                Planner.name(now),
                now.number(),
                trust.cause(),
                trust.until(),
                parts.supplies().names(),
                seen.history().isEmpty() ? null : seen.history().get(0).rollback(),
                seen.now());
    }

    @Override
    public List<UpdateEntry> history() {
        return course.view().history();
    }

    @Override
    public UpdatePlan plan(UpdateWish wish) throws UpdateRefusedException {
        return inTurn(() -> {
            mustBePossible(wish);
            return planner.compare(goal(wish), wish).plan();
        });
    }

    /** What is found out in the thread that asks. */
    @FunctionalInterface
    private interface Question<T> {
        T ask() throws IOException, InterruptedException, Refusal, UpdateRefusedException;
    }

    private <T> T inTurn(Question<T> question) throws UpdateRefusedException {
        work.lock();
        try {
            return question.ask();
        } catch (Refusal e) {
            Reason reason = e.reason();
            throw new UpdateRefusedException(reason.code(), reason.why() + "; " + reason.remedy(), e);
        } catch (IOException e) {
            throw new UpdateRefusedException("not-reachable", String.valueOf(e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UpdateRefusedException("interrupted", "the agent stops", e);
        } finally {
            work.unlock();
        }
    }

    @Override
    public String channel(String name, String source) throws UpdateRefusedException {
        return inTurn(() -> {
            Supply supply = parts.supplies().open(source);
            return repository.channel(repository.refresh(supply.metadata()), supply, name);
        });
    }

    private Planner.Goal goal(UpdateWish wish)
            throws IOException, InterruptedException, Refusal, UpdateRefusedException {
        if (wish.release().equals(UpdateWish.SHIPPED)) {
            return Planner.Goal.of(Generation.SHIPPED);
        }
        Supply supply = parts.supplies().open(wish.source());
        Trusted trusted = repository.refresh(supply.metadata());
        Larder larder = repository.larder();
        Wanted wanted = repository.read(trusted, supply, larder, wish, planner.running());
        return Preparation.goal(wanted, larder);
    }

    /** That the box has what the wish needs. */
    private void mustBePossible(UpdateWish wish) throws UpdateRefusedException {
        if (parts.anchor() == null && !wish.release().equals(UpdateWish.SHIPPED)) {
            Reason reason = Repository.NO_TRUST;
            throw new UpdateRefusedException(reason.code(), reason.why() + "; " + reason.remedy());
        }
    }

    @Override
    public UpdateEntry apply(UpdateWish wish) throws UpdateRefusedException {
        try {
            Optional<UpdateEntry> known = course.known(wish.id());
            if (known.isPresent()) {
                return known.get();
            }
            mustBePossible(wish);
            if (wish.release().equals(UpdateWish.SHIPPED)) {
                return take(Story.local(wish, 0, clock.now()));
            }
            Supply unused = parts.supplies().open(wish.source());
            return take(Story.of(wish, clock.now()));
        } catch (IOException e) {
            throw notKept(e);
        }
    }

    @Override
    public Optional<String> refusal() {
        try {
            course.open();
        } catch (IOException e) {
            return Optional.empty(); // it says itself that it cannot work; a maintainer may have to help it
        }
        Story story = course.story();
        return story == null ? Optional.empty() : refusal(story);
    }

    private Optional<String> refusal(Story story) {
        String release = story.wish().release();
        return switch (story.phase()) {
            case METADATA, PLAN, DOWNLOAD, VERIFY, RESOLVE, STAGED, WAIT, COMMITTED, FAILED, CANCELLED, REJECTED ->
                Optional.empty();
            case SWITCH ->
                Optional.of(release + " is being switched to: try again when that is done, see `verge update`");
            case PROBATION ->
                Optional.of(release + " is on probation until about " + probationEnds()
                        + ", and would be blamed for what is changed meanwhile: try again then, or end the probation"
                        + " with `verge update rollback`");
            case ROLLBACK -> Optional.of(release + " is being undone: try again in a minute");
        };
    }

    private Instant probationEnds() {
        Duration left = turnover.left();
        return clock.now().plus(left.isNegative() ? Duration.ZERO : left).truncatedTo(ChronoUnit.SECONDS);
    }

    private UpdateEntry take(Story story) throws IOException, UpdateRefusedException {
        UpdateEntry entry = course.take(story);
        news.release();
        return entry;
    }

    private static UpdateRefusedException notKept(IOException e) {
        return new UpdateRefusedException(
                "disk", "it cannot be written down: " + e.getMessage() + "; look at the disk", e);
    }

    @Override
    public UpdateEntry cancel(String why) throws UpdateRefusedException {
        try {
            UpdateEntry entry = course.cancel(why);
            news.release();
            return entry;
        } catch (IOException e) {
            throw notKept(e);
        }
    }

    @Override
    public UpdateEntry rollback(String why) throws UpdateRefusedException {
        try {
            course.open();
            Optional<UpdateEntry> undone = course.unwanted(why.isBlank() ? "somebody wanted to go back" : why);
            if (undone.isEmpty()) {
                return take(toPrevious(why));
            }
            news.release();
            return undone.get();
        } catch (IOException e) {
            throw notKept(e);
        }
    }

    private Story toPrevious(String why) throws IOException, UpdateRefusedException {
        OptionalInt previous = course.past().previous();
        if (previous.isEmpty()) {
            throw new UpdateRefusedException(
                    "nothing-before", "no update has ended well here: there is nothing before");
        }
        Generation before = parts.generations().read(previous.getAsInt());
        Instant now = clock.now();
        String by = "rollback: " + why;
        UpdateWish wish = new UpdateWish(
                freshId("rollback-" + now.getEpochSecond()),
                Planner.name(before),
                "",
                by.length() <= LONGEST_BY ? by : by.substring(0, LONGEST_BY),
                null,
                true);
        return Story.local(wish, before.number(), now);
    }

    private String freshId(String stem) throws IOException {
        String id = stem;
        for (int n = 2; course.known(id).isPresent(); n++) {
            id = stem + "-" + n;
        }
        return id;
    }
}
