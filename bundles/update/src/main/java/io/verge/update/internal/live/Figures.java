package io.verge.update.internal.live;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.verge.api.disk.Disk;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was measured when bundles of this box were replaced, in {@code var/update/pauses.json}: ms for each device, and for a restart.
 * A file that cannot be read or written costs nothing but the figures. Safe for use by several threads.
 */
final class Figures {
    private static final Logger LOG = LoggerFactory.getLogger(Figures.class);
    private static final JsonFactory JSON = new JsonFactory();
    private static final int MOST_DEVICES = 200;
    private static final int LONGEST_FILE = 1 << 16;
    private static final Duration LONGEST_RESTART = Duration.ofMinutes(10);
    private static final String RESTART = "restart";
    private static final String RESTARTING = "restarting";

    private final Disk disk;
    private final Path folder;
    private final Path file;
    /** Guarded by this, as all that follows: by device, the one that was measured last at the end. */
    private final Map<String, Long> pauses = new LinkedHashMap<>();

    private long restart = -1;
    private @Nullable Instant restarting;
    private boolean changed;

    /** @param folder such as {@code var/update} */
    Figures(Disk disk, Path folder) {
        this.disk = disk;
        this.folder = folder;
        this.file = folder.resolve("pauses.json");
        try {
            read(disk.read(file, LONGEST_FILE));
        } catch (NoSuchFileException e) {
            // Nothing was measured yet.
        } catch (IOException | RuntimeException e) {
            LOG.warn("{} cannot be read, and is made anew: {}", file, e.getMessage());
        }
    }

    private void read(byte[] text) throws IOException {
        try (JsonParser in = JSON.createParser(text)) {
            in.nextToken();
            for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
                JsonToken value = in.nextToken();
                if (value == JsonToken.START_OBJECT) {
                    for (String device = in.nextFieldName(); device != null; device = in.nextFieldName()) {
                        pauses.put(device, in.nextLongValue(0));
                    }
                } else if (name.equals(RESTART)) {
                    restart = in.getLongValue();
                } else if (name.equals(RESTARTING)) {
                    restarting = Instant.ofEpochMilli(in.getLongValue());
                }
            }
        }
    }

    /** How long a device was not heard when its driver was replaced last. */
    synchronized Optional<Duration> pause(String device) {
        return Optional.ofNullable(pauses.get(device)).map(Duration::ofMillis);
    }

    /** It was not heard for so long. */
    synchronized void paused(String device, Duration pause) {
        pauses.remove(device);
        pauses.put(device, pause.toMillis());
        Iterator<String> oldest = pauses.keySet().iterator();
        while (pauses.size() > MOST_DEVICES) {
            oldest.next();
            oldest.remove();
        }
        changed = true;
    }

    /** How long the last restart took; null when none was measured. */
    synchronized @Nullable Duration restart() {
        return restart < 0 ? null : Duration.ofMillis(restart);
    }

    /** The process is about to end, and to be started again. */
    synchronized void restarting(Instant now) {
        restarting = now;
        changed = true;
        save();
    }

    /** The process has been started. */
    synchronized void started(Instant now) {
        Instant began = restarting;
        if (began == null) {
            return;
        }
        Duration took = Duration.between(began, now);
        if (!took.isNegative() && took.compareTo(LONGEST_RESTART) < 0) { // else the clock was set
            restart = took.toMillis();
        }
        restarting = null;
        changed = true;
        save();
    }

    /** Writes down what has changed since the last time. */
    synchronized void save() {
        if (!changed) {
            return;
        }
        try {
            disk.folders(folder);
            disk.replace(file, text());
            changed = false;
        } catch (IOException e) {
            LOG.warn("what was measured cannot be kept in {}: {}", file, e.getMessage());
        }
    }

    private byte[] text() throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            out.writeStartObject();
            if (restart >= 0) {
                out.writeNumberField(RESTART, restart);
            }
            if (restarting != null) {
                out.writeNumberField(RESTARTING, restarting.toEpochMilli());
            }
            out.writeObjectFieldStart("pauses");
            for (Map.Entry<String, Long> pause : pauses.entrySet()) {
                out.writeNumberField(pause.getKey(), pause.getValue());
            }
            out.writeEndObject();
            out.writeEndObject();
        }
        return text.toByteArray();
    }
}
