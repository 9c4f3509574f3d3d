package io.verge.agent.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which bundles the framework is to have: the shipped ones of the mode, changed by what was installed on this box. */
final class BundlePlan {
    private final List<PlannedBundle> bundles;

    private BundlePlan(List<PlannedBundle> bundles) {
        this.bundles = List.copyOf(bundles);
    }

    List<PlannedBundle> bundles() {
        return bundles;
    }

    /** @throws IOException when a folder or the list of local bundles cannot be read; it names the file */
    static BundlePlan of(Mode mode, Places places) throws IOException {
        Map<String, PlannedBundle> byName = new LinkedHashMap<>();
        int level = 0;
        for (String folder : mode.folders()) {
            level++;
            for (Path jar : jars(places.installation().resolve("bundles").resolve(folder))) {
                byName.put(symbolicName(jar), new PlannedBundle(jar, level, true));
            }
        }
        if (mode == Mode.RUN) {
            applyLocal(byName, places.localBundles(), level);
        }
        return new BundlePlan(new ArrayList<>(byName.values()));
    }

    private static void applyLocal(Map<String, PlannedBundle> byName, Path folder, int newLevel) throws IOException {
        for (LocalBundles.Entry entry : LocalBundles.read(folder).values()) {
            PlannedBundle shipped = byName.get(entry.name());
            if (entry.removed()) {
                byName.remove(entry.name());
            } else if (!entry.shipped()) {
                Path jar = folder.resolve(entry.digest() + ".jar");
                int level = shipped == null ? newLevel : shipped.level();
                byName.put(entry.name(), new PlannedBundle(jar, level, !entry.stopped()));
            } else if (shipped != null) {
                byName.put(entry.name(), new PlannedBundle(shipped.jar(), shipped.level(), !entry.stopped()));
            }
        }
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    private static String symbolicName(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            @Nullable
            String name = manifest == null ? null : manifest.getMainAttributes().getValue("Bundle-SymbolicName");
            if (name == null) {
                throw new IOException(jar + " is not a bundle: its manifest has no Bundle-SymbolicName");
            }
            int directive = name.indexOf(';');
            return directive < 0 ? name.strip() : name.substring(0, directive).strip();
        }
    }

    /** Tells one plan from another: names, sizes and times of the files, levels. */
    String fingerprint() throws IOException {
        StringBuilder text = new StringBuilder();
        for (PlannedBundle bundle : bundles) {
            text.append(bundle.level())
                    .append(bundle.start() ? " + " : " - ")
                    .append(bundle.jar())
                    .append(' ')
                    .append(Files.size(bundle.jar()))
                    .append(' ')
                    .append(Files.getLastModifiedTime(bundle.jar()).toMillis())
                    .append('\n');
        }
        return text.toString();
    }
}
