package io.verge.audit;

import io.verge.api.audit.Act;
import io.verge.api.audit.AuditEntry;
import io.verge.testkit.FaultyDisk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A trail on a disk that fails when told to. */
final class TrailBox {
    static final Path FOLDER = Path.of("/var/audit");
    static final Instant TIME = Instant.parse("2026-03-01T08:00:00Z");

    final FaultyDisk disk;
    /** What was said to be durable. */
    final List<AuditEntry> written = new ArrayList<>();

    Trail trail;

    TrailBox(long seed) {
        disk = new FaultyDisk(new Random(seed));
        trail = new Trail(disk, FOLDER);
    }

    static Act act(String detail) {
        return new Act("coap", "anna", "maintainer", "bundle.stop", "io.verge.driver.radar", "done", detail);
    }

    /** Starts, as after a restart of the process. */
    TrailCheck start() throws IOException {
        trail = new Trail(disk, FOLDER);
        return trail.open(entry -> {});
    }

    void write(String... details) throws IOException {
        ArrayDeque<Trail.Noted> waiting = new ArrayDeque<>();
        for (String detail : details) {
            waiting.add(new Trail.Noted(TIME, act(detail)));
        }
        trail.append(waiting, written::add);
    }

    TrailCheck check() throws IOException {
        return TrailCheck.of(disk, FOLDER, entry -> {});
    }

    List<AuditEntry> entries() throws IOException {
        List<AuditEntry> entries = new ArrayList<>();
        TrailCheck.of(disk, FOLDER, entries::add);
        return entries;
    }

    Path file(long first) {
        return TrailFile.of(FOLDER, first);
    }

    String text(long first) throws IOException {
        return new String(disk.read(file(first), Scan.LARGEST_FILE), StandardCharsets.UTF_8);
    }

    /** As somebody would who may write files. */
    void forge(long first, String text) throws IOException {
        disk.replace(file(first), text.getBytes(StandardCharsets.UTF_8));
    }
}
