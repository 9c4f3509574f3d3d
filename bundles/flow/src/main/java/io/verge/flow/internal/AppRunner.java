package io.verge.flow.internal;

import io.verge.api.air.UnspeakableException;
import io.verge.api.announcement.Announcement;
import io.verge.api.announcement.EventAnnouncement;
import io.verge.api.announcement.EventAnnouncement.Phase;
import io.verge.api.app.App;
import io.verge.api.app.AppReport;
import io.verge.api.scene.RoadEvent;
import io.verge.api.scene.Scene;
import io.verge.api.status.State;
import io.verge.api.status.Status;
import io.verge.api.status.Trouble;
import io.verge.api.time.Clock;
import io.verge.api.time.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs one app on a stage of its own, with the newest scene only.
 *
 * <pre>
 *  STARTING ──needs are met──▶ OK ──throws, overruns──▶ DEGRADED ──quiet for a while──▶ OK
 *                                                          └──the third within five minutes──▶ QUARANTINED
 * </pre>
 *
 * <p>An app that lacks what it needs goes back to STARTING, or is NOT_POSSIBLE while the site does not have it. One that has not come back from a scene is shown as DEGRADED while
 * that lasts; nothing is done to it, since nothing can be.
 */
final class AppRunner {
    /** An app that takes longer than this for one scene, while the box does not stand still, is as bad as one that throws. */
    static final Duration BUDGET = Duration.ofSeconds(1);

    private static final String LIMIT = " ms for one scene (limit " + BUDGET.toMillis() + " ms)";
    private static final String OVERRUN_REMEDY =
            "the box is overloaded or the app is wrong: look at `verge status`, then at its configuration";
    private static final int STRIKES = 3;
    private static final Duration MEMORY = Duration.ofMinutes(5);

    private final App app;
    private final Stage stage;
    private final Clock clock;
    private final Voice voice;
    private final Failures failures;
    private final Pulse pulse;
    /** What the app lacks, or null when it has all it needs. */
    private final Supplier<@Nullable Lack> missing;

    private final AtomicReference<@Nullable Scene> newest = new AtomicReference<>();
    private final LongAdder scenes = new LongAdder();
    private final LongAdder skipped = new LongAdder();
    private final LongAdder announcements = new LongAdder();
    private final LongAdder events = new LongAdder();
    private final LongAdder unspeakable = new LongAdder();
    private final LongAdder thrown = new LongAdder();
    private final LongAdder overruns = new LongAdder();
    /** When, on the monotonic clock: setting the box's time neither forgives nor accuses. */
    private final Deque<Long> strikes = new ArrayDeque<>();
    /** Why the last of them; touched by the stage. */
    private @Nullable Trouble struck;

    /** The look at a scene that goes on now; null between two. */
    private volatile @Nullable Turn turn;

    private volatile @Nullable Instant lastAnnouncement;
    private volatile @Nullable EventAnnouncement lastEvent;
    private volatile Status status;

    /** @param lost what the box had lost when it began, read before the time: what is lost between is not the app's */
    private record Turn(long lost, long begun, Instant since) {}

    AppRunner(
            App app,
            Stage stage,
            Clock clock,
            Voice voice,
            Failures failures,
            Pulse pulse,
            Supplier<@Nullable Lack> missing) {
        this.app = app;
        this.stage = stage;
        this.clock = clock;
        this.voice = voice;
        this.failures = failures;
        this.pulse = pulse;
        this.missing = missing;
        this.status = Status.of(State.STARTING, clock.now());
    }

    /** Takes a scene; any thread. */
    void offer(Scene scene) {
        if (status.state() == State.QUARANTINED) {
            return;
        }
        if (newest.getAndSet(scene) != null) {
            skipped.increment(); // the one before has not been looked at, and its turn is this one's now
        } else if (!stage.offer(this::run)) {
            newest.set(null);
            skipped.increment();
        }
    }

    private void run() {
        Scene scene = newest.getAndSet(null);
        if (scene == null || status.state() == State.QUARANTINED) {
            return;
        }
        try {
            Lack lack = missing.get();
            if (lack == null) {
                look(scene);
            } else {
                become(lack.state(), lack.trouble());
            }
        } catch (RuntimeException | Error e) {
            thrown.increment();
            failures.report("app " + app.name() + " failed", e);
            strike("failed", "it failed with " + e, "see `verge logs` for the place");
        }
    }

