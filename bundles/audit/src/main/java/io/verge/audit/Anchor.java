package io.verge.audit;

import io.verge.api.disk.CheckedText;
import io.verge.api.disk.Disk;
import io.verge.api.disk.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The head of the trail as it was handed on: who has it knows of every change to what lies before.
 *
 * @param number of the entry
 * @param hash of the entry
 * @param time when it was handed on
 */
public record Anchor(long number, String hash, Instant time) {
    private static final String NAME = "anchored";
    private static final int LARGEST = 1_000;

    /** One object: what the cloud gets. */
    public String json() {
        return ActJson.object(out -> {
            out.writeNumberField("number", number);
            out.writeStringField("hash", hash);
            out.writeStringField("time", time.toString());
        });
    }

    /** Keeps it in the folder of the trail. */
    public void keep(Disk disk, Path folder) throws IOException {
        disk.replace(folder.resolve(NAME), CheckedText.of(' ', json()).getBytes(StandardCharsets.UTF_8));
    }

    /** The last that was kept in a folder; empty when there is none, or none that can be understood. */
    public static Optional<Anchor> kept(Disk disk, Path folder) throws IOException {
        try {
            String text = new String(disk.read(folder.resolve(NAME), LARGEST), StandardCharsets.UTF_8);
            return CheckedText.read(' ', text).map(Anchor::of);
        } catch (NoSuchFileException | IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Anchor of(String json) {
        Map<String, String> fields = ActJson.fields(json);
        Sha256 hash = new Sha256(ActJson.of(fields, "hash"));
        return new Anchor(
                Long.parseLong(ActJson.of(fields, "number")), hash.hex(), Instant.parse(ActJson.of(fields, "time")));
    }
}
