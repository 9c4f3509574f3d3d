package io.verge.traffic;

import io.verge.api.geo.Position;
import io.verge.api.road.Velocity;
import io.verge.api.scene.Motion;
import io.verge.api.scene.RoadUser;
import io.verge.api.scene.Scene;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whose motion is known so well that a warning may rest on it: followed for a while, measured just now, certain enough, and no
 * second track of a body that another road user of the scene already stands for. {@link Trust} tells whether somebody is there,
 * this whether what he does may be judged. Forgets who is gone, and everybody when time runs backwards. One thread.
 */
public final class Credible {
    /**
     * What is required.
     *
     * @param followed in the scenes without a gap for so long
     * @param coasting not measured for longer, it only goes on as it went
     * @param place the greatest standard deviation of its position, metres
     * @param speed the greatest standard deviation of its velocity, m/s
     */
    public record Limits(Duration followed, Duration coasting, double place, double speed) {}

    /** Tracks of one body move alike: their velocities differ by less, m/s. */
    private static final double ALIKE = 1.5;
    /** Reflections of one body that move alike may be so far beyond what is thought to be its ends, metres. */
    private static final double BEYOND = 1.5;
    /** And so far beside their middle, metres. */
    private static final double ASIDE = 0.3;
    /** Slower ones move alike only because they stand, m/s. */
    private static final double MOVES = 1;
    /** Who is not in the scenes for longer is forgotten. */
    private static final Duration GAP = Duration.ofMillis(500);
    /** Middles of bodies that touch are nearer, metres. */
    private static final double NEAR = 15;
    /** Not more others are looked at, so that the work of a scene is bounded. */
    private static final int MOST_NEAR = 30;

    private final Limits limits;
    private final Map<Integer, Known> known = new HashMap<>();
    private List<RoadUser> present = List.of();
    /** Where those present are, metres: everybody is compared with all of them. */
    private double[] east = new double[0];

    private double[] north = new double[0];
    private Instant now = Instant.MIN;

    /** Since when one is there, and measured. */
    private static final class Known {
        private Instant since = Instant.MAX;
        private Instant seen = Instant.MIN;
        private Instant coasted = Instant.MIN;
    }

    public Credible(Limits limits) {
        this.limits = limits;
    }

    /** Takes the next scene. */
    public void update(Scene scene) {
        if (scene.time().isBefore(now)) {
            known.clear();
        }
        now = scene.time();
        present = scene.roadUsers();
        place();
        Instant gap = now.minus(limits.coasting());
        known.values().removeIf(one -> one.seen.isBefore(now.minus(GAP)));
        for (RoadUser user : present) {
            see(known.computeIfAbsent(user.id(), id -> new Known()), user, gap);
        }
    }

    private void place() {
        if (east.length < present.size()) {
            east = new double[present.size()];
            north = new double[present.size()];
        }
        for (int i = 0; i < present.size(); i++) {
            Position at = present.get(i).motion().position();
            east[i] = at.east();
            north[i] = at.north();
        }
    }

    private void see(Known one, RoadUser user, Instant gap) {
        one.seen = now;
        if (one.since.equals(Instant.MAX)) {
            one.since = now;
        }
        if (user.measuredAt().isBefore(gap)) {
            one.coasted = now;
        }
    }

    /** Whether what this road user of the scene does may be judged. */
    public boolean of(RoadUser user) {
        return known(user) && !second(user);
    }

    /** Whether his motion is known, though he may be a second track of a body. */
    public boolean known(RoadUser user) {
        return followed(user) && certain(user.motion());
    }

    /** Whether it may stand for others: also while those take its measurements, as long as it is certain where it is. */
    private boolean original(RoadUser user) {
        Known one = known.get(user.id());
        return one != null && !one.since.plus(limits.followed()).isAfter(now) && certain(user.motion());
    }

