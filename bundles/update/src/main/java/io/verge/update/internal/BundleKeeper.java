package io.verge.update.internal;

import io.verge.api.bundle.BundleRefusedException;
import io.verge.api.bundle.BundleReport;
import io.verge.api.bundle.Bundles;
import io.verge.update.internal.LocalStore.Entry;
import io.verge.update.internal.LocalStore.Fate;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes single bundles of the running framework. A change is tried as far as can be without touching what runs; then the one
 * bundle is replaced in place, and when the new one does not start the old one is put back.
 */
@Component(service = Bundles.class)
public final class BundleKeeper implements Bundles {
    private static final Logger LOG = LoggerFactory.getLogger(BundleKeeper.class);
    private static final int MAX_OCTETS = 32 << 20;
    private static final String REFERENCE = "reference:";
    private static final String LOCAL = "local:";

    private final BundleContext context;
    private final LocalStore store;
    private final Trial trial;
    /** One change at a time. */
    private final ReentrantLock change = new ReentrantLock();
    /** SHA-256 of what is installed, by bundle id and when it was last changed. */
    private final Map<String, String> digests = new ConcurrentHashMap<>();

    @Activate
    public BundleKeeper(BundleContext context) {
        this(
                context,
                new LocalStore(
                        Path.of(context.getProperty("verge.bundles")),
                        Path.of(context.getProperty("verge.framework.plan"))));
    }

    BundleKeeper(BundleContext context, LocalStore store) {
        this.context = context;
        this.store = store;
        this.trial = new Trial(context);
    }

