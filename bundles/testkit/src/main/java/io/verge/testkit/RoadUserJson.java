package io.verge.testkit;

import io.verge.api.scene.RoadUser;
import java.util.Locale;

/** A road user as JSON, for judges of tracks: id, position in metres, velocity in m/s, class. */
public final class RoadUserJson {
    private RoadUserJson() {}

    public static String of(RoadUser user) {
        return String.format(
                Locale.ROOT,
                "{\"id\":%d,\"east\":%.3f,\"north\":%.3f,\"ve\":%.3f,\"vn\":%.3f,\"class\":\"%s\"}",
                user.id(),
                user.motion().position().east(),
                user.motion().position().north(),
                user.motion().velocity().east(),
                user.motion().velocity().north(),
                user.type().name().toLowerCase(Locale.ROOT));
    }
}
