package io.verge.update.internal.engine;

import io.verge.api.time.Clock;
import io.verge.api.update.Phase;
import io.verge.generation.DamagedException;
import io.verge.generation.Generation;
import io.verge.generation.Generations;
import io.verge.update.internal.engine.journal.Reason;
import io.verge.update.internal.engine.journal.Story;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@link Phase#ROLLBACK}: back to what ran before, and how long that takes.
 *
 * <pre>
 *  decided ──▶ pointed back ──bundles put back, or one restart──▶ old set runs ──devices heard, or {@link #MOST_SILENCE}──▶ FAILED
 * </pre>
 *
 * The engine's thread.
 */
final class Undoing {
    private static final Logger LOG = LoggerFactory.getLogger(Undoing.class);

    private static final Duration LOOK = Duration.ofMillis(100);
    /** Where the whole box is looked at. */
    private static final Duration LOOK_AT_ALL = Duration.ofSeconds(1);

    private static final Duration AGAIN = Duration.ofSeconds(5);
    private static final Duration FOR_A_RESTART = Duration.ofMinutes(1);
    /** A device that is not heard by then is no matter of going back any more. */
    private static final Duration MOST_SILENCE = Duration.ofSeconds(30);
    /** A clock that was set meanwhile makes no figure. */
    private static final Duration MOST_BY_THE_CLOCK = Duration.ofMinutes(30);

    private static final String REMEDY =
            "the box runs what it ran before; look for the cause with `verge logs`, and make a release that works";

    private final Course course;
    private final Clock clock;
    private final Generations generations;
    private final Pointers pointers;
    private final LiveSet live;
    private final Vitals vitals;
    private boolean startedBefore;
    /** When it was decided on, ns; null when that was another process. */
    private @Nullable Long decided;
    /** When the old set ran again, ns; null before. */
    private @Nullable Long restored;

    Undoing(EngineParts parts, Course course) {
        this.course = course;
        this.clock = parts.clock();
        this.generations = parts.generations();
        this.pointers = new Pointers(parts.generations());
        this.live = parts.live();
        this.vitals = parts.vitals();
    }

    /** It came to its end. */
    void forget() {
        startedBefore = false;
        decided = null;
        restored = null;
    }

    /** What runs is not wanted, for this reason. */
    Duration decide(String code, String why) {
        LOG.warn("The update is undone ({}): {}", code, why);
        decided = clock.nanoTime();
        course.changeAnyway(last -> last.to(Phase.ROLLBACK, clock.now(), new Reason(code, why, REMEDY)));
        return Duration.ZERO;
    }

    /** After a restart of the process. */
    void resume(Story story) {
        startedBefore = pointers.isCurrent(story.before());
    }

    /** How long to wait before the next step. */
    Duration step(Story story) {
        return restored == null ? restore(story) : listen(story, restored);
    }

    private Duration restore(Story story) {
        try {
            Generation before = wayBack(story);
            if (!live.canBecome(before)) {
                return restartBack(story, before);
            }
            try {
                live.become(before);
            } catch (SwitchException e) {
                LOG.warn("The bundles cannot be put back: {}", e.getMessage());
                return restartBack(story, before);
            }
            restored = clock.nanoTime();
            return Duration.ZERO;
        } catch (IOException e) {
            return later(e);
        }
    }

    private static Duration later(IOException e) {
        LOG.warn("The update cannot be undone yet: {}", e.getMessage());
        return AGAIN;
    }

    /** Until all devices are heard again that were touched, and were heard before. */
    private Duration listen(Story story, long since) {
        Set<String> silent = silent(story);
        boolean isTooLong = clock.nanoTime() - since >= MOST_SILENCE.toNanos();
        if (!silent.isEmpty() && !isTooLong) {
            return decided == null ? LOOK_AT_ALL : LOOK;
        }
        if (!silent.isEmpty()) {
            LOG.warn("The old set runs again, and is not heard: {}", silent);
        }
        @Nullable Duration took = took(story);
        if (took != null) {
            LOG.info("The box runs again what it ran before after {} ms", took.toMillis());
        }
        try {
            return failed(story, story.reason(), took);
        } catch (IOException e) {
            return later(e);
        }
    }

    private Set<String> silent(Story story) {
        Set<String> before = new HashSet<>(vitals.parse(story.sample()).heard());
        if (decided != null) {
            before.retainAll(live.silent());
        } else {
            before.removeAll(vitals.sample().heard()); // the process began anew, and all devices with it
        }
        return before;
    }

    /** By the box's clock when the process was restarted: nothing else goes on meanwhile. */
    private @Nullable Duration took(Story story) {
        if (decided != null) {
            return Duration.ofNanos(clock.nanoTime() - decided);
        }
        Duration passed = Duration.between(story.since(), clock.now());
        return passed.isNegative() || passed.compareTo(MOST_BY_THE_CLOCK) > 0 ? null : passed;
    }

    /** Once the box was started with its pointer there, another start changes nothing. */
    private Duration restartBack(Story story, Generation before) throws IOException {
        if (startedBefore) {
            Reason reason = story.reason();
            String why = reason.why() + "; " + before.title() + " does not start either: " + live.passedOver();
            return failed(story, new Reason(reason.code(), why, "go back by hand with `verge generations use`"), null);
        }
        live.restart("going back to " + before.title());
        return FOR_A_RESTART;
    }

    private Duration failed(Story story, Reason reason, @Nullable Duration took) throws IOException {
        if (pointers.isGood(story.generation())) {
            generations.commit();
        }
        course.end(Phase.FAILED, reason, last -> last.undoneIn(took));
        return Duration.ZERO;
    }

    /** Lets the box start what ran before; when that cannot be read any more, what it has committed; at last what was shipped. */
    private Generation wayBack(Story story) throws IOException {
        IOException failure = new IOException("there is no generation to go back to");
        for (int number : List.of(story.before(), pointers.good(), 0)) {
            if (number == story.generation() || number == Story.NONE) {
                continue;
            }
            try {
                Generation generation = generations.read(number);
                if (!pointers.isCurrent(number)) {
                    generations.point(generation);
                }
                return generation;
            } catch (IOException e) {
                failure = e;
                if (number == story.before() && !isDamaged(e)) {
                    throw e;
                }
            }
        }
        throw failure;
    }

    private static boolean isDamaged(IOException e) {
        return e instanceof DamagedException || e instanceof NoSuchFileException;
    }
}
