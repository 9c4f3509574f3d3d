package io.verge.app.pedestrianwarning.internal;

import io.verge.api.scene.RoadUser;
import io.verge.traffic.CrosswalkArea;
import java.util.Optional;

/**
 * Someone on foot, or on a bicycle, whom traffic may endanger.
 *
 * @param crosswalk that it is on, beside or about to enter; empty elsewhere on the carriageway
 * @param expected whether drivers expect somebody there: on a crosswalk, but for at don't walk
 */
record Walker(RoadUser user, Optional<CrosswalkArea> crosswalk, boolean expected) {
    /** What makes two sightings the same event: the crosswalk, else who it is. */
    Object key() {
        return crosswalk.isPresent() ? "crosswalk-" + crosswalk.get().id() : "walker-" + user.id();
    }

    double east(double seconds) {
        return user.motion().position().east()
                + seconds * user.motion().velocity().east();
    }

    double north(double seconds) {
        return user.motion().position().north()
                + seconds * user.motion().velocity().north();
    }
}
