package io.verge.outbox.internal;

import io.verge.api.outbox.CloudRecord;
import io.verge.api.outbox.Lane;
import io.verge.api.outbox.Outbox;
import io.verge.api.outbox.OutboxHealth;
import io.verge.api.outbox.OutboxReport;
import io.verge.api.outbox.Outlet;
import io.verge.api.outbox.StoredRecord;
import io.verge.api.time.Clock;
import io.verge.api.time.Stage;
import io.verge.api.time.Stages;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps records until the cloud has them. Producers put them into a bounded queue; the stage {@code outbox} commits what is in it, as one
 * group: at once when a critical record comes, and otherwise within the delay. The uplink reads on its own thread; one lock keeps the two
 * apart, and no producer ever takes it.
 */
@Component(
        service = {Outbox.class, Outlet.class, OutboxHealth.class},
        configurationPid = "io.verge.outbox")
@Designate(ocd = OutboxConfig.class)
public final class DurableOutbox implements Outbox, Outlet, OutboxHealth {
    private static final Logger LOG = LoggerFactory.getLogger(DurableOutbox.class);
    /** What waits to be written, in memory; with this the whole outbox stays below 8 MB of heap. */
    static final long QUEUE_OCTETS = 4_000_000;

    /** So much makes a commit by itself. */
    private static final long BATCH_OCTETS = 1_000_000;

    private static final int LONGEST_STREAM = 200;
    private static final int MOST_REMOVALS = 1_000;
    private static final Duration UPKEEP = Duration.ofSeconds(1);
    private static final Duration RETRY = Duration.ofSeconds(5);
    private static final Duration CHECK_AFTER = Duration.ofSeconds(10);
    private static final long CLOSING_SECONDS = 5;

    private final Clock clock;
    private final Stages stages;
    private final Stage stage;
    private final Folder folder;
    private final Intake intake = new Intake(QUEUE_OCTETS);
    private final Drops drops = new Drops();
    private final Counters counters = new Counters();
    private final DropNews news;
    private final Health health;
    private final Gathering gathering = new Gathering();
    private final AtomicBoolean wanted = new AtomicBoolean();
    /** Held by the stage while it writes and by the uplink while it reads. */
    private final ReentrantLock lock = new ReentrantLock();
    /** Guarded by the lock. */
    private final Vault vault;

    private volatile Rules rules;
    private volatile Runnable bell = () -> {};
    private volatile boolean closed;

    @Activate
    public DurableOutbox(OutboxConfig config, BundleContext context, @Reference Clock clock, @Reference Stages stages) {
        this(config, Path.of(context.getProperty("verge.state")), clock, stages, new SecureRandom(), Database::open);
    }

    DurableOutbox(
            OutboxConfig config, Path state, Clock clock, Stages stages, RandomGenerator random, Vault.Opener opener) {
        this.clock = clock;
        this.stages = stages;
        rules = Rules.of(config);
        folder = new Folder(state.resolve("outbox"));
        vault = new Vault(folder, rules, () -> HexFormat.of().toHexDigits(random.nextLong()), opener);
        health = new Health(folder, drops, counters, clock.now());
        news = new DropNews(drops, clock.now());
        stage = stages.open("outbox", 16);
        stage.offer(() -> open(state.resolve("tmp")));
        stage.every(Duration.ofMillis(config.delay()), this::write);
        stage.every(UPKEEP, this::maintain);
        stage.every(RETRY, this::retry);
    }

    @Modified
    void modified(OutboxConfig config) {
        Rules next = Rules.of(config);
        rules = next;
        locked(() -> vault.rules(next));
    }

    private void open(Path natives) {
        try {
            Natives.unpackTo(natives);
        } catch (IOException e) {
            LOG.warn("{} cannot be made: {}", natives, e.toString()); // what cannot be opened then is told
        }
        locked(() -> vault.open(clock.now()));
        health.look();
        refresh();
        checkLater();
        bell.run();
    }

    /** Reads the whole file on a stage of its own, once, when the box has had time to start. */
    private void checkLater() {
        Stage checking = stages.open("outbox-check", 1);
        checking.every(CHECK_AFTER, () -> {
            check();
            checking.close();
        });
    }

    private void check() {
        try {
            Database.check(folder.file()).ifPresent(found -> stage.offer(() -> suspect(found)));
        } catch (StoreException e) {
            LOG.warn("the outbox's file cannot be checked: {}", e.getMessage());
        }
    }

