package io.verge.perception.internal;

import io.verge.api.scene.RoadUser;
import io.verge.testkit.JsonLines;
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
    private static final long STEP = 500;

    /** What one missed or one false road user costs in a picture's GOSPA, m²: half the square of 5 m. */
    private static final double LOSS = 12.5;

    /** Someone as it really was. */
    record Truth(String id, double east, double north, double ve, double vn, String type, boolean scored) {}

    private final Map<Long, List<Truth>> truth = new HashMap<>();
    private final Map<String, Integer> idOf = new HashMap<>();
    private final Set<String> scored = new HashSet<>();
    private final Identities identities = new Identities();
    private final long begin;
    private int pictures;
    private int found;
    private int missed;
    private int wrong;
    private int switches;
    private int typed;
    private double squaredDistance;
    private double squaredSpeed;
    private double gospa;

    Score(Path file) throws IOException {
        List<Map<String, Object>> lines = JsonLines.read(file);
        for (Map<String, Object> line : lines.subList(1, lines.size())) {
            List<Truth> now = new ArrayList<>();
            for (Map<String, Object> u : JsonLines.objects(line, "roadUsers")) {
                now.add(new Truth(
                        JsonLines.text(u, "id"),
                        JsonLines.number(u, "east"),
                        JsonLines.number(u, "north"),
                        JsonLines.number(u, "ve"),
                        JsonLines.number(u, "vn"),
                        JsonLines.text(u, "class"),
                        Boolean.TRUE.equals(u.get("scored"))));
            }
            truth.put((long) JsonLines.number(line, "time"), now);
        }
        begin = truth.keySet().stream().mapToLong(Long::longValue).min().orElse(0) + WARM_UP;
    }

    /** Takes in a picture of a time at which the truth is known, every half second. */
    void take(long millis, List<RoadUser> users) {
        List<Truth> real = truth.get(millis);
        if (real == null || millis < begin || (millis - begin) % STEP != 0) {
            return;
        }
        Assignment pairs = pair(real, users);
        double lost = lost();
        double near = squaredDistance;
        for (int i = 0; i < real.size(); i++) {
            if (real.get(i).scored) {
                int j = pairs.columnOf(i);
                compare(real.get(i), j == Assignment.NONE ? List.of() : List.of(users.get(j)));
            }
        }
        for (int j = 0; j < users.size(); j++) {
            if (pairs.rowOf(j) == Assignment.NONE && counts(real, users.get(j))) {
                wrong++;
                identities.wrong();
            }
        }
        pictures++;
        gospa += Math.sqrt(squaredDistance - near + LOSS * (lost() - lost));
    }

    private static Assignment pair(List<Truth> real, List<RoadUser> users) {
        Assignment pairs = new Assignment();
        pairs.begin(real.size(), users.size());
        for (int i = 0; i < real.size(); i++) {
            for (int j = 0; j < users.size(); j++) {
                pairs.add(i, j, gain(real.get(i), users.get(j)));
            }
        }
        pairs.solve();
        return pairs;
    }

    private static double gain(Truth real, RoadUser user) {
        double distance = distance(real, user);
        return distance < GATE ? 1000 - distance : 0;
    }

    private double lost() {
        return missed + wrong;
    }

    private void compare(Truth real, List<RoadUser> user) {
        scored.add(real.id);
        if (user.isEmpty()) {
            missed++;
            identities.missed();
            return;
        }
        RoadUser it = user.get(0);
        found++;
        identities.pair(real.id, it.id());
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

    /** Generalised optimal sub-pattern assignment, cut at 5 m, order 2: the mean over the pictures, m. */
    double gospa() {
        return gospa / pictures;
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

    /** How much of all appearances goes under one name for one road user. */
    double idf1() {
        return identities.f1();
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
                "gospa %6.3f mota %.4f idf1 %.4f idsw %.3f pos %.3f vel %.3f type %.4f precision %.4f recall %.4f",
                gospa(),
                mota(),
                idf1(),
                switchesPerTrack(),
                positionError(),
                velocityError(),
                typeAccuracy(),
                precision(),
                recall());
    }
}
