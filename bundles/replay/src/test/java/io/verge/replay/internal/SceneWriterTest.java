package io.verge.replay.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.geo.Position;
import io.verge.api.road.RoadUserType;
import io.verge.api.road.Velocity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SceneWriterTest {
    private static final Instant TIME = Instant.ofEpochMilli(1_790_000_000_009L);
    private static final String LINE =
            """
            {"time":1790000000009,"roadUsers":[\
            {"id":7,"east":-3.142,"north":12,"ve":0.5,"vn":-13.889,"class":"car"},\
            {"id":9,"east":0,"north":0.001,"ve":0,"vn":0,"class":"pedestrian"}]}
            """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void writesALinePerScene() throws IOException {
        assertThat(Files.readString(write("scenes.jsonl"))).isEqualTo(LINE);
    }

    @Test
    void packsWhenTheNameSaysSo() throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(write("scenes.jsonl.gz")))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.US_ASCII)).isEqualTo(LINE);
        }
    }

    @Test
    void leavesOutARoadUserThatIsNowhere() throws IOException {
        Path file = folder.resolve("nowhere.jsonl");
        try (SceneWriter writer = SceneWriter.create(file)) {
            writer.write(Scenery.scene(
                    TIME, Scenery.user(1, RoadUserType.BUS, new Position(Double.NaN, 0, 0), Velocity.ZERO)));
        }
        assertThat(Files.readString(file)).isEqualTo("{\"time\":1790000000009,\"roadUsers\":[]}\n");
    }

    private Path write(String name) throws IOException {
        Path file = folder.resolve(name);
        try (SceneWriter writer = SceneWriter.create(file)) {
            writer.write(Scenery.scene(
                    TIME,
                    Scenery.user(7, RoadUserType.CAR, new Position(-Math.PI, 12, 0), new Velocity(0.5, -13.8888)),
                    Scenery.user(9, RoadUserType.PEDESTRIAN, new Position(-1e-9, 0.001, 0), Velocity.ZERO)));
        }
        return file;
    }
}
