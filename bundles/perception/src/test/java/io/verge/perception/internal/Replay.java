package io.verge.perception.internal;

import io.verge.api.scene.RoadUser;
import io.verge.testkit.Recording;
import io.verge.testkit.RoadUserJson;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * Feeds a recording to a tracker in order of arrival and asks for the road users after each frame and at each whole 100 ms, as
 * {@link Perception} does in a replay. {@code java … Replay RECORDING SCENES} writes them as {@code verge-scenes/1} to be scored
 * outside.
 */
final class Replay {
    /** Gets every picture. */
    interface Pictures {
        void at(long millis, List<RoadUser> users) throws IOException;
    }

    private Replay() {}

    public static void main(String[] arguments) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(Path.of(arguments[1]))) {
            run(new Tracker(Defaults.settings()), Recording.read(Path.of(arguments[0])), (millis, users) -> {
                out.write("{\"time\":" + millis + ",\"roadUsers\":[");
                String separator = "";
                for (RoadUser user : users) {
                    out.write(separator + RoadUserJson.of(user));
                    separator = ",";
                }
                out.write("]}\n");
            });
        }
    }

    static void run(Tracker tracker, List<Recording.Arrival> arrivals, Pictures pictures) throws IOException {
        long tick = arrivals.get(0).arrival() / 100 * 100 + 100;
        for (Recording.Arrival arrival : arrivals) {
            while (arrival.arrival() >= tick) {
                pictures.at(tick, tracker.roadUsersAt(Instant.ofEpochMilli(tick)));
                tick += 100;
            }
            tracker.onFrame(arrival.frame());
            pictures.at(arrival.arrival(), tracker.roadUsersAt(Instant.ofEpochMilli(arrival.arrival())));
        }
    }
}