    private void suspect(String reason) {
        locked(() -> vault.suspect(reason, clock.now()));
        health.look();
        refresh();
    }

    @Override
    public CompletionStage<Void> offer(CloudRecord one) {
        Entry entry = Entry.of(one);
        counters.offered(one.lane());
        if (closed || !isStream(one.stream())) {
            drops.drop(entry, Reason.FAILED);
        } else if (entry.content().length + Entry.OVERHEAD
                > Math.min(rules.of(one.lane()).budget(), BATCH_OCTETS)) {
            drops.drop(entry, Reason.TOO_LARGE);
        } else {
            for (Entry less : intake.offer(entry)) {
                drops.drop(less, Reason.FULL);
            }
            if (one.lane() == Lane.CRITICAL || intake.octets() > BATCH_OCTETS) {
                writeSoon();
            }
        }
        return entry.done();
    }

    private void writeSoon() {
        if (wanted.compareAndSet(false, true) && !stage.offer(this::write)) {
            wanted.set(false);
        }
    }

    /** Commits what waits, group by group. */
    private void write() {
        wanted.set(false);
        gathering.await(intake);
        List<Entry> batch = intake.take(BATCH_OCTETS);
        if (batch.isEmpty() && locked(vault::removals) > 0) {
            write(batch);
        }
        while (!batch.isEmpty()) {
            write(batch);
            gathering.await(intake);
            batch = intake.take(BATCH_OCTETS);
        }
    }

    private void write(List<Entry> batch) {
        long begun = clock.nanoTime();
        Vault.Written written = locked(() -> vault.write(batch, clock.now()));
        gathering.wrote(batch, clock.nanoTime() - begun);
        Change change = written.change();
        if (change == null) {
            batch.forEach(entry -> drops.drop(entry, Reason.FAILED));
        } else {
            change.tell(drops, counters::confirmed);
        }
        refresh();
        answer(batch, written.trouble());
        if (!batch.isEmpty()) {
            bell.run();
        }
        locked(() -> vault.checkpoint(clock.now()));
    }

    /** Those that were dropped have their answer. */
    private static void answer(List<Entry> batch, @Nullable String trouble) {
        for (Entry entry : batch) {
            if (trouble == null) {
                entry.done().complete(null);
            } else {
                entry.done().completeExceptionally(new NotDurableException(trouble));
            }
        }
    }

    private void maintain() {
        Instant now = clock.now();
        for (Change change : locked(() -> vault.maintain(now))) {
            change.tell(drops, counters::confirmed);
        }
        news.next(now, clock.nanoTime()).ifPresent(this::offer);
        refresh();
    }

    private void retry() {
        locked(() -> vault.retry(clock.now()));
        health.look();
        refresh();
    }

    private void refresh() {
        locked(() -> health.refresh(vault, rules, clock.now()));
    }

    private void locked(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public OutboxReport report() {
        return health.last();
    }

    @Override
    public List<StoredRecord> takeLive(int records, int octets) {
        return locked(() -> vault.takeLive(records, octets, clock.now()));
    }

    /** Whether it can be levels of a topic: a wild card would end the session, and another name would never be acknowledged. */
    private static boolean isStream(String name) {
        return !name.isEmpty()
                && name.length() <= LONGEST_STREAM
                && name.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '/');
    }

    @Override
    public List<StoredRecord> take(int records, int octets) {
        return locked(() -> vault.take(records, octets, clock.now()));
    }

    @Override
    public void confirm(Collection<StoredRecord> arrived) {
        int waiting = locked(() -> {
            for (StoredRecord one : arrived) {
                vault.confirm(one.store(), one.lane(), one.stream(), one.sequence(), one.sequence(), clock.now());
            }
            return vault.removals();
        });
        if (waiting > MOST_REMOVALS) {
            writeSoon();
        }
    }

    @Override
    public void confirm(String store, Lane lane, String stream, long first, long last) {
        locked(() -> vault.confirm(store, lane, stream, first, last, clock.now()));
    }

    @Override
    public void giveBack() {
        locked(vault::giveBack);
    }

    @Override
    public void ring(Runnable next) {
        bell = next;
    }

    /** Writes what waits, as far as the disk lets it in time. */
    @Deactivate
    public void close() {
        closed = true;
        stage.close();
        try {
            if (lock.tryLock(CLOSING_SECONDS, TimeUnit.SECONDS)) {
                write();
                locked(vault::close);
                lock.unlock();
            } else {
                LOG.warn("the outbox's disk does not answer; what waits in memory is lost");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
