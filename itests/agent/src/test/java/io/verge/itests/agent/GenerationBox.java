package io.verge.itests.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.disk.LocalDisk;
import io.verge.api.disk.Sha256;
import io.verge.generation.Generation;
import io.verge.generation.Generations;
import io.verge.generation.SetBundle;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A box whose generations a test makes, and whose process it starts as often as systemd would. */
final class GenerationBox {
    private static final Duration LIMIT = Duration.ofSeconds(90);

    private final Home home;
    private final Generations generations;
    private final Map<String, String> environment;

    GenerationBox(Home home) {
        this.home = home;
        this.generations = new Generations(new LocalDisk(), home.state());
        this.environment = new HashMap<>(home.environment());
        environment.put("VERGE_JAVA_OPTIONS", "-Dverge.healthy.seconds=2 -Dverge.start.seconds=80");
    }

    Generations generations() {
        return generations;
    }

    /** A generation with this jar beside what was shipped; nothing points to it. */
    Generation make(String release, Path jar, String name, String version, String level) throws Exception {
        byte[] octets = Files.readAllBytes(jar);
        String sha256 = Sha256.of(octets).hex();
        try (InputStream in = Files.newInputStream(jar)) {
            generations.store().add(sha256, octets.length, in);
        }
        return generations.make(
                release,
                "a test",
                Instant.parse("2026-03-01T08:00:00Z"),
                List.of(new SetBundle(name, version, sha256, octets.length, level)));
    }

    /** A bundle with nothing but this activator. */
    static Path bundleOf(Class<?> activator, Path to) throws IOException {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", "io.verge.app.bad");
        headers.putValue("Bundle-Version", "1.0.0");
        headers.putValue("Bundle-Activator", activator.getName());
        headers.putValue("Import-Package", "org.osgi.framework");
        String file = activator.getName().replace('.', '/') + ".class";
        try (OutputStream out = Files.newOutputStream(to);
                JarOutputStream jar = new JarOutputStream(out, manifest);
                InputStream in = Objects.requireNonNull(
                        GenerationBox.class.getClassLoader().getResourceAsStream(file), file)) {
            jar.putNextEntry(new JarEntry(file));
            in.transferTo(jar);
            jar.closeEntry();
        }
        return to;
    }

    Verge start() throws IOException {
        return Verge.start(environment, "run");
    }

    /** Starts it again and again, for as long as it ends by itself with this code. */
    void failsToStart(int times, int code) throws Exception {
        for (int i = 0; i < times; i++) {
            try (Verge verge = start()) {
                assertThat(verge.exitCode(LIMIT))
                        .as("start %d: %s", i + 1, verge.lines())
                        .isEqualTo(code);
            }
        }
    }

    /** Asks again and again until its status says this. */
    Verge.Result awaitStatus(String text) throws Exception {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (true) {
            Verge.Result status = home.verge("status");
            if (status.text().contains(text)) {
                return status;
            }
            assertThat(System.nanoTime()).as(status.text()).isLessThan(deadline);
        }
    }
}
