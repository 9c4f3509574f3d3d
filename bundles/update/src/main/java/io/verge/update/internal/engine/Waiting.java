package io.verge.update.internal.engine;

import io.verge.api.time.Clock;
import io.verge.api.update.Phase;
import io.verge.update.internal.engine.journal.Reason;
import io.verge.update.internal.engine.journal.Story;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@link Phase#WAIT}: for the window, for a moment in which the road does not need the box, and for whoever objects, in that order.
 * Objections are heard for a time that begins with the first one. The engine's thread.
 */
final class Waiting {
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Course course;
    private final EngineSettings settings;
    private final Clock clock;
    private final Moment moment;
    private final LiveSet live;
    private final Vitals vitals;
    private @Nullable Long objectedSince;

    Waiting(EngineParts parts, EngineSettings settings, Course course) {
        this.course = course;
        this.settings = settings;
        this.clock = parts.clock();
        this.moment = parts.moment();
        this.live = parts.live();
        this.vitals = parts.vitals();
    }

    /** It came to its end, or begins again. */
    void forget() {
        objectedSince = null;
    }

    /** How long to wait before it is looked at again; zero when nothing speaks against the switch. */
    Duration look(Story story) {
        Instant now = clock.now();
        Instant next = settings.window().next(now);
        if (!story.wish().forced() && next.isAfter(now)) {
            course.mark(new Reason("window", "waits for the maintenance window, from " + next, ""));
            Duration until = Duration.between(now, next);
            return until.compareTo(LONGEST) < 0 ? until : LONGEST;
        }
        Optional<String> unsafe = moment.unsafe();
        if (unsafe.isPresent()) {
            course.mark(new Reason("unsafe-moment", "waits: " + unsafe.get(), ""));
            return LOOK;
        }
        Optional<String> objection = story.wish().forced() ? Optional.empty() : moment.objection();
        if (objection.isPresent() && isHeard()) {
            course.mark(new Reason(
                    "objection",
                    "waits, for " + settings.vetoAtMost().toMinutes() + " min at most: " + objection.get(),
                    "a forced update does not ask"));
            return LOOK;
        }
        return Duration.ZERO;
    }

    /** Goes to {@link Phase#SWITCH}, unless it was given up meanwhile. */
    void end() throws IOException {
        String sample = vitals.sample().text();
        course.changeUnlessCancelled(
                last -> last.leaving(live.generation(), sample).to(Phase.SWITCH, clock.now()));
    }

    private boolean isHeard() {
        long now = clock.nanoTime();
        if (objectedSince == null) {
            objectedSince = now;
        }
        return now - objectedSince < settings.vetoAtMost().toNanos();
    }
}
