package io.verge.update.internal;

import io.verge.api.bundle.BundleRefusedException;
import io.verge.api.bundle.BundleReport;
import io.verge.api.bundle.Bundles;
import io.verge.update.internal.LocalStore.Entry;
import io.verge.update.internal.LocalStore.Fate;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes single bundles of the running framework. A change is tried as far as can be without touching what runs; then the one
 * bundle is replaced in place, and when the new one does not start, or cannot be kept, the old one is put back.
 */
@Component(service = Bundles.class)
public final class BundleKeeper implements Bundles {
    private static final Logger LOG = LoggerFactory.getLogger(BundleKeeper.class);
    private static final int MAX_OCTETS = 32 << 20;
    /** How long a change waits for the one before: a bundle that hangs at its start must not hang all who ask. */
    private static final long TURN_SECONDS = 30;

    private final BundleContext context;
    private final LocalStore store;
    private final Inventory inventory;
    private final Trial trial;
    /** One change at a time. */
    private final ReentrantLock turn = new ReentrantLock();

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
        this.inventory = new Inventory(context, store);
        this.trial = new Trial(context);
    }

    @Override
    public List<BundleReport> list() {
        return inventory.list();
    }

    /** What is done when it is one's turn. */
    @FunctionalInterface
    private interface Change<T> {
        T make() throws BundleRefusedException, BundleException, IOException;
    }

    /** @param failed what to say before the reason, when it is one of the disk's or the framework's */
    private <T> T inTurn(String failed, Change<T> change) throws BundleRefusedException {
        try {
            if (!turn.tryLock(TURN_SECONDS, TimeUnit.SECONDS)) {
                throw new BundleRefusedException("another change is still being made: try again when it is done");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BundleRefusedException("the agent is being stopped", e);
        }
        try {
            return change.make();
        } catch (BundleException | IOException e) {
            throw new BundleRefusedException(failed + ": " + e.getMessage(), e);
        } finally {
            turn.unlock();
        }
    }

    @Override
    public BundleReport install(ByteBuffer jar) throws BundleRefusedException {
        if (jar.remaining() > MAX_OCTETS) {
            throw new BundleRefusedException(
                    "it has " + jar.remaining() + " octets; a bundle has at most " + MAX_OCTETS);
        }
        return inTurn("the box cannot keep it", () -> {
            try {
                return install(jar, store.receive(jar));
            } finally {
                store.tidy();
            }
        });
    }

    private BundleReport install(ByteBuffer octets, Path received) throws BundleRefusedException, IOException {
        BundleJar jar = BundleJar.read(received);
        String digest = LocalStore.digest(octets);
        Bundle installed = inventory.find(jar.name());
        if (installed != null) {
            mustBeReplaceable(installed);
            if (digest.equals(inventory.digestOf(installed))) {
                return inventory.report(installed);
            }
            if (installed.getVersion().equals(jar.version())) {
                throw new BundleRefusedException(jar.name() + " " + jar.version()
                        + " is installed with other content: raise its Bundle-Version");
            }
        }
        store.begin();
        trial.resolve(jar, installed != null);
        Path old = installed == null ? null : inventory.fileOf(installed);
        store.keep(received, digest);
        Bundle now = installed == null ? startNew(jar, digest) : replace(installed, old, digest);
        inventory.remember(now, digest);
        LOG.info("bundle {} is now {}", now.getSymbolicName(), now.getVersion());
        return inventory.report(now);
    }

    private Bundle startNew(BundleJar jar, String digest) throws BundleRefusedException {
        Bundle bundle = null;
        try (InputStream in = Files.newInputStream(store.jar(digest))) {
            bundle = context.installBundle(Inventory.LOCAL + jar.name(), in);
            int level = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION)
                    .adapt(FrameworkStartLevel.class)
                    .getStartLevel();
            bundle.adapt(BundleStartLevel.class).setStartLevel(level);
            bundle.start();
            store.write(jar.name(), new Entry(Fate.ACTIVE, digest));
            return bundle;
        } catch (BundleException | IOException e) {
            if (bundle != null) {
                Trial.uninstallQuietly(bundle);
            }
            String what = e instanceof IOException ? "the box cannot keep it: " : jar.name() + " does not start: ";
            throw new BundleRefusedException(what + reason(e), e);
        }
    }

    private Bundle replace(Bundle bundle, @Nullable Path old, String digest) throws BundleRefusedException {
        String before = bundle.getSymbolicName() + " " + bundle.getVersion();
        boolean ran = bundle.adapt(BundleStartLevel.class).isPersistentlyStarted();
        try {
            update(bundle, store.jar(digest));
            bundle.start();
            store.write(bundle.getSymbolicName(), new Entry(Fate.ACTIVE, digest));
            return bundle;
        } catch (BundleException | IOException e) {
            String what = e instanceof IOException ? "the box cannot keep it: " : "the new version does not start: ";
            String outcome = putBack(bundle, old, ran);
            throw new BundleRefusedException(what + reason(e) + "; " + before + outcome, e);
        }
    }

    private String putBack(Bundle bundle, @Nullable Path old, boolean ran) {
        if (old == null) {
            return " could not be put back: its file is gone";
        }
        try {
            bundle.stop(); // or the framework would start it as soon as it is updated
            update(bundle, old);
            if (ran) {
                bundle.start();
            }
            return ran ? " runs again" : " is back, and stopped as before";
        } catch (BundleException | IOException e) {
            LOG.error("bundle {} could not be put back", bundle.getSymbolicName(), e);
            return " could not be put back: " + reason(e);
        }
    }

    private static void update(Bundle bundle, Path jar) throws BundleException, IOException {
        try (InputStream in = Files.newInputStream(jar)) {
            bundle.update(in);
        }
    }

    /** The framework says that an activator threw; what it threw says why. */
    private static String reason(Exception e) {
        Throwable cause = e instanceof BundleException ? e.getCause() : null;
        return e.getMessage() + (cause == null ? "" : " (" + cause + ")");
    }

    @Override
    public void uninstall(String name) throws BundleRefusedException {
        String gone = inTurn(name + " cannot be uninstalled", () -> {
            Bundle bundle = required(name);
            store.begin();
            bundle.uninstall();
            inventory.forget(bundle);
            try {
                store.write(name, new Entry(Fate.REMOVED, LocalStore.SHIPPED));
            } catch (IOException e) {
                throw new BundleRefusedException(
                        name + " is gone, but comes back at the next start: the box cannot keep that: "
                                + e.getMessage(),
                        e);
            }
            return name + " " + bundle.getVersion();
        });
        LOG.info("bundle {} was uninstalled", gone);
    }

    @Override
    public BundleReport start(String name) throws BundleRefusedException {
        return inTurn(name + " cannot be started", () -> {
            Bundle bundle = required(name);
            boolean ran = bundle.adapt(BundleStartLevel.class).isPersistentlyStarted();
            store.begin();
            try {
                bundle.start();
                record(name, Fate.ACTIVE);
            } catch (BundleException | IOException e) {
                if (!ran) {
                    stopQuietly(bundle);
                }
                throw new BundleRefusedException(name + " cannot be started: " + reason(e), e);
            }
            return inventory.report(bundle);
        });
    }

    @Override
    public BundleReport stop(String name) throws BundleRefusedException {
        return inTurn(name + " cannot be stopped", () -> {
            Bundle bundle = required(name);
            store.begin();
            stopQuietly(bundle);
            if (bundle.getState() == Bundle.ACTIVE || bundle.getState() == Bundle.STOPPING) {
                throw new BundleRefusedException(name + " does not stop: see `verge logs`");
            }
            try {
                record(name, Fate.STOPPED);
            } catch (IOException e) {
                bundle.start();
                throw e;
            }
            return inventory.report(bundle);
        });
    }

    /** An activator that throws when it is stopped is stopped all the same. */
    private static void stopQuietly(Bundle bundle) {
        try {
            bundle.stop();
        } catch (BundleException e) {
            LOG.warn("bundle {} failed while it was stopped", bundle.getSymbolicName(), e);
        }
    }

    private void record(String name, Fate fate) throws IOException {
        Entry before = store.entries().get(name);
        store.write(name, new Entry(fate, before == null ? LocalStore.SHIPPED : before.digest()));
    }

    private Bundle required(String name) throws BundleRefusedException {
        Bundle bundle = inventory.find(name);
        if (bundle == null) {
            throw new BundleRefusedException("there is no bundle " + name + ": see `verge bundles`");
        }
        mustBeReplaceable(bundle);
        return bundle;
    }

    private void mustBeReplaceable(Bundle bundle) throws BundleRefusedException {
        if (!inventory.replaceable(bundle)) {
            throw new BundleRefusedException(bundle.getSymbolicName()
                    + " is part of the agent's core, which only changes as a whole: install a newer agent");
        }
    }
}