    private void look(Scene scene) {
        scenes.increment();
        Turn begun = new Turn(pulse.lost(), clock.nanoTime(), clock.now());
        turn = begun;
        try {
            app.onScene(scene, announcement -> announce(announcement, scene));
        } finally {
            turn = null;
        }
        Duration took = took(begun);
        if (took.compareTo(BUDGET) > 0) {
            overruns.increment();
            strike("overrun", "it took " + took.toMillis() + LIMIT, OVERRUN_REMEDY);
        } else {
            recover();
        }
    }

    /** What the app is to blame for. */
    private Duration took(Turn one) {
        long passed = clock.nanoTime() - one.begun();
        long stoodStill = pulse.lost() - one.lost();
        return Duration.ofNanos(Math.max(0, passed - stoodStill));
    }

    private void announce(Announcement announcement, Scene cause) {
        if (announcement instanceof EventAnnouncement event) {
            note(event);
        }
        if (!voice.speaks(announcement)) {
            unspeakable.increment();
            return;
        }
        try {
            voice.say(announcement, cause);
            announcements.increment();
            lastAnnouncement = announcement.time();
        } catch (UnspeakableException e) {
            unspeakable.increment();
            failures.report("app " + app.name() + " announced what " + voice.language() + " cannot say", e);
        }
    }

    private void note(EventAnnouncement event) {
        if (event.phase() == Phase.NEW) {
            events.increment();
        }
        lastEvent = event;
        voice.tell(event);
    }

    private void strike(String code, String cause, String remedy) {
        long now = clock.nanoTime();
        forget(now);
        strikes.addLast(now);
        if (strikes.size() < STRIKES) {
            struck = new Trouble(code, cause, remedy);
            become(State.DEGRADED, struck);
        } else {
            become(
                    State.QUARANTINED,
                    new Trouble(
                            code,
                            cause + "; the " + STRIKES + "rd time within " + MEMORY.toMinutes() + " minutes",
                            remedy + "; after that `verge bundle stop` and `start` it, or change its configuration"));
        }
    }

    private void recover() {
        forget(clock.nanoTime());
        if (strikes.isEmpty()) {
            become(State.OK, null);
        } else {
            become(State.DEGRADED, struck);
        }
    }

    private void forget(long now) {
        while (!strikes.isEmpty() && now - strikes.getFirst() > MEMORY.toNanos()) {
            strikes.removeFirst();
        }
    }

    private void become(State state, @Nullable Trouble trouble) {
        Status before = status;
        if (before.state() != state || (trouble != null && !trouble.equals(before.trouble()))) {
            status = new Status(state, clock.now(), trouble);
        }
    }

    AppReport report() {
        Map<String, Long> counters = new TreeMap<>(counted());
        counters.put("announcements", announcements.sum());
        counters.put("events", events.sum());
        counters.put("failures", thrown.sum());
        counters.put("overruns", overruns.sum());
        counters.put("scenes", scenes.sum());
        counters.put("skipped", skipped.sum());
        counters.put("unspeakable", unspeakable.sum());
        return new AppReport(app.name(), present(), lastAnnouncement, lastEvent(), counters);
    }

    private @Nullable String lastEvent() {
        EventAnnouncement last = lastEvent;
        if (last == null) {
            return null;
        }
        RoadEvent event = last.event();
        String detail = event.detail() == null ? "" : ": " + event.detail();
        return word(last.phase()) + " " + word(event.kind()) + " " + event.id() + detail;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** An app that fails when it is asked must not hide how it is. */
    private Map<String, Long> counted() {
        try {
            return app.counters();
        } catch (RuntimeException | Error e) {
            failures.report("app " + app.name() + " cannot say what it counted", e);
            return Map.of();
        }
    }

    /** Its status, and when it has not come back from a scene for longer than it may, that. */
    private Status present() {
        Turn now = turn;
        if (now != null) {
            Duration already = took(now);
            if (already.compareTo(BUDGET) > 0) {
                String cause = "it hangs: it has taken " + already.toMillis() + LIMIT + " and goes on";
                return Status.of(State.DEGRADED, now.since(), "hangs", cause, OVERRUN_REMEDY);
            }
        }
        return status;
    }

    boolean runs(App other) {
        return app == other;
    }

    void close() {
        stage.close();
    }
}
