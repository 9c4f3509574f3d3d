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
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;

/** The bundles of the framework, where each is from and what it is made of. Safe for use by several threads. */
final class Inventory {
    /** The location of a bundle that was installed since the agent was started, before its name. */
    static final String LOCAL = "local:";

    /** The location of a bundle that the launcher has installed, before the URI of its file. */
    private static final String REFERENCE = "reference:";

    private final BundleContext context;
    private final LocalStore store;
    /** By bundle id. */
    private final Map<Long, Content> contents = new ConcurrentHashMap<>();

    private record Content(long modified, String digest) {}

    Inventory(BundleContext context, LocalStore store) {
        this.context = context;
        this.store = store;
    }

    /** By name. */
    List<BundleReport> list() {
        List<BundleReport> reports = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            if (bundle.getBundleId() != Constants.SYSTEM_BUNDLE_ID && !Trial.isOne(bundle)) {
                reports.add(report(bundle));
            }
        }
        reports.sort(Comparator.comparing(BundleReport::name));
        return reports;
    }

    @Nullable
    Bundle find(String name) {
        for (Bundle bundle : context.getBundles()) {
            if (name.equals(bundle.getSymbolicName()) && !Trial.isOne(bundle)) {
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
        String name = String.valueOf(bundle.getSymbolicName());
        return name.startsWith("io.verge.driver.") || name.startsWith("io.verge.app.") || isLocal(bundle);
    }

    /** The launcher takes the jars of a generation from the store that {@code verge.store} names. */
    private String origin(Bundle bundle, String digest) {
        if (isLocal(bundle) || Files.exists(store.jar(digest))) {
            return "local";
        }
        Path file = installedBy(bundle);
        String generations = context.getProperty("verge.store");
        boolean release = file != null && generations != null && file.startsWith(Path.of(generations));
        return release ? "release" : "shipped";
    }

    /** Installed on this box, since the last start or before it. */
    private boolean isLocal(Bundle bundle) {
        Path file = installedBy(bundle);
        return bundle.getLocation().startsWith(LOCAL) || (file != null && store.holds(file));
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
    String digestOf(Bundle bundle) {
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

    void forget(Bundle bundle) {
        contents.remove(bundle.getBundleId());
    }

    /** The file that a bundle is made of: the one that the list names, else the one that it was installed by; null when gone. */
    @Nullable
    Path fileOf(Bundle bundle) {
        try {
            Entry entry = store.entries().get(String.valueOf(bundle.getSymbolicName()));
            if (entry != null && Files.exists(store.jar(entry.digest()))) {
                return store.jar(entry.digest());
            }
        } catch (IOException e) {
            return null;
        }
        Path file = installedBy(bundle);
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
