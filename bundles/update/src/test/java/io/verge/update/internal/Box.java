package io.verge.update.internal;

import io.verge.api.bundle.BundlePlace;
import io.verge.api.bundle.BundleRefusedException;
import io.verge.api.bundle.BundleReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.felix.framework.Felix;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;

/** A real framework with shipped bundles, started as the launcher does it, and the keeper of its bundles. */
final class Box {
    /** A line as the launcher reads it; it refuses to start when one is otherwise. */
    private static final Pattern LINE = Pattern.compile("([^@ ]+) (active|stopped|removed) (-|[0-9a-f]{64})");

    /** Likewise, of a version beside another. */
    private static final Pattern BESIDE = Pattern.compile("([^@ ]+)@(\\S+) (beside|beside-stopped) ([0-9a-f]{64})");

    final Path store;
    final Path plan;
    private final Path shipped;
    private final Path cache;
    private Framework framework;
    private BundleKeeper keeper;

    Box(Path folder, Map<String, Jar> shippedBundles) throws IOException, BundleException {
        store = folder.resolve("var/bundles");
        plan = folder.resolve("var/framework.plan");
        shipped = folder.resolve("shipped");
        cache = folder.resolve("var/framework");
        Files.createDirectories(shipped);
        for (Map.Entry<String, Jar> bundle : shippedBundles.entrySet()) {
            Files.write(shipped.resolve(bundle.getKey()), bundle.getValue().octets());
        }
        framework = start();
        keeper = keeper();
    }

    private Framework start() throws BundleException, IOException {
        Framework starting = new Felix(Map.of(Constants.FRAMEWORK_STORAGE, cache.toString(), "felix.log.level", "0"));
        starting.init();
        for (Map.Entry<Path, Boolean> bundle : planned().entrySet()) {
            Bundle installed = starting.getBundleContext()
                    .installBundle("reference:" + bundle.getKey().toUri());
            if (bundle.getValue()) {
                installed.start();
            }
        }
        for (String line : list()) {
            Matcher parts = BESIDE.matcher(line);
            if (parts.matches()) {
                installBeside(starting.getBundleContext(), parts);
            }
        }
        starting.start();
        Files.writeString(plan, "the cache may be used again");
        return starting;
    }

    private void installBeside(BundleContext context, Matcher line) throws BundleException, IOException {
        try (InputStream in = Files.newInputStream(store.resolve(line.group(4) + ".jar"))) {
            Bundle installed = context.installBundle(BundlePlace.beside(line.group(1), line.group(2)), in);
            if (line.group(3).equals("beside")) {
                installed.start();
            }
        }
    }

    private BundleKeeper keeper() {
        return new BundleKeeper(new Workshop(framework.getBundleContext(), new LocalStore(store, plan)));
    }

    /** The shipped bundles, changed by the list; whether each is to be started. */
    private Map<Path, Boolean> planned() throws IOException {
        Map<String, Path> jars = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(shipped)) {
            files.sorted().forEach(file -> jars.put(nameOf(file), file));
        }
        Map<String, Boolean> starts = new LinkedHashMap<>();
        for (String line : list()) {
            Matcher parts = LINE.matcher(line);
            if (BESIDE.matcher(line).matches()) {
                continue;
            }
            if (!parts.matches()) {
                throw new IOException("the launcher cannot read: " + line);
            }
            String name = parts.group(1);
            starts.put(name, !parts.group(2).equals("stopped"));
            if (parts.group(2).equals("removed")) {
                jars.remove(name);
            } else if (!parts.group(3).equals("-")) {
                jars.put(name, store.resolve(parts.group(3) + ".jar"));
            }
        }
        Map<Path, Boolean> planned = new LinkedHashMap<>();
        jars.forEach((name, jar) -> planned.put(jar, starts.getOrDefault(name, true)));
        return planned;
    }

    private static String nameOf(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(0, name.length() - ".jar".length());
    }

    /** As after a power cut when the cache was not to be trusted any more. */
    void restart() throws BundleException, InterruptedException, IOException {
        close();
        try (Stream<Path> files = Files.walk(cache)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        framework = start();
        keeper = keeper();
    }

    /** The keeper alone comes anew, as when its component is started again. */
    void restartKeeper() {
        keeper = keeper();
    }

    BundleReport install(Jar jar) throws BundleRefusedException {
        return keeper.install(jar.build());
    }

    BundleReport install(byte[] octets) throws BundleRefusedException {
        return keeper.install(ByteBuffer.wrap(octets));
    }

    BundleReport installBeside(Jar jar) throws BundleRefusedException {
        return keeper.installBeside(jar.build());
    }

    BundleKeeper bundles() {
        return keeper;
    }

    BundleReport report(String name) {
        List<BundleReport> reports = keeper.list().stream()
                .filter(report -> report.name().equals(name))
                .toList();
        if (reports.size() != 1) {
            throw new AssertionError(reports.size() + " bundles are called " + name);
        }
        return reports.get(0);
    }

    /** {@code VERSION STATE}; {@code absent} when there is none. */
    String state(String name) {
        return find(name) == null
                ? "absent"
                : report(name).version() + " " + report(name).state();
    }

    @Nullable
    Bundle find(String name) {
        return Stream.of(framework.getBundleContext().getBundles())
                .filter(bundle -> name.equals(bundle.getSymbolicName()))
                .findFirst()
                .orElse(null);
    }

    Bundle bundle(String name) {
        return Objects.requireNonNull(find(name));
    }

    int count() {
        return framework.getBundleContext().getBundles().length;
    }

    /** The lines of the list. */
    List<String> list() {
        Path list = store.resolve("bundles.list");
        try {
            return Files.exists(list) ? Files.readAllLines(list) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of all files of the store. */
    List<String> files() {
        try (Stream<Path> files = Files.list(store)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> jars() {
        return files().stream().filter(file -> file.endsWith(".jar")).toList();
    }

    /** The folders in which the framework keeps the contents of one bundle. */
    List<Path> revisions(String name) throws IOException {
        try (Stream<Path> files =
                Files.list(cache.resolve("bundle" + bundle(name).getBundleId()))) {
            return files.filter(Files::isDirectory).toList();
        }
    }

    void close() throws BundleException, InterruptedException {
        framework.stop();
        framework.waitForStop(10_000);
    }
}
