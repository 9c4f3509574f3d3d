package io.verge.replay.internal;

import io.verge.api.geo.Covariance;
import io.verge.api.geo.Position;
import io.verge.api.message.MessageKind;
import io.verge.api.message.V2xFrame;
import io.verge.api.road.RoadUserType;
import io.verge.api.road.SensorKind;
import io.verge.api.road.Velocity;
import io.verge.api.scene.Motion;
import io.verge.api.scene.RoadUser;
import io.verge.api.scene.Scene;
import io.verge.api.time.ClockQuality;
import io.verge.api.time.Stamps;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Scenes and messages for tests. */
final class Scenery {
    private Scenery() {}

    static Scene scene(Instant time, RoadUser... users) {
        ClockQuality exact = new ClockQuality(ClockQuality.Source.RECORDING, Duration.ZERO);
        return new Scene(time, exact, List.of(users), Map.of(), Set.of(), List.of(), Stamps.NONE);
    }

    static RoadUser user(int id, RoadUserType type, Position position, Velocity velocity) {
        Motion motion = new Motion(position, velocity, Double.NaN, Covariance.round(1), Covariance.round(1));
        return new RoadUser(id, type, 1, motion, null, null, Set.of(SensorKind.RADAR), Instant.EPOCH, null);
    }

    static V2xFrame message(String set, int application, String hex) {
        ByteBuffer payload = ByteBuffer.wrap(HexFormat.of().parseHex(hex));
        return new V2xFrame(set, MessageKind.OTHER, application, payload, Instant.EPOCH, Stamps.NONE);
    }
}
