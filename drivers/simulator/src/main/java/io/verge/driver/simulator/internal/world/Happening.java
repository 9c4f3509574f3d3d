package io.verge.driver.simulator.internal.world;

import java.util.List;

/**
 * Something that really happened. All times are the world's, milliseconds; {@link #NEVER} when it has not come to that.
 *
 * @param number counts from 0
 * @param who the ids of those in it: of a collision course the runner first, of a jaywalker the one on foot first; of a
 *     congestion nobody
 * @param lane of the map that it concerns
 * @param place where it is: of a conflict where that is, else of who is in it at the beginning
 * @param began when who looked on could first have known: who runs a red light came into the world, who broke down stood
 * @param conflict when the front of a runner passed its stop line, when two would have touched had nobody braked, when one who
 *     drives would have been where another walks; {@link #NEVER} for what has no such instant
 * @param ended when it was over
 * @param closest how near the two of a conflict came, between their middles, metres; NaN without a conflict
 */
public record Happening(
        int number,
        Incident kind,
        List<Integer> who,
        int lane,
        Pose place,
        long began,
        long conflict,
        long ended,
        double closest) {
    /** It has not come to that. */
    public static final long NEVER = -1;

    public Happening {
        who = List.copyOf(who);
    }

    /** Whether it lasts. */
    public boolean lasts() {
        return ended == NEVER;
    }

    Happening withConflict(long millis, Pose where) {
        return new Happening(number, kind, who, lane, where, began, millis, ended, closest);
    }

    Happening withClosest(double metres) {
        double nearer = Double.isNaN(closest) ? metres : Math.min(closest, metres);
        return new Happening(number, kind, who, lane, place, began, conflict, ended, nearer);
    }

    Happening withEnd(long millis) {
        return new Happening(number, kind, who, lane, place, began, conflict, millis, closest);
    }
}
