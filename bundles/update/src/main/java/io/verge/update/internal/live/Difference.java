package io.verge.update.internal.live;

import io.verge.generation.ContentStore;
import io.verge.generation.Generation;
import io.verge.generation.SetBundle;
import io.verge.update.internal.Inventory;
import io.verge.update.internal.LocalStore;
import io.verge.update.internal.LocalStore.Entry;
import io.verge.update.internal.LocalStore.Fate;
import io.verge.update.internal.Workshop;
import io.verge.update.internal.live.Shipped.ShippedJar;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.Version;
import org.osgi.framework.startlevel.BundleStartLevel;

/**
 * What tells the bundles that run from a generation over the shipped ones. What was changed on this box by hand lies over both
 * (docs/decisions/0014). One thread.
 */
final class Difference {
    private final Inventory inventory;
    private final LocalStore local;
    private final ContentStore contents;
    private final Shipped shipped;

    Difference(Workshop workshop, ContentStore contents, Shipped shipped) {
        this.inventory = workshop.inventory();
        this.local = workshop.store();
        this.contents = contents;
        this.shipped = shipped;
    }

    /** Whether the content of a bundle is what a maintainer wants, whatever a release says. */
    static boolean isByHand(@Nullable Entry entry) {
        return entry != null && (entry.fate() == Fate.REMOVED || !entry.digest().equals(LocalStore.SHIPPED));
    }

    /** What has to be done, bundle by bundle; what goes first, what comes last. */
    List<Step> to(Generation wanted) throws IOException {
        Map<String, Entry> byHand = local.entries();
        Map<String, SetBundle> named = new LinkedHashMap<>();
        wanted.bundles().forEach(bundle -> named.put(bundle.name(), bundle));
        List<Step> removes = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        for (Bundle bundle : inventory.ofSet()) {
            String name = String.valueOf(bundle.getSymbolicName());
            SetBundle one = named.remove(name);
            Entry entry = byHand.get(name);
            if (isByHand(entry)) {
                continue;
            }
            boolean run = entry == null || entry.fate() != Fate.STOPPED;
            Step step = one == null ? toShipped(name, bundle, run) : toContent(name, bundle, one, run);
            if (step instanceof Step.Remove) {
                removes.add(step);
            } else if (step != null) {
                steps.add(step);
            }
        }
        List<Step> all = new ArrayList<>(removes);
        all.addAll(steps);
        for (SetBundle one : named.values()) {
            if (!isByHand(byHand.get(one.name()))) {
                all.add(new Step.Add(one.name(), one.sha256(), contents.jar(one.sha256()), one.level()));
            }
        }
        return all;
    }

    private @Nullable Step toShipped(String name, Bundle bundle, boolean run) throws IOException {
        Path own = inventory.shippedFile(bundle);
        ShippedJar one = own == null ? shipped.jars().get(name) : null;
        Path jar = one == null ? own : one.file();
        if (jar == null) {
            return new Step.Remove(name, bundle);
        }
        if (jar.equals(inventory.fileOf(bundle))) { // without having read it
            return start(name, bundle, run);
        }
        return toContent(name, bundle, LocalStore.digest(jar), jar, run);
    }

    private @Nullable Step toContent(String name, Bundle bundle, SetBundle wanted, boolean run) {
        return toContent(name, bundle, wanted.sha256(), contents.jar(wanted.sha256()), run);
    }

    private @Nullable Step toContent(String name, Bundle bundle, String sha256, Path jar, boolean run) {
        return inventory.digestOf(bundle).equals(sha256)
                ? start(name, bundle, run)
                : new Step.Replace(name, bundle, sha256, jar, run);
    }

    /** What the core is made of was started by the launcher, which looks after that. */
    private static @Nullable Step start(String name, Bundle bundle, boolean run) {
        boolean runs = bundle.getState() == Bundle.ACTIVE
                || (bundle.getState() == Bundle.STARTING
                        && bundle.adapt(BundleStartLevel.class).isActivationPolicyUsed());
        return run && !runs && Inventory.isDriverOrApp(name) ? new Step.Start(name, bundle) : null;
    }

    /**
     * The files of all bundles that the next start would have with this generation, by symbolic name, or {@code NAME@VERSION} of those
     * beside others.
     */
    Map<String, Path> files(Generation wanted) throws IOException {
        Map<String, Path> files = new LinkedHashMap<>();
        shipped.jars().forEach((name, jar) -> files.put(name, jar.file()));
        wanted.bundles().forEach(bundle -> files.put(bundle.name(), contents.jar(bundle.sha256())));
        Set<String> versions = versions(wanted);
        local.entries().forEach((name, entry) -> {
            if (entry.fate() == Fate.REMOVED) {
                files.remove(name);
            } else if (isByHand(entry) && !versions.contains(name)) { // what is beside makes way for the same
                files.put(name, local.jar(entry.digest()));
            }
        });
        return files;
    }

    /** {@code NAME@VERSION} of what all devices have with this generation. */
    private Set<String> versions(Generation wanted) throws IOException {
        Map<String, String> versions = new HashMap<>();
        shipped.jars().forEach((name, jar) -> versions.put(name, jar.version()));
        wanted.bundles().forEach(bundle -> versions.put(bundle.name(), bundle.version()));
        Set<String> lines = new HashSet<>();
        versions.forEach((name, version) -> lines.add(name + "@" + Version.parseVersion(version)));
        return lines;
    }
}