    @Override
    public List<BundleReport> list() {
        List<BundleReport> reports = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            if (bundle.getBundleId() != Constants.SYSTEM_BUNDLE_ID) {
                reports.add(report(bundle));
            }
        }
        reports.sort(Comparator.comparing(BundleReport::name));
        return reports;
    }

    @Override
    public BundleReport install(ByteBuffer jar) throws BundleRefusedException {
        if (jar.remaining() > MAX_OCTETS) {
            throw new BundleRefusedException(
                    "it has " + jar.remaining() + " octets; a bundle has at most " + MAX_OCTETS);
        }
        change.lock();
        try {
            return installAlone(jar);
        } catch (IOException e) {
            throw new BundleRefusedException("the box cannot keep it: " + e.getMessage(), e);
        } finally {
            change.unlock();
        }
    }

    private BundleReport installAlone(ByteBuffer octets) throws BundleRefusedException, IOException {
        Path received = store.receive(octets);
        try {
            BundleJar jar = BundleJar.read(received);
            String digest = LocalStore.digest(octets);
            Bundle installed = find(jar.name());
            if (installed != null) {
                mustBeReplaceable(installed);
                if (digest.equals(digestOf(installed))) {
                    return report(installed);
                }
                if (installed.getVersion().equals(jar.version())) {
                    throw new BundleRefusedException(jar.name() + " " + jar.version()
                            + " is installed with other content: raise its Bundle-Version");
                }
            }
            trial.resolve(jar);
            Path old = installed == null ? null : fileOf(installed);
            store.keep(received, digest);
            Bundle now = installed == null ? startNew(jar, digest) : replace(installed, old, digest);
            digests.put(key(now), digest);
            store.write(jar.name(), new Entry(Fate.ACTIVE, digest));
            LOG.info("bundle {} is now {}", now.getSymbolicName(), now.getVersion());
            return report(now);
        } finally {
            store.discard(received);
        }
    }

    private Bundle startNew(BundleJar jar, String digest) throws BundleRefusedException, IOException {
        Bundle bundle = null;
        try (InputStream in = Files.newInputStream(store.jar(digest))) {
            bundle = context.installBundle(LOCAL + jar.name(), in);
            int level = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION)
                    .adapt(FrameworkStartLevel.class)
                    .getStartLevel();
            bundle.adapt(BundleStartLevel.class).setStartLevel(level);
            bundle.start();
            return bundle;
        } catch (BundleException e) {
            if (bundle != null) {
                Trial.uninstallQuietly(bundle);
            }
            throw new BundleRefusedException(jar.name() + " does not start: " + e.getMessage(), e);
        }
    }

    private Bundle replace(Bundle bundle, @Nullable Path old, String digest)
            throws BundleRefusedException, IOException {
        String before = bundle.getSymbolicName() + " " + bundle.getVersion();
        try {
            update(bundle, store.jar(digest));
            bundle.start();
            return bundle;
        } catch (BundleException e) {
            String outcome = putBack(bundle, old);
            throw new BundleRefusedException(
                    "the new version does not start: " + e.getMessage() + "; " + before + outcome, e);
        }
    }

    private String putBack(Bundle bundle, @Nullable Path old) throws IOException {
        if (old == null) {
            return " could not be put back: its file is gone";
        }
        try {
            update(bundle, old);
            bundle.start();
            return " runs again";
        } catch (BundleException e) {
            LOG.error("bundle {} could not be put back", bundle.getSymbolicName(), e);
            return " could not be put back: " + e.getMessage();
        }
    }

    private void update(Bundle bundle, Path jar) throws BundleException, IOException {
        try (InputStream in = Files.newInputStream(jar)) {
            bundle.update(in);
        }
        context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION)
                .adapt(FrameworkWiring.class)
                .resolveBundles(List.of(bundle));
    }

    @Override
    public void uninstall(String name) throws BundleRefusedException {
        change.lock();
        try {
            Bundle bundle = required(name);
            mustBeReplaceable(bundle);
            bundle.uninstall();
            digests.remove(key(bundle));
            store.write(name, new Entry(Fate.REMOVED, LocalStore.SHIPPED));
            LOG.info("bundle {} was uninstalled", name);
        } catch (BundleException | IOException e) {
            throw new BundleRefusedException(name + " cannot be uninstalled: " + e.getMessage(), e);
        } finally {
            change.unlock();
        }
    }

    @Override
    public BundleReport start(String name) throws BundleRefusedException {
        return switchTo(name, Fate.ACTIVE);
    }

    @Override
    public BundleReport stop(String name) throws BundleRefusedException {
        return switchTo(name, Fate.STOPPED);
    }

    private BundleReport switchTo(String name, Fate fate) throws BundleRefusedException {
        change.lock();
        try {
            Bundle bundle = required(name);
            mustBeReplaceable(bundle);
            if (fate == Fate.ACTIVE) {
                bundle.start();
            } else {
                bundle.stop();
            }
            Entry before = store.entries().get(name);
            store.write(name, new Entry(fate, before == null ? LocalStore.SHIPPED : before.digest()));
            return report(bundle);
        } catch (BundleException | IOException e) {
            throw new BundleRefusedException(
                    name + " cannot be " + (fate == Fate.ACTIVE ? "started: " : "stopped: ") + e.getMessage(), e);
        } finally {
            change.unlock();
        }
    }

    private Bundle required(String name) throws BundleRefusedException {
        Bundle bundle = find(name);
        if (bundle == null) {
            throw new BundleRefusedException("there is no bundle " + name + ": see `verge bundles`");
        }
        return bundle;
    }

    private @Nullable Bundle find(String name) {
        for (Bundle bundle : context.getBundles()) {
            if (name.equals(bundle.getSymbolicName())) {
                return bundle;
            }
        }
        return null;
    }

    private static void mustBeReplaceable(Bundle bundle) throws BundleRefusedException {
        if (!replaceable(bundle)) {
            throw new BundleRefusedException(bundle.getSymbolicName()
                    + " is part of the agent's core, which only changes as a whole: install a newer agent");
        }
    }

    /** What nobody is wired to can go without a restart of others: drivers, apps, and what was installed on this box. */
    private static boolean replaceable(Bundle bundle) {
        String name = String.valueOf(bundle.getSymbolicName());
        return name.startsWith("io.verge.driver.") || name.startsWith("io.verge.app.") || isLocal(bundle);
    }

    private static boolean isLocal(Bundle bundle) {
        return bundle.getLocation().startsWith(LOCAL);
    }

    private BundleReport report(Bundle bundle) {
        String name = String.valueOf(bundle.getSymbolicName());
        String digest = digestOf(bundle);
        return new BundleReport(
                name,
                bundle.getVersion().toString(),
                state(bundle),
                replaceable(bundle),
                isLocal(bundle) || Files.exists(store.jar(digest)) ? "local" : "shipped",
                digest);
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

    private static String key(Bundle bundle) {
        return bundle.getBundleId() + "@" + bundle.getVersion();
    }

    private String digestOf(Bundle bundle) {
        String known = digests.get(key(bundle));
        if (known != null) {
            return known;
        }
        Path file = fileOf(bundle);
        if (file == null) {
            return "";
        }
        try {
            String digest = LocalStore.digest(file);
            digests.put(key(bundle), digest);
            return digest;
        } catch (UncheckedIOException e) {
            return "";
        }
    }

    /** The file that a bundle runs from: its own since the last change on this box, else the one it was installed by. */
    private @Nullable Path fileOf(Bundle bundle) {
        String digest = digests.get(key(bundle));
        if (digest != null && Files.exists(store.jar(digest))) {
            return store.jar(digest);
        }
        String location = bundle.getLocation();
        return location.startsWith(REFERENCE) ? Path.of(URI.create(location.substring(REFERENCE.length()))) : null;
    }
}
