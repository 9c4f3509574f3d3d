package io.verge.update.internal;

import io.verge.api.bundle.BundlePlace;
import io.verge.api.bundle.BundleRefusedException;
import io.verge.api.bundle.BundleReport;
import io.verge.update.internal.LocalStore.Entry;
import io.verge.update.internal.LocalStore.Fate;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Versions of drivers beside the one that all devices have. Whoever configures devices knows them by their location, and gives them no
 * device but those that are pinned to them.
 *
 * <pre>
 *          ──install──▶ beside ──promote──▶ what all have, and the one before is gone
 *                         └─────remove────▶ gone, and its devices have what all have
 * </pre>
 *
 * <p>Called when it is one's turn.
 */
final class Besides {
    private static final Logger LOG = LoggerFactory.getLogger(Besides.class);
    private static final String APPS = "io.verge.app.";

    private final BundleContext context;
    private final LocalStore store;
    private final Inventory inventory;
    private final Trial trial;

    Besides(BundleContext context, LocalStore store, Inventory inventory, Trial trial) {
        this.context = context;
        this.store = store;
        this.inventory = inventory;
        this.trial = trial;
    }

    /** Whether a bundle is there for pinned devices alone. */
    static boolean isOne(Bundle bundle) {
        return BundlePlace.isBeside(bundle.getLocation());
    }

    /** What the line of a bundle in the list begins with. */
    static String line(Bundle bundle) {
        String name = String.valueOf(bundle.getSymbolicName());
        return isOne(bundle) ? name + "@" + bundle.getVersion() : name;
    }

    private List<Bundle> of(String name) {
        return Stream.of(context.getBundles())
                .filter(bundle -> isOne(bundle) && name.equals(bundle.getSymbolicName()))
                .toList();
    }

    private @Nullable Bundle of(String name, String version) {
        return of(name).stream()
                .filter(bundle -> bundle.getVersion().toString().equals(version))
                .findFirst()
                .orElse(null);
    }

    /**
     * The bundle that is meant.
     *
     * @param name symbolic name, or {@code NAME@VERSION}
     * @throws BundleRefusedException when there is none, or there are several
     */
    Bundle named(String name) throws BundleRefusedException {
        int at = name.indexOf('@');
        String symbolic = at < 0 ? name : name.substring(0, at);
        List<Bundle> found = Stream.concat(Stream.ofNullable(inventory.find(symbolic)), of(symbolic).stream())
                .filter(bundle -> at < 0 || bundle.getVersion().toString().equals(name.substring(at + 1)))
                .toList();
        if (found.isEmpty()) {
            throw new BundleRefusedException("there is no bundle " + name + ": see `verge bundles`");
        }
        if (found.size() > 1) {
            String all = found.stream()
                    .map(bundle -> symbolic + "@" + bundle.getVersion())
                    .collect(Collectors.joining(" and "));
            throw new BundleRefusedException("there are " + all + ": say which is meant");
        }
        return found.get(0);
    }

    /** Refuses a jar for all devices that some have already. */
    void mustNotHave(BundleJar jar) throws BundleRefusedException {
        if (of(jar.name(), jar.version().toString()) != null) {
            String name = jar.name() + "@" + jar.version();
            throw new BundleRefusedException(
                    name + " is installed beside another version: make it everyone's with `verge bundle promote " + name
                            + "`");
        }
    }

    /** Refuses to leave versions behind that are beside nothing. */
    void mustBeAlone(Bundle bundle) throws BundleRefusedException {
        List<Bundle> others = isOne(bundle) ? List.of() : of(bundle.getSymbolicName());
        if (!others.isEmpty()) {
            throw new BundleRefusedException(
                    line(others.get(0)) + " is installed beside it: promote that one, or uninstall it before");
        }
    }

    /** Adds a version to one that is installed. */
    BundleReport install(ByteBuffer octets, Path received) throws BundleRefusedException, IOException {
        BundleJar jar = BundleJar.read(received);
        String digest = LocalStore.digest(octets);
        Bundle usual = mustFit(jar);
        Bundle installed = of(jar.name(), jar.version().toString());
        if (installed != null) {
            if (digest.equals(inventory.digestOf(installed))) {
                return inventory.report(installed);
            }
            throw new BundleRefusedException(
                    jar.name() + " " + jar.version() + " is installed with other content: raise its Bundle-Version");
        }
        store.begin();
        trial.resolveBeside(jar);
        store.keep(received, digest);
        int level = usual.adapt(BundleStartLevel.class).getStartLevel();
        Bundle bundle = start(jar, digest, level);
        LOG.info("bundle {} {} is beside {}", jar.name(), jar.version(), usual.getVersion());
        return inventory.report(bundle);
    }

