package io.verge.app.collisionwarning.internal;

import io.verge.api.geo.Position;
import io.verge.api.scene.RoadUser;
import java.util.List;

/**
 * Two road users that are about to collide.
 *
 * @param a the one with the smaller id
 * @param b the other
 * @param seconds until they touch
 * @param place where
 * @param probability of the ways on which they do, 0 to 1
 * @param heading of the faster at the contact, degrees clockwise from north
 * @param sure whether it rests on what has been seen for several looks already
 * @param lanes on which they come, ascending
 */
record Danger(
        RoadUser a,
        RoadUser b,
        double seconds,
        Position place,
        double probability,
        double heading,
        boolean sure,
        List<Integer> lanes) {
    Danger with(double other) {
        return new Danger(a, b, seconds, place, other, heading, sure, lanes);
    }

    Pair pair() {
        return new Pair(a.id(), b.id());
    }

    /** What makes two dangers the same: who is in them. */
    record Pair(int a, int b) {}
}
