package io.verge.update.internal;

import io.verge.api.bundle.BundleReport;
import io.verge.update.internal.LocalStore.Entry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;

/** The bundles of the framework, where each is from and what it is made of. Safe for use by several threads. */
public final class Inventory {
    /** The location of a bundle that was installed since the agent was started, before its name. */
    static final String LOCAL = "local:";

    private static final String BESIDE = "beside";

    /** The location of a bundle that the launcher has installed, before the URI of its file. */
    private static final String REFERENCE = "reference:";

    private final BundleContext context;
    private final LocalStore store;
    /** By bundle id. */
    private final Map<Long, Content> contents = new ConcurrentHashMap<>();
    /** By bundle id: the files of those that a release has replaced in place. */
    private final Map<Long, Path> placed = new ConcurrentHashMap<>();

    private record Content(long modified, String digest) {}

    Inventory(BundleContext context, LocalStore store) {
        this.context = context;
        this.store = store;
    }

    /** All but the framework's own, those that are tried, and those that are there for pinned devices alone: of each name one. */
    public List<Bundle> all() {
        return everything().filter(bundle -> !Besides.isOne(bundle)).toList();
    }

    private Stream<Bundle> everything() {
        return Stream.of(context.getBundles())
                .filter(bundle -> bundle.getBundleId() != Constants.SYSTEM_BUNDLE_ID && !Trial.isOne(bundle));
    }

    /** Those that a set is made of: without what is beside one of them, for pinned devices alone. */
    public List<Bundle> ofSet() {
        return all().stream().filter(bundle -> !Besides.isOne(bundle)).toList();
    }

    /** What the line of a bundle in the list of changes by hand begins with. */
    public String line(Bundle bundle) {
        return Besides.line(bundle);
    }

    /** By name. */
    List<BundleReport> list() {
        List<BundleReport> reports = new ArrayList<>();
        everything().forEach(bundle -> reports.add(report(bundle)));
        reports.sort(Comparator.comparing(BundleReport::name)
                .thenComparing(report -> report.origin().equals(BESIDE)) // the one that all have comes first
                .thenComparing(BundleReport::version));
        return reports;
    }

    /** The first of this symbolic name; null when there is none. */
    public @Nullable Bundle find(String name) {
        for (Bundle bundle : context.getBundles()) {
            if (name.equals(bundle.getSymbolicName()) && !Trial.isOne(bundle) && !Besides.isOne(bundle)) {
                return bundle;
            }
        }
        return null;
    }

    BundleReport report(Bundle bundle) {
        String digest = digestOf(bundle);
        return new BundleReport(
                String.valueOf(bundle.getSymbolicName()),
                bundle.getVersion().toString(),
                state(bundle),
                replaceable(bundle),
                origin(bundle, digest),
                digest);
    }

    /** What nobody is wired to can go without a restart of others: drivers, apps, and what was installed on this box. */
    boolean replaceable(Bundle bundle) {
        return isDriverOrApp(String.valueOf(bundle.getSymbolicName())) || isLocal(bundle);
    }

    /** Nobody is wired to these: they export nothing. */
    public static boolean isDriverOrApp(String name) {
        return name.startsWith("io.verge.driver.") || name.startsWith("io.verge.app.");
    }

    /** The launcher takes the jars of a generation from the store that {@code verge.store} names. */
    private String origin(Bundle bundle, String digest) {
        if (Besides.isOne(bundle)) {
            return BESIDE;
        }
        if (isLocal(bundle) || Files.exists(store.jar(digest))) {
            return "local";
        }
        Path file = placed.getOrDefault(bundle.getBundleId(), installedBy(bundle));
        return file != null && isOfRelease(file) ? "release" : "shipped";
    }

    private boolean isOfRelease(Path file) {
        String generations = context.getProperty("verge.store");
        return generations != null && file.startsWith(Path.of(generations));
    }

    /** The file of the installation that a bundle was started from; null when that was another. */
    public @Nullable Path shippedFile(Bundle bundle) {
        Path file = installedBy(bundle);
        return file == null || store.holds(file) || isOfRelease(file) ? null : file;
    }

    /** Installed on this box, since the last start or before it. */
    private boolean isLocal(Bundle bundle) {
        Path file = installedBy(bundle);
        return bundle.getLocation().startsWith(LOCAL) || Besides.isOne(bundle) || (file != null && store.holds(file));
    }

    private static String state(Bundle bundle) {
        return switch (bundle.getState()) {
            case Bundle.ACTIVE -> "active";
            case Bundle.STARTING -> "starting";
            case Bundle.STOPPING -> "stopping";
            case Bundle.RESOLVED -> "resolved";
            case Bundle.INSTALLED -> "installed";
            default -> "uninstalled";
        };
    }

    /** SHA-256 in hexadecimal; empty when the file is gone. */
    public String digestOf(Bundle bundle) {
        Content known = contents.get(bundle.getBundleId());
        if (known != null && known.modified() == bundle.getLastModified()) {
            return known.digest();
        }
        Path file = fileOf(bundle);
        if (file == null) {
            return "";
        }
        try {
            String digest = LocalStore.digest(file);
            remember(bundle, digest);
            return digest;
        } catch (UncheckedIOException e) {
            return "";
        }
    }

    /** Says what a bundle is made of, since it was just made of that. */
    void remember(Bundle bundle, String digest) {
        contents.put(bundle.getBundleId(), new Content(bundle.getLastModified(), digest));
    }

    /** Says that a release has replaced a bundle in place by this file. */
    public void place(Bundle bundle, String digest, Path file) {
        remember(bundle, digest);
        placed.put(bundle.getBundleId(), file);
    }

    /** It is gone. */
    public void forget(Bundle bundle) {
        contents.remove(bundle.getBundleId());
        placed.remove(bundle.getBundleId());
    }

    /**
     * The file that a bundle is made of: the one that the list names, else that of a release, else the one that it was installed by; null
     * when gone.
     */
    public @Nullable Path fileOf(Bundle bundle) {
        try {
            Entry entry = store.entries().get(Besides.line(bundle));
            if (entry != null && Files.exists(store.jar(entry.digest()))) {
                return store.jar(entry.digest());
            }
        } catch (IOException e) {
            return null;
        }
        Path file = placed.getOrDefault(bundle.getBundleId(), installedBy(bundle));
        return file != null && Files.exists(file) ? file : null;
    }

    private static @Nullable Path installedBy(Bundle bundle) {
        String location = bundle.getLocation();
        if (!location.startsWith(REFERENCE)) {
            return null;
        }
        try {
            return Path.of(URI.create(location.substring(REFERENCE.length())));
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            return null; // whoever installed it was not the launcher
        }
    }
}
