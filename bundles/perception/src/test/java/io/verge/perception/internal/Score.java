package io.verge.perception.internal;

import io.verge.api.scene.RoadUser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Compares pictures with the truth of a recording: truth and picture are paired within 2 m so that most pairs come about and the nearest.
 * Truth that no sensor saw within the last second, or outside the radius, is neither missed nor false.
 */
final class Score {
    private static final double GATE = 2;
    private static final double RADIUS = 110;
    private static final long WARM_UP = 3000;

    private record Truth(String id, double east, double north, double ve, double vn, String type, boolean scored) {}

    private final Map<Long, List<Truth>> truth = new HashMap<>();
    private final Map<String, Integer> idOf = new HashMap<>();
    private final Set<String> scored = new HashSet<>();
    private final long begin;
    private int found;
    private int missed;
    private int wrong;
    private int switches;
    private int typed;
    private double squaredDistance;
    private double squaredSpeed;

    Score(Path file) throws IOException {
        List<Map<String, Object>> lines = Recording.lines(file);
        for (Map<String, Object> line : lines.subList(1, lines.size())) {
            List<Truth> now = new ArrayList<>();
            for (Map<String, Object> u : Recording.maps(line, "roadUsers")) {
                now.add(new Truth(
                        Recording.text(u, "id"),
                        Recording.number(u, "east"),
                        Recording.number(u, "north"),
                        Recording.number(u, "ve"),
                        Recording.number(u, "vn"),
                        Recording.text(u, "class"),
                        Boolean.TRUE.equals(u.get("scored"))));
            }
            truth.put((long) Recording.number(line, "time"), now);
        }
        begin = truth.keySet().stream().mapToLong(Long::longValue).min().orElse(0) + WARM_UP;
    }

    /** Takes in a picture of a time at which the truth is known, every half second. */
    void take(long millis, List<RoadUser> users) {
        List<Truth> real = truth.get(millis);
        if (real == null || millis < begin || (millis - begin) % 500 != 0) {
            return;
        }
        Assignment pairs = new Assignment();
        pairs.begin(real.size(), users.size());
        for (int i = 0; i < real.size(); i++) {
            for (int j = 0; j < users.size(); j++) {
                pairs.add(i, j, 2 * GATE < distance(real.get(i), users.get(j)) ? 0 : gain(real.get(i), users.get(j)));
            }
        }
        pairs.solve();
        for (int i = 0; i < real.size(); i++) {
            if (real.get(i).scored) {
                int j = pairs.columnOf(i);
                compare(real.get(i), j == Assignment.NONE ? List.of() : List.of(users.get(j)));
            }
        }
        for (int j = 0; j < users.size(); j++) {
            if (pairs.rowOf(j) == Assignment.NONE && counts(real, users.get(j))) {
                wrong++;
            }
        }
    }

    private static double gain(Truth real, RoadUser user) {
        double distance = distance(real, user);
        return distance < GATE ? 1000 - distance : 0;
    }

    private void compare(Truth real, List<RoadUser> user) {
        scored.add(real.id);
        if (user.isEmpty()) {
            missed++;
            return;
        }
        RoadUser it = user.get(0);
        found++;
        squaredDistance += Math.pow(distance(real, it), 2);
        squaredSpeed += Math.pow(it.motion().velocity().east() - real.ve, 2)
                + Math.pow(it.motion().velocity().north() - real.vn, 2);
        typed += it.type().name().toLowerCase(Locale.ROOT).equals(real.type) ? 1 : 0;
        Integer before = idOf.put(real.id, it.id());
        switches += before != null && before != it.id() ? 1 : 0;
    }

    private static boolean counts(List<Truth> real, RoadUser user) {
        double fromCentre = Math.hypot(
                user.motion().position().east(), user.motion().position().north());
        return fromCentre <= RADIUS || real.stream().anyMatch(r -> distance(r, user) < GATE);
    }

    private static double distance(Truth real, RoadUser user) {
        return Math.hypot(
                user.motion().position().east() - real.east,
                user.motion().position().north() - real.north);
    }

    double recall() {
        return found / (double) (found + missed);
    }

    double precision() {
        return found / (double) (found + wrong);
    }

    /** Multiple object tracking accuracy. */
    double mota() {
        return 1 - (missed + wrong + switches) / (double) (found + missed);
    }

    double switchesPerTrack() {
        return switches / (double) scored.size();
    }

    /** m. */
    double positionError() {
        return Math.sqrt(squaredDistance / found);
    }

    /** m/s. */
    double velocityError() {
        return Math.sqrt(squaredSpeed / found);
    }

    double typeAccuracy() {
        return typed / (double) found;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "recall %.4f, precision %.4f, mota %.4f, id switches per track %.2f, position %.3f m, velocity %.3f"
                        + " m/s, type %.4f",
                recall(),
                precision(),
                mota(),
                switchesPerTrack(),
                positionError(),
                velocityError(),
                typeAccuracy());
    }
}
