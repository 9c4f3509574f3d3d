package io.verge.demo.internal;

import io.verge.api.geo.Covariance;
import io.verge.api.geo.Position;
import io.verge.api.road.RoadUserType;
import io.verge.api.road.Velocity;
import io.verge.api.scene.Motion;
import io.verge.api.scene.RoadEvent;
import io.verge.api.scene.RoadUser;
import io.verge.api.scene.Scene;
import io.verge.api.signal.SignalPhase;
import io.verge.api.signal.SignalState;
import io.verge.api.signal.SignalTiming;
import io.verge.api.time.Stamps;
import io.verge.testkit.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the demo sees on the road. */
final class DemoScenes {
    private DemoScenes() {}

    static Scene scene(Instant time, RoadUserType... types) {
        return scene(time, List.of(), types);
    }

    static Scene scene(Instant time, RoadEvent event, RoadUserType... types) {
        return scene(time, List.of(event), types);
    }

    static RoadEvent event(Instant time, String id) {
        return new RoadEvent(
                id,
                RoadEvent.Kind.COLLISION_RISK,
                time,
                new Position(0, 0, 0),
                20,
                0.9,
                Duration.ofSeconds(1),
                time.plusMillis(2_100),
                List.of(),
                Double.NaN,
                List.of(1, 2),
                null);
    }

    private static Scene scene(Instant time, List<RoadEvent> events, RoadUserType... types) {
        List<RoadUser> users = new ArrayList<>();
        for (RoadUserType type : types) {
            Motion motion =
                    new Motion(new Position(0, 0, 0), Velocity.ZERO, 0, Covariance.round(1), Covariance.round(1));
            users.add(new RoadUser(users.size() + 1, type, 1, motion, null, null, Set.of(), time, null));
        }
        SignalTiming timing = SignalTiming.between(time.plusMillis(12_500), null);
        return new Scene(
                time,
                ManualClock.standing().quality(),
                users,
                Map.of(
                        1, new SignalState(1, SignalPhase.PROTECTED_MOVEMENT, timing, time),
                        2, new SignalState(2, SignalPhase.STOP_AND_REMAIN, null, time)),
                Set.of(),
                events,
                Stamps.NONE);
    }
}
