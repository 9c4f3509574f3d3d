package io.verge.update.internal.live;

import io.verge.api.disk.Disk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/** The jars that the agent was installed with, by symbolic name. They are read once: nothing changes them while the agent runs. One thread. */
final class Shipped {
    private final Disk disk;
    private final Path bundles;
    private final List<String> levels;
    private @Nullable Map<String, ShippedJar> jars;

    /**
     * Reads nothing yet.
     *
     * @param bundles the folder with a folder for each level
     * @param levels in the order of the start
     */
    Shipped(Disk disk, Path bundles, List<String> levels) {
        this.disk = disk;
        this.bundles = bundles;
        this.levels = List.copyOf(levels);
    }

    /** From 1; 0 when the agent has no such level. */
    int startLevel(String level) {
        return levels.indexOf(level) + 1;
    }

    /** By symbolic name, in the order of the start. */
    Map<String, ShippedJar> jars() throws IOException {
        Map<String, ShippedJar> known = jars;
        if (known == null) {
            known = read();
            jars = known;
        }
        return known;
    }

    private Map<String, ShippedJar> read() throws IOException {
        Map<String, ShippedJar> found = new LinkedHashMap<>();
        for (String level : levels) {
            for (Path file : disk.list(bundles.resolve(level))) {
                if (file.toString().endsWith(".jar")) {
                    ShippedJar jar = read(file);
                    found.put(jar.name(), jar);
                }
            }
        }
        return found;
    }

    private static ShippedJar read(Path file) throws IOException {
        try (JarFile jar = new JarFile(file.toFile())) {
            Manifest manifest = jar.getManifest();
            @Nullable
            String name = manifest == null ? null : manifest.getMainAttributes().getValue("Bundle-SymbolicName");
            if (manifest == null || name == null) {
                throw new IOException(file + " is not a bundle: its manifest has no Bundle-SymbolicName");
            }
            int directive = name.indexOf(';');
            @Nullable String version = manifest.getMainAttributes().getValue("Bundle-Version");
            return new ShippedJar(
                    directive < 0 ? name.strip() : name.substring(0, directive).strip(),
                    version == null ? "0.0.0" : version.strip(),
                    file);
        }
    }

    /**
     * One of them.
     *
     * @param name symbolic name
     */
    record ShippedJar(String name, String version, Path file) {}
}
