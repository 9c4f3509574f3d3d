package io.verge.agent.launcher;

import io.verge.generation.SetBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;

/** Which bundles the framework is to have: the shipped ones of the mode, changed by a generation and by hand. */
final class BundlePlan {
    private final List<PlannedBundle> bundles;

    private BundlePlan(List<PlannedBundle> bundles) {
        this.bundles = List.copyOf(bundles);
    }

    List<PlannedBundle> bundles() {
        return bundles;
    }

    /**
     * The shipped bundles of the mode; over them those of the generation, over both what was changed on this box by hand.
     *
     * @throws IOException when a folder or the list of local bundles cannot be read, or a level is none; it names the file
     */
    static BundlePlan of(Selection selection, Places places) throws IOException {
        Map<String, PlannedBundle> byName = new LinkedHashMap<>();
        List<String> levels = selection.mode().folders();
        for (String folder : levels) {
            int level = levels.indexOf(folder) + 1;
            for (Path jar : jars(places.installation().resolve("bundles").resolve(folder))) {
                byName.put(symbolicName(jar), new PlannedBundle(jar, level, true));
            }
        }
        for (SetBundle bundle : selection.generation().bundles()) {
            byName.put(bundle.name(), planned(bundle, levels, places));
        }
        if (!selection.withLocal()) {
            return new BundlePlan(new ArrayList<>(byName.values()));
        }
        Collection<LocalBundles.Entry> changes = LocalBundles.read(places.localBundles());
        applyLocal(byName, changes, places.localBundles(), levels.size());
        List<PlannedBundle> all = new ArrayList<>(byName.values());
        all.addAll(beside(byName, changes, places.localBundles(), levels.size()));
        return new BundlePlan(all);
    }

    /**
     * The versions of drivers that are there beside others. One that all devices have by now, since a release brought it, is left out: the
     * framework has no two bundles of one name and version.
     */
    private static List<PlannedBundle> beside(
            Map<String, PlannedBundle> byName, Collection<LocalBundles.Entry> changes, Path folder, int newLevel)
            throws IOException {
        List<PlannedBundle> beside = new ArrayList<>();
        for (LocalBundles.Entry entry : changes) {
            PlannedBundle usual = byName.get(entry.name());
            if (entry.beside() && (usual == null || !version(usual.jar()).equals(entry.version()))) {
                int level = usual == null ? newLevel : usual.level();
                beside.add(PlannedBundle.beside(entry, folder.resolve(entry.digest() + ".jar"), level));
            }
        }
        return beside;
    }

    private static PlannedBundle planned(SetBundle bundle, List<String> levels, Places places) throws IOException {
        int level = levels.indexOf(bundle.level()) + 1;
        if (level == 0) {
            throw new IOException(
                    bundle.name() + " is for the level " + bundle.level() + ", which is none of " + levels);
        }
        return new PlannedBundle(places.store().resolve(bundle.sha256() + ".jar"), level, true);
    }

    private static void applyLocal(
            Map<String, PlannedBundle> byName, Collection<LocalBundles.Entry> changes, Path folder, int newLevel) {
        for (LocalBundles.Entry entry : changes) {
            PlannedBundle shipped = byName.get(entry.name());
            if (entry.beside()) {
                continue;
            }
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
        String name = header(jar, Constants.BUNDLE_SYMBOLICNAME);
        if (name == null) {
            throw new IOException(jar + " is not a bundle: its manifest has no Bundle-SymbolicName");
        }
        int directive = name.indexOf(';');
        return directive < 0 ? name.strip() : name.substring(0, directive).strip();
    }

    private static String version(Path jar) throws IOException {
        return Version.parseVersion(header(jar, Constants.BUNDLE_VERSION)).toString();
    }

    private static @Nullable String header(Path jar, String header) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            return manifest == null ? null : manifest.getMainAttributes().getValue(header);
        }
    }

    /** Tells one plan from another: names, sizes and times of the files, levels. */
    String fingerprint() throws IOException {
        StringBuilder text = new StringBuilder();
        for (PlannedBundle bundle : bundles) {
            text.append(bundle.byReference() ? "" : bundle.location() + " ")
                    .append(bundle.level())
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
