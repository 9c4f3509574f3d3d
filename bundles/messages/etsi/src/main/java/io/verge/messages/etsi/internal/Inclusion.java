package io.verge.messages.etsi.internal;

import io.verge.api.geo.Headings;
import io.verge.api.scene.RoadUser;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who is worth another message: the inclusion rules of TS 103 324, 6.1.2.3. A vehicle is when it is new, or has moved, turned or
 * changed its speed since it was last included, or that was a second ago. Who has nothing around them, and animals, go together: all
 * of them when one is new or was last included half a second ago. Safe for use by several threads.
 */
final class Inclusion {
    /** Metres, m/s and degrees since the last inclusion. */
    private static final double MOVED = 4;

    private static final double FASTER = 0.5;
    private static final double TURNED = 4;

    /** T_GenCpmMax, and half of it for who is vulnerable. */
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private static final Duration LONGEST_VULNERABLE = Duration.ofMillis(500);

    /** What was last said of everyone who was still there at the last look, by id. Guarded by this object's lock. */
    private final Map<Integer, Said> last = new HashMap<>();

    private Instant looked = Instant.MIN;
    private Instant sent = Instant.MIN;

    private record Said(Instant time, RoadUser user) {}

    /**
     * Those to include, in their order; they are taken as included.
     *
     * @param time of the message; before that of the last look all begins anew
     */
    synchronized List<RoadUser> of(List<RoadUser> users, Instant time) {
        forget(users, time);
        boolean vulnerable = users.stream().anyMatch(user -> together(user) && due(user, time));
        List<RoadUser> included = new ArrayList<>(users.size());
        for (RoadUser user : users) {
            if (together(user) ? vulnerable : due(user, time)) {
                included.add(user);
                last.put(user.id(), new Said(time, user));
            }
        }
        return included;
    }

    /** Whether a message without any object is due: that nobody is there is said once a second; a message counts as sent. */
    synchronized boolean silent(List<RoadUser> included, Instant time) {
        boolean due = !included.isEmpty()
                || sent.equals(Instant.MIN)
                || time.isBefore(sent)
                || !time.isBefore(sent.plus(LONGEST));
        if (due) {
            sent = time;
        }
        return !due;
    }

    private void forget(List<RoadUser> users, Instant time) {
        if (time.isBefore(looked)) {
            last.clear();
        }
        looked = time;
        Set<Integer> present = new HashSet<>();
        users.forEach(user -> present.add(user.id()));
        last.keySet().retainAll(present);
    }

    private boolean due(RoadUser user, Instant time) {
        Said said = last.get(user.id());
        if (said == null) {
            return true;
        }
        Duration since = Duration.between(said.time(), time);
        if (together(user)) {
            return since.compareTo(LONGEST_VULNERABLE) >= 0;
        }
        return since.compareTo(LONGEST) >= 0 || changed(said.user(), user);
    }

    private static boolean changed(RoadUser before, RoadUser now) {
        double speeds =
                now.motion().velocity().speed() - before.motion().velocity().speed();
        return now.motion().position().distanceTo(before.motion().position()) > MOVED
                || Math.abs(speeds) > FASTER
                || turned(before.motion().heading(), now.motion().heading());
    }

    /** A heading that becomes known is a change, too. */
    private static boolean turned(double before, double now) {
        if (Double.isNaN(before) || Double.isNaN(now)) {
            return Double.isNaN(before) != Double.isNaN(now);
        }
        return Math.abs(Headings.turn(before, now)) > TURNED;
    }

    private static boolean together(RoadUser user) {
        return switch (user.type()) {
            case PEDESTRIAN, BICYCLE, MOTORCYCLE, ANIMAL -> true;
            case UNKNOWN, CAR, TRUCK, BUS, OBSTACLE -> false;
        };
    }
}