    /** The bundle that the jar is to be beside. */
    private Bundle mustFit(BundleJar jar) throws BundleRefusedException {
        Bundle usual = inventory.find(jar.name());
        if (usual == null) {
            throw new BundleRefusedException(
                    "there is no " + jar.name() + " that it could be beside: install it without --beside");
        }
        if (!inventory.replaceable(usual) || jar.name().startsWith(APPS)) {
            throw new BundleRefusedException(jar.name()
                    + " is no driver: of drivers alone can two versions run at a time, since each has its devices");
        }
        if (usual.getVersion().equals(jar.version())) {
            throw new BundleRefusedException(
                    jar.name() + " " + jar.version() + " is the version that all devices have");
        }
        return usual;
    }

    private Bundle start(BundleJar jar, String digest, int level) throws BundleRefusedException {
        Bundle bundle = null;
        try {
            bundle = put(jar.name(), jar.version().toString(), digest, level);
            bundle.start();
            store.write(line(bundle), new Entry(Fate.BESIDE, digest));
            return bundle;
        } catch (BundleException | IOException e) {
            throw Trial.takenBack(jar.name(), bundle, e);
        }
    }

    private Bundle put(String name, String version, String digest, int level) throws BundleException, IOException {
        try (InputStream in = Files.newInputStream(store.jar(digest))) {
            Bundle bundle = context.installBundle(BundlePlace.beside(name, version), in);
            bundle.adapt(BundleStartLevel.class).setStartLevel(level);
            inventory.remember(bundle, digest);
            return bundle;
        }
    }

    /** Puts a version that is beside another in its place. */
    BundleReport promote(String name) throws BundleRefusedException, IOException {
        Bundle beside = toPromote(name);
        String symbolic = beside.getSymbolicName();
        Bundle usual = Objects.requireNonNull(inventory.find(symbolic), symbolic);
        String line = line(beside);
        String before = symbolic + " " + usual.getVersion();
        Entry entry = store.entries().get(line);
        Path old = inventory.fileOf(usual);
        if (entry == null || !Files.exists(store.jar(entry.digest())) || old == null) {
            throw new BundleRefusedException("the file of " + (old == null ? before : line) + " is gone");
        }
        boolean ran = InPlace.isToRun(usual);
        store.begin();
        try {
            InPlace.stopQuietly(usual); // or the pinned devices would have the old version for a moment
            beside.uninstall(); // the framework has no two bundles of one name and version
            inventory.forget(beside);
            InPlace.update(usual, store.jar(entry.digest()));
            usual.start();
            store.promote(line, symbolic, new Entry(Fate.ACTIVE, entry.digest()));
        } catch (BundleException | IOException e) {
            String reason = InPlace.reason(e) + "; " + before + InPlace.putBack(usual, old, ran);
            throw new BundleRefusedException(
                    line + " cannot be everyone's: " + reason + putBack(line, entry, usual), e);
        }
        inventory.remember(usual, entry.digest());
        LOG.info("bundle {} is now {} for all", symbolic, usual.getVersion());
        return inventory.report(usual);
    }

    /** What was beside comes back beside, as its line in the list says. */
    private String putBack(String line, Entry entry, Bundle usual) {
        try {
            int at = line.indexOf('@');
            int level = usual.adapt(BundleStartLevel.class).getStartLevel();
            Bundle bundle = put(line.substring(0, at), line.substring(at + 1), entry.digest(), level);
            if (entry.fate() == Fate.BESIDE) {
                bundle.start();
            }
            return "";
        } catch (BundleException | IOException e) {
            LOG.error("bundle {} could not be put back", line, e);
            return "; " + line + " could not be put back: " + InPlace.reason(e);
        }
    }

    private Bundle toPromote(String name) throws BundleRefusedException {
        List<Bundle> others = of(name);
        Bundle bundle = others.size() == 1 ? others.get(0) : named(name);
        if (!isOne(bundle)) {
            throw new BundleRefusedException(
                    name + " is what all devices have: see `verge bundles` for what is beside it");
        }
        return bundle;
    }

    /** Removes the version that is in a jar, when it is beside another. */
    void makeWay(String name, Path jar) throws BundleException, IOException {
        if (of(name).isEmpty()) {
            return;
        }
        Bundle beside = of(name, versionOf(jar));
        if (beside != null) {
            store.begin();
            beside.uninstall();
            inventory.forget(beside);
            store.drop(line(beside));
            LOG.info("bundle {} {} is not beside any more, since all have it now", name, beside.getVersion());
        }
    }

    private static String versionOf(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            @Nullable
            String version =
                    manifest == null ? null : manifest.getMainAttributes().getValue(Constants.BUNDLE_VERSION);
            return Version.parseVersion(version).toString();
        }
    }

    /** Has a bundle that was uninstalled stay away. */
    void recordRemoved(Bundle bundle) throws IOException {
        if (isOne(bundle)) {
            store.drop(line(bundle));
        } else {
            store.write(line(bundle), new Entry(Fate.REMOVED, LocalStore.SHIPPED));
        }
    }
}
