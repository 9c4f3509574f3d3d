package io.verge.update.internal;

import io.verge.api.bundle.BundleRefusedException;
import io.verge.api.bundle.BundleReport;
import io.verge.api.bundle.Bundles;
import io.verge.api.update.ChangeGuard;
import io.verge.update.internal.LocalStore.Entry;
import io.verge.update.internal.LocalStore.Fate;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
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
    private final Besides besides;
    private final ReentrantLock turn;

    /** There when updates can be made. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable ChangeGuard guard;

    @Activate
    public BundleKeeper(@Reference Workshop workshop) {
        this.context = workshop.context();
        this.store = workshop.store();
        this.inventory = workshop.inventory();
        this.turn = workshop.turn();
        this.trial = new Trial(context);
        this.besides = new Besides(context, store, inventory, trial);
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
        mustBeAllowed();
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

    private void mustBeAllowed() throws BundleRefusedException {
        ChangeGuard asked = guard;
        Optional<String> refusal = asked == null ? Optional.empty() : asked.refusal();
        if (refusal.isPresent()) {
            throw new BundleRefusedException(refusal.get());
        }
    }

    @Override
    public BundleReport install(ByteBuffer jar, Predicate<String> names) throws BundleRefusedException {
        return received(jar, names, this::install);
    }

    @Override
    public BundleReport installBeside(ByteBuffer jar, Predicate<String> names) throws BundleRefusedException {
        return received(jar, names, besides::install);
    }

    /** What is done with octets that lie in a file. */
    @FunctionalInterface
    private interface Received {
        BundleReport install(ByteBuffer octets, Path file) throws BundleRefusedException, IOException;
    }

    private BundleReport received(ByteBuffer jar, Predicate<String> names, Received received)
            throws BundleRefusedException {
        if (jar.remaining() > MAX_OCTETS) {
            throw new BundleRefusedException(
                    "it has " + jar.remaining() + " octets; a bundle has at most " + MAX_OCTETS);
        }
        return inTurn("the box cannot keep it", () -> {
            try {
                Path file = store.receive(jar);
                String name = BundleJar.read(file).name();
                if (!names.test(name)) {
                    throw new BundleRefusedException(name + " is not a name that whoever asks may install");
                }
                return received.install(jar, file);
            } finally {
                store.tidy();
            }
        });
    }

    @Override
    public BundleReport promote(String name) throws BundleRefusedException {
        return inTurn(name + " cannot be promoted", () -> besides.promote(name));
    }

    private BundleReport install(ByteBuffer octets, Path received) throws BundleRefusedException, IOException {
        BundleJar jar = BundleJar.read(received);
        String digest = LocalStore.digest(octets);
        Bundle installed = inventory.find(jar.name());
        besides.mustNotHave(jar);
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
            throw Trial.takenBack(jar.name(), bundle, e);
        }
    }

    private Bundle replace(Bundle bundle, @Nullable Path old, String digest) throws BundleRefusedException {
        String before = bundle.getSymbolicName() + " " + bundle.getVersion();
        boolean ran = InPlace.isToRun(bundle);
        try {
            InPlace.update(bundle, store.jar(digest));
            bundle.start();
            store.write(bundle.getSymbolicName(), new Entry(Fate.ACTIVE, digest));
            return bundle;
        } catch (BundleException | IOException e) {
            String what = e instanceof IOException ? "the box cannot keep it: " : "the new version does not start: ";
            String outcome = InPlace.putBack(bundle, old, ran);
            throw new BundleRefusedException(what + InPlace.reason(e) + "; " + before + outcome, e);
        }
    }

    @Override
    public void uninstall(String name) throws BundleRefusedException {
        String gone = inTurn(name + " cannot be uninstalled", () -> {
            Bundle bundle = required(name);
            besides.mustBeAlone(bundle);
            store.begin();
            bundle.uninstall();
            inventory.forget(bundle);
            try {
                besides.recordRemoved(bundle);
            } catch (IOException e) {
                throw new BundleRefusedException(
                        name + " is gone, but comes back at the next start: the box cannot keep that: "
                                + e.getMessage(),
                        e);
            }
            return bundle.getSymbolicName() + " " + bundle.getVersion();
        });
        LOG.info("bundle {} was uninstalled", gone);
    }

    @Override
    public BundleReport start(String name) throws BundleRefusedException {
        return inTurn(name + " cannot be started", () -> {
            Bundle bundle = required(name);
            boolean ran = InPlace.isToRun(bundle);
            store.begin();
            try {
                bundle.start();
                record(bundle, Fate.ACTIVE, Fate.BESIDE);
            } catch (BundleException | IOException e) {
                if (!ran) {
                    InPlace.stopQuietly(bundle);
                }
                throw new BundleRefusedException(name + " cannot be started: " + InPlace.reason(e), e);
            }
            return inventory.report(bundle);
        });
    }

    @Override
    public BundleReport stop(String name) throws BundleRefusedException {
        return inTurn(name + " cannot be stopped", () -> {
            Bundle bundle = required(name);
            store.begin();
            InPlace.stopQuietly(bundle);
            if (bundle.getState() == Bundle.ACTIVE || bundle.getState() == Bundle.STOPPING) {
                throw new BundleRefusedException(name + " does not stop: see `verge logs`");
            }
            try {
                record(bundle, Fate.STOPPED, Fate.BESIDE_STOPPED);
            } catch (IOException e) {
                bundle.start();
                throw e;
            }
            return inventory.report(bundle);
        });
    }

    private void record(Bundle bundle, Fate fate, Fate ofBeside) throws IOException {
        String line = Besides.line(bundle);
        Entry before = store.entries().get(line);
        Fate one = Besides.isOne(bundle) ? ofBeside : fate;
        store.write(line, new Entry(one, before == null ? LocalStore.SHIPPED : before.digest()));
    }

    private Bundle required(String name) throws BundleRefusedException {
        Bundle bundle = besides.named(name);
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
