package io.verge.traffic;

import io.verge.api.geo.Position;
import io.verge.api.scene.Motion;
import io.verge.api.scene.RoadUser;
import io.verge.api.scene.Scene;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
    /** No two bodies on a road touch whose centres are farther apart, metres. */
    private static final double FAR = 30;

    private final Limits limits;
    private final Map<Integer, Known> known = new HashMap<>();
    private List<RoadUser> present = List.of();
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
        Instant gap = now.minus(limits.coasting());
        known.values().removeIf(one -> one.seen.isBefore(gap));
        for (RoadUser user : present) {
            see(known.computeIfAbsent(user.id(), id -> new Known()), user, gap);
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
        return followed(user) && certain(user.motion()) && original(user) == null;
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

    /** Of whose body this is a second track; null when it is none. */
    private @Nullable RoadUser original(RoadUser user) {
        for (RoadUser other : present) {
            if (outranks(other, user) && oneBody(other, user)) {
                return other;
            }
        }
        return null;
    }

    /** More kinds of sources see the original; among those that one kind sees, it is the longer one, then the older. */
    private boolean outranks(RoadUser one, RoadUser other) {
        int more = one.sources().size() - other.sources().size();
        if (more != 0 || one.sources().size() > 1) {
            return more > 0;
        }
        double longer = Bodies.length(one) - Bodies.length(other);
        return longer != 0 ? longer > 0 : one.id() != other.id() && since(one).isBefore(since(other));
    }

    private Instant since(RoadUser user) {
        Known one = known.get(user.id());
        return one == null ? Instant.MAX : one.since;
    }

    private static boolean oneBody(RoadUser original, RoadUser user) {
        Position a = original.motion().position();
        Position b = user.motion().position();
        if (!(Math.abs(a.east() - b.east()) < FAR && Math.abs(a.north() - b.north()) < FAR)) {
            return false;
        }
        double apart = Math.hypot(
                original.motion().velocity().east() - user.motion().velocity().east(),
                original.motion().velocity().north() - user.motion().velocity().north());
        double reach = user.motion().positionError().semiMajor() + (apart < ALIKE ? BEYOND : 0);
        return Bodies.overlap(
                a.east(),
                a.north(),
                heading(original),
                Bodies.length(original) + 2 * reach,
                Bodies.width(original),
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
