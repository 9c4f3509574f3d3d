package io.verge.traffic;

import io.verge.api.road.SensorKind;
import io.verge.api.scene.RoadUser;
import java.time.Duration;
import java.time.Instant;

/** Confidence that a road user is really there and where it is said to be. */
public final class Trust {
    /** Of a road user that only says so itself. */
    public static final double LOW = 0.3;

    /** Of one that one kind of sensor has just found. */
    public static final double MEDIUM = 0.6;

    /** Of one that one kind of sensor has followed for a while. */
    public static final double GOOD = 0.8;

    /** Of one that two kinds of sources agree on. */
    public static final double HIGH = 0.95;

    /** A tracker is so sure of a velocity only after several measurements, m/s. */
    private static final double SETTLED = 1;

    /** Not measured for so long, it counts half; seconds. */
    private static final double HALF_LIFE = 0.5;

    private Trust() {}

    /** 0 to 1; less the longer it was not measured. */
    public static double of(RoadUser user, Instant now) {
        double unseen = Duration.between(user.measuredAt(), now).toMillis() / 1000.0;
        return base(user) * Math.pow(0.5, Math.max(0, unseen) / HALF_LIFE);
    }

    private static double base(RoadUser user) {
        if (user.sources().size() > 1) {
            return HIGH;
        }
        if (user.sources().isEmpty() || user.sources().contains(SensorKind.SELF_REPORT)) {
            return LOW;
        }
        return user.motion().velocityError().semiMajor() < SETTLED ? GOOD : MEDIUM;
    }
}
