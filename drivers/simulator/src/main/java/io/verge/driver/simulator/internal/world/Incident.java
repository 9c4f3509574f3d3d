package io.verge.driver.simulator.internal.world;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can go wrong on the crossing. */
public enum Incident {
    /** Someone drives on at red; those with green see it and wait. */
    RED_LIGHT,
    /** Someone drives on at red, and one with green does not see it before the last moment. */
    COLLISION_COURSE,
    /** Someone comes along a lane out of the crossing the wrong way. */
    WRONG_WAY,
    /** Someone breaks down on a lane and stands for some time. */
    BREAKDOWN,
    SPEEDER,
    SLOW_VEHICLE,
    /** Someone on foot steps on the road, on a crosswalk at red or beside one, before one who drives there. */
    JAYWALKER,
    /** The traffic out of the crossing creeps on one lane, and those behind queue up. */
    CONGESTION,
    /** Something small lies at the edge of a lane. */
    DEBRIS;

    /** As the profile writes it, such as {@code red-light}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** By its {@link #key()}; empty when there is none of that name. */
    public static Optional<Incident> of(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }
}
