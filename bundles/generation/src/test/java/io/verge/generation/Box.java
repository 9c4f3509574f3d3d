package io.verge.generation;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.verge.api.disk.Sha256;
import io.verge.testkit.FaultyDisk;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** A box whose disk is at hand; a restart of its process makes all objects anew. */
final class Box {
    static final Path STATE = Path.of("/var/lib/verge");
    static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    static final String NO_CHANGES = "";

    final FaultyDisk disk;
    /** Happens whenever the launcher waits for the disk. */
    Runnable pause = () -> {};

    Box(long seed) {
        disk = new FaultyDisk(new Random(seed));
    }

    Generations generations() {
        return new Generations(disk, STATE);
    }

    Boot boot() {
        return new Boot(disk, STATE, () -> pause.run());
    }

    /** What the next process starts. */
    Start start() {
        return boot().next(NO_CHANGES, NOW);
    }

    Start.OfSet startSet() {
        return (Start.OfSet) start();
    }

    /** A generation of bundles with these contents. */
    Generation make(String release, String... contents) throws IOException {
        for (String content : contents) {
            SetBundle bundle = bundle(content);
            generations()
                    .store()
                    .add(bundle.sha256(), bundle.length(), new ByteArrayInputStream(content.getBytes(UTF_8)));
        }
        List<SetBundle> bundles = Arrays.stream(contents).map(Box::bundle).toList();
        return generations().make(release, "a test", NOW, bundles);
    }

    /** A generation that runs and is the last good one. */
    Generation committed(String release, String... contents) throws IOException {
        Generation generation = make(release, contents);
        generations().point(generation);
        generations().commit();
        return generation;
    }

    static SetBundle bundle(String content) {
        byte[] octets = content.getBytes(UTF_8);
        String name = "io.verge.app." + content.substring(0, content.indexOf(' '));
        return new SetBundle(name, "1.0.0", Sha256.of(octets).hex(), octets.length, "apps");
    }

    static Path jar(String content) {
        return STATE.resolve("store").resolve(bundle(content).sha256() + ".jar");
    }

    static Path file(String name) {
        return STATE.resolve("generations").resolve(name);
    }
}
