package io.verge.app.incidentwarning.internal;

import io.verge.api.scene.LaneMatch;
import io.verge.api.scene.RoadUser;
import io.verge.api.scene.Scene;
import io.verge.traffic.LaneLine;
import io.verge.traffic.Place;
import io.verge.traffic.RoadNet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The newest scene sorted by lanes, as the rules look at it: who is on which lane, and who is ahead of whom. Who is nowhere (not
 * a number, kilometres away) or there twice is left out. For one thread.
 */
final class RoadPicture {
    /** Farther from the box, metres, no sensor of it sees. */
    private static final double FARTHEST = 2_000;

    /** Scenes that are farther apart have missed what was in between. */
    private static final Duration LONGEST_STEP = Duration.ofSeconds(1);

    private static final Duration LATELY = Duration.ofSeconds(1);
    private static final Comparator<Watched> BACK_TO_FRONT = Comparator.comparingDouble(Watched::along);

    private final RoadNet net;
    private final Map<Integer, Watched> all = new LinkedHashMap<>();
    private final Map<Integer, List<Watched>> byLane = new HashMap<>();
    private Scene scene;
    private long scenes;
    private long step;
    private boolean restarted = true;

    RoadPicture(RoadNet net, Scene first) {
        this.net = net;
        this.scene = first;
        for (LaneLine lane : net.lanes()) {
            byLane.put(lane.id(), new ArrayList<>());
        }
    }

    /** A new scene. When its time is before that of the last, everybody is new. */
    void look(Scene next) {
        Duration passed = Duration.between(scene.time(), next.time());
        restarted = passed.isNegative();
        step = restarted ? 0 : Math.min(passed.toMillis(), LONGEST_STEP.toMillis());
        scene = next;
        scenes++;
        byLane.values().forEach(List::clear);
        if (restarted) {
            all.clear();
        }
        for (RoadUser user : next.roadUsers()) {
            if (somewhere(user)) {
                see(user);
            }
        }
        all.values().removeIf(one -> one.scene() != scenes);
        byLane.values().forEach(RoadPicture::queue);
    }

    private static boolean somewhere(RoadUser user) {
        double away = Math.hypot(
                user.motion().position().east(), user.motion().position().north());
        return away < FARTHEST && Double.isFinite(user.motion().velocity().speed());
    }

    private void see(RoadUser user) {
        Watched watched = all.get(user.id());
        if (watched == null) {
            watched = new Watched(user);
            all.put(watched.id(), watched);
        } else if (watched.scene() == scenes) {
            return;
        }
        watched.see(user, scenes, !user.measuredAt().plus(LATELY).isBefore(scene.time()));
        place(watched);
        LaneLine lane = watched.lane();
        List<Watched> others = lane == null ? null : byLane.get(lane.id());
        if (others != null) {
            others.add(watched);
        }
    }

    /** Where perception says, else on the nearest lane whose edges it is between and whose direction it does not oppose. */
    private void place(Watched watched) {
        LaneMatch match = watched.user().lane();
        LaneLine matched = match == null ? null : net.lane(match.lane()).orElse(null);
        if (match != null && matched != null && Double.isFinite(match.along())) {
            watched.place(matched, match.along());
            return;
        }
        double east = watched.position().east();
        double north = watched.position().north();
        LaneLine nearest = null;
        double along = Double.NaN;
        double least = Double.POSITIVE_INFINITY;
        for (LaneLine lane : net.lanesNear(east, north, 3)) {
            Place place = lane.line().project(east, north);
            if (place.distance() < least && Lanes.inside(lane, place) && Lanes.agrees(lane, place, watched)) {
                nearest = lane;
                along = place.along();
                least = place.distance();
            }
        }
        watched.place(nearest, along);
    }

    private static void queue(List<Watched> lane) {
        lane.removeIf(one -> !one.drives());
        lane.sort(BACK_TO_FRONT);
        for (int i = 0; i + 1 < lane.size(); i++) {
            lane.get(i).follow(lane.get(i + 1));
        }
    }

    RoadNet net() {
        return net;
    }

    Scene scene() {
        return scene;
    }

    Instant now() {
        return scene.time();
    }

    /** Milliseconds since the scene before, at most a second. */
    long step() {
        return step;
    }

    /** Whether what was seen before is of no use, since time went back. */
    boolean restarted() {
        return restarted;
    }

    /** Everybody, in the order in which they came. */
    Collection<Watched> users() {
        return all.values();
    }

    /** Whether somebody is in this scene. */
    boolean has(Integer id) {
        return all.containsKey(id);
    }

    /** Vehicles and bicycles on a lane, the last of them first. */
    List<Watched> on(LaneLine lane) {
        return byLane.getOrDefault(lane.id(), List.of());
    }

    /** Whether somebody is on a lane for vehicles or between the stop lines. */
    boolean onTheRoad(Watched user) {
        return user.carriageway() != null
                || net.onCrossing(user.position().east(), user.position().north());
    }
}
