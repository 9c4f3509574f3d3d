package io.verge.testkit;

import io.verge.api.announcement.Announcer;
import io.verge.api.app.App;
import io.verge.api.road.RoadUserType;
import io.verge.api.road.Size;
import io.verge.api.scene.RoadEvent;
import io.verge.api.scene.RoadUser;
import io.verge.api.scene.Scene;
import io.verge.api.signal.SignalPhase;
import io.verge.api.signal.SignalState;
import io.verge.api.signal.SignalTiming;
import io.verge.api.site.SiteMap;
import io.verge.api.time.ClockQuality;
import io.verge.api.time.Stamps;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Road users and signals on a map that a test directs: every tenth of a second everybody is moved, and there is a scene.
 *
 * <pre>{@code
 * Traffic traffic = new Traffic(Crossing.map());
 * traffic.car(1).on(12, 35, 60).speed(14);
 * traffic.signal(2, SignalPhase.STOP_AND_REMAIN);
 * Heard heard = new Heard();
 * traffic.run(app, heard, 4.0);
 * }</pre>
 */
public final class Traffic {
    /** Between two scenes. */
    public static final Duration STEP = Duration.ofMillis(100);

    /** The time of the first scene. */
    public static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

    private static final ClockQuality EXACT = new ClockQuality(ClockQuality.Source.RECORDING, Duration.ZERO);
    private static final double SECONDS = STEP.toMillis() / 1000.0;

    private final SiteMap map;
    private final Map<Integer, Mover> movers = new TreeMap<>();
    private final Map<Integer, Shown> signals = new HashMap<>();
    private final List<RoadEvent> events = new ArrayList<>();
    private @Nullable Random noise;
    private double metres;
    private double metresPerSecond;
    private Instant now = START;

    /** What a signal group shows; observed null: always just now. */
    private record Shown(SignalPhase phase, @Nullable SignalTiming timing, @Nullable Instant observed) {}

    public Traffic(SiteMap map) {
        this.map = map;
    }

    public Mover car(int id) {
        return add(id, RoadUserType.CAR, new Size(4.5, 1.8, 1.5));
    }

    public Mover truck(int id) {
        return add(id, RoadUserType.TRUCK, new Size(10, 2.5, 3.5));
    }

    public Mover cyclist(int id) {
        return add(id, RoadUserType.BICYCLE, new Size(1.8, 0.6, 1.8));
    }

    public Mover pedestrian(int id) {
        return add(id, RoadUserType.PEDESTRIAN, new Size(0.5, 0.5, 1.7));
    }

    public Mover add(int id, RoadUserType type, Size size) {
        Mover mover = new Mover(id, type, size, map);
        movers.put(id, mover);
        return mover;
    }

    public void remove(int id) {
        movers.remove(id);
    }

    /** From now on, without timing, and always fresh. */
    public Traffic signal(int group, SignalPhase phase) {
        signals.put(group, new Shown(phase, null, null));
        return this;
    }

    /** From now on, certain to change after so many seconds from now; it does not change by itself. */
    public Traffic signal(int group, SignalPhase phase, double seconds) {
        Instant end = later(seconds);
        signals.put(group, new Shown(phase, SignalTiming.between(end, end), null));
        return this;
    }

    /** The controller says nothing more: what it said grows old. */
    public Traffic silenceSignals() {
        signals.replaceAll((group, shown) -> new Shown(shown.phase, shown.timing, now));
        return this;
    }

    /** Known in every scene from now on. */
    public Traffic event(RoadEvent event) {
        events.add(event);
        return this;
    }

    /** From now on all positions and speeds that are seen have errors, normally distributed, with these 1-sigmas. */
    public Traffic noise(long seed, double metres, double metresPerSecond) {
        this.noise = new Random(seed);
        this.metres = metres;
        this.metresPerSecond = metresPerSecond;
        return this;
    }

    public Instant now() {
        return now;
    }

    /** So many seconds from now. */
    public Instant later(double seconds) {
        return now.plusMillis(Math.round(seconds * 1000));
    }

    /** The picture now. */
    public Scene scene() {
        List<RoadUser> users = new ArrayList<>();
        movers.values().forEach(mover -> users.add(mover.seen(now, noise, metres, metresPerSecond)));
        return scene(users);
    }

    /** The picture now with others instead of the road users. */
    public Scene scene(List<RoadUser> users) {
        Map<Integer, SignalState> states = new HashMap<>();
        signals.forEach((group, shown) -> states.put(
                group,
                new SignalState(group, shown.phase, shown.timing, shown.observed == null ? now : shown.observed)));
        return new Scene(now, EXACT, users, states, Set.of(), events, Stamps.NONE);
    }

    /** Moves everybody, and time, by one step. */
    public void step() {
        movers.values().forEach(mover -> mover.move(SECONDS));
        now = now.plus(STEP);
    }

    /** Shows the app every scene of the next seconds. */
    public void run(App app, Announcer out, double seconds) {
        for (long left = Math.round(seconds / SECONDS); left > 0; left--) {
            app.onScene(scene(), out);
            step();
        }
    }
}