    /** Measured again after it coasted, it must have been for as long as it takes to be called coasting. */
    private boolean followed(RoadUser user) {
        Known one = known.get(user.id());
        return one != null
                && !one.since.plus(limits.followed()).isAfter(now)
                && (one.coasted.equals(Instant.MIN)
                        || !one.coasted.plus(limits.coasting()).isAfter(now));
    }

    private boolean certain(Motion motion) {
        return motion.positionError().semiMajor() <= limits.place()
                && motion.velocityError().semiMajor() <= limits.speed();
    }

    /** Whether it is a second track of a body that another already stands for. */
    private boolean second(RoadUser user) {
        Position at = user.motion().position();
        int near = 0;
        for (int i = 0; i < present.size() && near < MOST_NEAR; i++) {
            if (Math.abs(east[i] - at.east()) < NEAR && Math.abs(north[i] - at.north()) < NEAR) {
                RoadUser other = present.get(i);
                near++;
                if (other.id() != user.id() && outranks(other, user) && touch(other, user) && original(other)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The original is the longer of two that move alike, else what more kinds of sources see, at last, of two that one
     * kind of sensor sees, or that stand, the older: bodies that stand in each other are one. */
    private boolean outranks(RoadUser one, RoadUser other) {
        double longer = alike(one, other) ? Bodies.length(one) - Bodies.length(other) : 0;
        if (longer != 0) {
            return longer > 0;
        }
        int more = one.sources().size() - other.sources().size();
        boolean doubtful = one.sources().size() <= 1 || (stands(one) && stands(other)) || within(one, other);
        return more == 0 ? doubtful && since(one).isBefore(since(other)) : more > 0;
    }

    private static boolean stands(RoadUser user) {
        return user.motion().velocity().speed() <= MOVES;
    }

    private Instant since(RoadUser user) {
        Known one = known.get(user.id());
        return one == null ? Instant.MAX : one.since;
    }

    private static boolean alike(RoadUser one, RoadUser other) {
        Velocity a = one.motion().velocity();
        Velocity b = other.motion().velocity();
        return a.speed() > MOVES && b.speed() > MOVES && Math.hypot(a.east() - b.east(), a.north() - b.north()) < ALIKE;
    }

    /** How far beside the original a reflection of it may seem to be, metres. */
    private static double reach(RoadUser original, RoadUser user) {
        double error = Math.max(
                original.motion().positionError().semiMajor(),
                user.motion().positionError().semiMajor());
        return error + (alike(original, user) ? BEYOND : 0);
    }

    /** Whether two long bodies are in each other, however far their ends are beyond where they are thought to be. */
    private static boolean within(RoadUser one, RoadUser other) {
        if (Math.min(Bodies.length(one), Bodies.length(other)) <= 2 * BEYOND) {
            return false; // people walk shoulder to shoulder
        }
        Position a = one.motion().position();
        Position b = other.motion().position();
        return Bodies.overlap(
                a.east(),
                a.north(),
                heading(one),
                Math.max(0, Bodies.length(one) - 2 * BEYOND),
                Bodies.width(one),
                b.east(),
                b.north(),
                heading(other),
                Math.max(0, Bodies.length(other) - 2 * BEYOND),
                Bodies.width(other),
                -ASIDE);
    }

    /** Whether it is within reach of the original; beside it only as far as the error goes, for others drive there. */
    private static boolean touch(RoadUser original, RoadUser user) {
        double reach = reach(original, user);
        Position a = original.motion().position();
        Position b = user.motion().position();
        double error = user.motion().positionError().semiMajor();
        return Bodies.overlap(
                a.east(),
                a.north(),
                heading(original),
                Bodies.length(original) + 2 * reach,
                Bodies.width(original) + 2 * error,
                b.east(),
                b.north(),
                heading(user),
                Bodies.length(user),
                Bodies.width(user),
                0);
    }

    private static double heading(RoadUser user) {
        double heading = user.motion().heading();
        return Double.isFinite(heading) ? heading : user.motion().velocity().heading();
    }
}
