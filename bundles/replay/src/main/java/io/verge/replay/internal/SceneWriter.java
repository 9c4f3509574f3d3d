package io.verge.replay.internal;

import io.verge.api.road.Velocity;
import io.verge.api.scene.RoadUser;
import io.verge.api.scene.Scene;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** Scenes as {@code verge-scenes/1}: a line of JSON each. One thread. */
final class SceneWriter implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final OutputStream out;
    private final StringBuilder line = new StringBuilder();

    SceneWriter(OutputStream out) {
        this.out = out;
    }

    /** A new file, packed when its name ends in {@code .gz}. */
    static SceneWriter create(Path path) throws IOException {
        OutputStream file = Files.newOutputStream(path);
        try {
            boolean packed = path.toString().endsWith(".gz");
            return new SceneWriter(
                    new BufferedOutputStream(packed ? new GZIPOutputStream(file, BUFFER) : file, BUFFER));
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    void write(Scene scene) throws IOException {
        line.setLength(0);
        line.append("{\"time\":").append(scene.time().toEpochMilli()).append(",\"roadUsers\":[");
        String separator = "";
        for (RoadUser user : scene.roadUsers()) {
            if (writable(user)) {
                line.append(separator);
                append(user);
                separator = ",";
            }
        }
        line.append("]}\n");
        out.write(line.toString().getBytes(StandardCharsets.US_ASCII));
    }

    /** JSON has no word for a number that is none. */
    private static boolean writable(RoadUser user) {
        Velocity velocity = user.motion().velocity();
        return Decimal.writable(user.motion().position().east())
                && Decimal.writable(user.motion().position().north())
                && Decimal.writable(velocity.east())
                && Decimal.writable(velocity.north());
    }

    private void append(RoadUser user) {
        line.append("{\"id\":").append(user.id());
        number("east", user.motion().position().east());
        number("north", user.motion().position().north());
        number("ve", user.motion().velocity().east());
        number("vn", user.motion().velocity().north());
        line.append(",\"class\":\"")
                .append(user.type().name().toLowerCase(Locale.ROOT))
                .append("\"}");
    }

    private void number(String name, double value) {
        line.append(",\"").append(name).append("\":");
        Decimal.append(line, value);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
