package io.verge.update.internal.engine;

import io.verge.api.time.Clock;
import io.verge.api.update.Phase;
import io.verge.generation.Generation;
import io.verge.generation.Generations;
import io.verge.generation.SetBundle;
import io.verge.trust.BundleTarget;
import io.verge.trust.Counters;
import io.verge.trust.Target;
import io.verge.trust.TrustException;
import io.verge.update.internal.engine.journal.Reason;
import io.verge.update.internal.engine.journal.Story;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From {@link Phase#SWITCH} to the end, but for the way back, which is {@link Undoing}'s. The generations' pointer decides what the box starts: it is moved before anything that runs is touched,
 * so whenever the process ends, the next one starts the one set or the other. The engine's thread.
 */
final class Turnover {
    private static final Logger LOG = LoggerFactory.getLogger(Turnover.class);

    private static final Duration LOOK = Duration.ofSeconds(2);
    /** Devices connect anew after their driver was replaced. */
    private static final Duration GRACE = Duration.ofSeconds(10);
    /** All of them, and everything else, after a restart. */
    private static final Duration GRACE_AFTER_RESTART = Duration.ofSeconds(30);
    /** Looks in a row that have to find it worse. */
    private static final int BAD_LOOKS = 3;

    /**
     * Ends of the process in probation with which it is undone: the launcher counts only those that come before a start is healthy. One may
     * be a power cut, two a person's.
     */
    private static final int MOST_ENDS = 3;

    private static final Duration AGAIN = Duration.ofSeconds(5);
    private static final Duration FOR_A_RESTART = Duration.ofMinutes(1);

    private final Course course;
    private final EngineSettings settings;
    private final Clock clock;
    private final Generations generations;
    private final LiveSet live;
    private final Vitals vitals;
    private final Repository repository;
    private final Pointers pointers;
    private final Undoing undoing;
    /** When the new set began to run; null before. Set by the engine's thread, read by any. */
    private volatile @Nullable Long since;

    private Duration grace = GRACE;
    private int badLooks;
    private boolean committing;

    Turnover(EngineParts parts, EngineSettings settings, Course course, Repository repository, Undoing undoing) {
        this.course = course;
        this.settings = settings;
        this.clock = parts.clock();
        this.generations = parts.generations();
        this.live = parts.live();
        this.vitals = parts.vitals();
        this.repository = repository;
        this.pointers = new Pointers(parts.generations());
        this.undoing = undoing;
    }

    /** It came to its end. */
    void forget() {
        since = null;
        grace = GRACE;
        badLooks = 0;
        committing = false;
        undoing.forget();
    }

    /** After a restart of the process, before the first step. */
    void resume(Story story) {
        if (story.phase() == Phase.ROLLBACK) {
            undoing.resume(story);
            return;
        }
        if (live.generation() != story.generation()) {
            String passedOver = live.passedOver();
            undoing.resume(story);
            back(
                    "start-failed",
                    passedOver.isEmpty() ? "the process ended before the box had switched to it" : passedOver);
            return;
        }
        grace = GRACE_AFTER_RESTART;
        committing = story.phase() == Phase.PROBATION && pointers.isGood(story.generation());
        if (story.phase() == Phase.PROBATION && !committing) {
            course.changeAnyway(Story::interrupted);
            if (story.ends() + 1 >= MOST_ENDS) {
                back("ends-again", "the process ended " + MOST_ENDS + " times while it was on probation");
                return;
            }
        }
        course.changeAnyway(last -> last.to(Phase.PROBATION, clock.now()));
    }

    /** How long to wait before the next step. */
    Duration step(Story story) {
        return switch (story.phase()) {
            case SWITCH -> forth(story);
            case PROBATION -> probation(story);
            case ROLLBACK -> undoing.step(story);
            case METADATA, PLAN, DOWNLOAD, VERIFY, RESOLVE, STAGED, WAIT, COMMITTED, FAILED, CANCELLED, REJECTED ->
                throw new IllegalStateException("nothing is switched in " + story.phase());
        };
    }

    private Duration forth(Story story) {
        try {
            Generation future = generations.read(story.generation());
            if (!pointers.isCurrent(future.number())) {
                generations.point(future);
            }
            if (!live.canBecome(future)) {
                return restart("update to " + story.wish().release());
            }
            live.become(future);
            since = clock.nanoTime();
            course.changeAnyway(last -> last.to(Phase.PROBATION, clock.now()));
            return Duration.ZERO;
        } catch (SwitchException e) {
            return back("switch-failed", String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return back("disk", "the disk failed at the switch: " + e.getMessage());
        }
    }

    private Duration restart(String why) {
        course.mark(new Reason("restart", "the agent restarts", ""));
        live.restart(why);
        return FOR_A_RESTART;
    }

    /** What runs is not wanted, for this reason. */
    Duration back(String code, String why) {
        return undoing.decide(code, why);
    }

    /** How much longer the new set is watched, if it does well. Any thread. */
    Duration left() {
        @Nullable Long begun = since;
        Duration whole = settings.probation();
        return begun == null ? whole : whole.minusNanos(clock.nanoTime() - begun);
    }

    private Duration probation(Story story) {
        if (committing) {
            return commit(story);
        }
        if (story.isCancelled()) {
            return back("unwanted", story.cancelled());
        }
        if (since == null) {
            since = clock.nanoTime();
        }
        Duration left = left();
        Duration running = settings.probation().minus(left);
        Optional<String> worse = vitals.sample().worseThan(vitals.parse(story.sample()), settings.tolerance());
        badLooks = worse.isEmpty() || running.compareTo(grace) < 0 ? 0 : badLooks + 1;
        if (badLooks >= BAD_LOOKS) {
            return back("worse", worse.orElse(""));
        }
        course.mark(worse.map(why -> new Reason("watched", why, "")).orElse(Reason.NONE));
        if (worse.isPresent() || left.compareTo(Duration.ZERO) > 0) {
            return worse.isEmpty() && left.compareTo(LOOK) < 0 ? left : LOOK;
        }
        return commit(story);
    }

    /** Can be done again, after a failure of the disk and after a restart. */
    private Duration commit(Story story) {
        committing = true;
        try {
            generations.commit();
            if (!story.counters().isEmpty()) {
                raise(bundles(generations.read(story.generation()), story.counters()));
            }
            course.end(Phase.COMMITTED, Reason.NONE);
            return Duration.ZERO;
        } catch (IOException e) {
            course.mark(new Reason("disk", "it cannot be committed: " + e.getMessage(), "look at the disk"));
            return AGAIN;
        }
    }

    private void raise(List<BundleTarget> bundles) throws IOException {
        Counters counters = repository.counters();
        try {
            counters.raise(bundles);
        } catch (TrustException e) {
            LOG.warn("The highest counters of bundles cannot be read ({}); they begin anew", e.getMessage());
            counters.startAgain(bundles);
        }
    }

    private static List<BundleTarget> bundles(Generation generation, Map<String, Long> counters) {
        List<BundleTarget> bundles = new ArrayList<>();
        for (SetBundle one : generation.bundles()) {
            Target target = new Target(
                    BundleTarget.path(one.name(), one.version()),
                    one.length(),
                    Map.of("sha256", one.sha256()),
                    Map.of(),
                    "",
                    "");
            long counter = counters.getOrDefault(one.name(), 1L);
            bundles.add(new BundleTarget(target, one.name(), one.version(), counter, "", List.of(), List.of()));
        }
        return bundles;
    }
}
