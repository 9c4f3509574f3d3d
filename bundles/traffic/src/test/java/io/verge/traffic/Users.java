package io.verge.traffic;

import io.verge.api.geo.Covariance;
import io.verge.api.geo.Position;
import io.verge.api.road.RoadUserType;
import io.verge.api.road.SensorKind;
import io.verge.api.road.Velocity;
import io.verge.api.scene.LaneMatch;
import io.verge.api.scene.Motion;
import io.verge.api.scene.RoadEvent;
import io.verge.api.scene.RoadUser;
import io.verge.api.scene.Scene;
import io.verge.api.time.ClockQuality;
import io.verge.api.time.Stamps;
import io.verge.testkit.Crossing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Road users and scenes for tests. */
final class Users {
    private Users() {}

    /** A car without measured size. */
    static RoadUser car(double east, double north, double heading, double speed) {
        return user(RoadUserType.CAR, east, north, heading, speed, null);
    }

    static RoadUser user(
            RoadUserType type, double east, double north, double heading, double speed, @Nullable LaneMatch lane) {
        double radians = Math.toRadians(heading);
        Velocity velocity = new Velocity(speed * Math.sin(radians), speed * Math.cos(radians));
        Motion motion = new Motion(
                new Position(east, north, 0), velocity, heading, Covariance.round(0.4), Covariance.round(0.2));
        return new RoadUser(1, type, 0.9, motion, null, lane, Set.of(SensorKind.RADAR), Crossing.TIME, null);
    }

    static RoadUser on(LaneMatch lane, RoadUser user) {
        return new RoadUser(
                user.id(),
                user.type(),
                user.typeConfidence(),
                user.motion(),
                user.size(),
                lane,
                user.sources(),
                user.measuredAt(),
                user.selfReportId());
    }

    static Scene scene(Instant time) {
        ClockQuality clock = new ClockQuality(ClockQuality.Source.NTP, Duration.ofMillis(1));
        return new Scene(time, clock, List.of(), Map.of(), Set.of(), List.<RoadEvent>of(), Stamps.NONE);
    }
}
