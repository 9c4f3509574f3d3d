package io.verge.itests.perception;

import io.verge.api.scene.RoadUser;
import io.verge.api.scene.Scene;
import io.verge.perception.internal.Perception;
import io.verge.perception.internal.PerceptionConfig;
import io.verge.testkit.DirectStages;
import io.verge.testkit.ManualClock;
import io.verge.testkit.Recording;
import io.verge.testkit.RoadUserJson;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** The scenes that perception, as it is configured when nobody sets anything, makes of a recording: format {@code verge-scenes/1}. */
final class Scenes {
    private static final long TICK = 100;

    @PerceptionConfig
    private static final class Defaults {}

    private Scenes() {}

    /** Frames come when they arrived, and a tick with each whole tenth of a second between them. */
    static void write(Path recording, Path scenes) throws IOException {
        ManualClock clock = ManualClock.standing();
        DirectStages stages = new DirectStages();
        List<Recording.Arrival> arrivals = Recording.read(recording);
        try (BufferedWriter out = Files.newBufferedWriter(scenes)) {
            PerceptionConfig config = Objects.requireNonNull(Defaults.class.getAnnotation(PerceptionConfig.class));
            Perception perception = new Perception(config, stages, scene -> write(scene, out), clock);
            long tick = (arrivals.get(0).arrival() / TICK + 1) * TICK;
            for (Recording.Arrival arrival : arrivals) {
                for (; arrival.arrival() >= tick; tick += TICK) {
                    clock.set(Instant.ofEpochMilli(tick));
                    stages.tick();
                }
                clock.set(Instant.ofEpochMilli(arrival.arrival()));
                perception.observed(arrival.frame());
            }
            perception.close();
        }
    }

    private static void write(Scene scene, BufferedWriter out) {
        try {
            out.write("{\"time\":" + scene.time().toEpochMilli() + ",\"roadUsers\":[");
            String separator = "";
            for (RoadUser user : scene.roadUsers()) {
                out.write(separator + RoadUserJson.of(user));
                separator = ",";
            }
            out.write("]}\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
