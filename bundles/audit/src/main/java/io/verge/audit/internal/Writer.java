package io.verge.audit.internal;

import io.verge.api.audit.Act;
import io.verge.api.audit.AuditEntry;
import io.verge.api.audit.AuditReport;
import io.verge.api.disk.Disk;
import io.verge.api.outbox.CloudRecord;
import io.verge.api.outbox.Lane;
import io.verge.api.outbox.Outbox;
import io.verge.api.time.Clock;
import io.verge.audit.Anchor;
import io.verge.audit.EntryJson;
import io.verge.audit.LeftNotes;
import io.verge.audit.Trail;
import io.verge.audit.Trail.Noted;
import io.verge.audit.TrailCheck;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Between those who note and the files: what waits, what is there, and what the outbox has. */
final class Writer {
    static final int MOST_WAITING = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger("io.verge.audit");
    private static final String STREAM = "audit";
    private static final String DONE = "done";
    private static final int PAGE = 200;

    private final Disk disk;
    private final Path folder;
    private final Clock clock;
    private final Trail trail;
    private final Anchors anchors;
    private final Condition condition;
    private final Recent recent = new Recent();
    private final BlockingQueue<Noted> noted = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicLong dropped = new AtomicLong();
    /** Held while the files are read or written; never by those who note. */
    private final ReentrantLock files = new ReentrantLock();
    /** Taken from {@link #noted}, and not on the disk yet. Under the lock, as what follows. */
    private final Deque<Noted> waiting = new ArrayDeque<>();

    /** Files whose notes are in {@link #waiting}; they go when those are on the disk. */
    private final List<Path> left = new ArrayList<>();

    private boolean everOpened;
    /** Entries up to this one were given to the outbox since the start. */
    private long offered;

    private @Nullable Anchor kept;
    private volatile long last;
    private volatile String head;

    Writer(Disk disk, Path folder, Clock clock) {
        this.disk = disk;
        this.folder = folder;
        this.clock = clock;
        trail = new Trail(disk, folder);
        anchors = new Anchors(clock);
        condition = new Condition(clock);
        head = trail.head();
    }

    /** Never blocks. */
    void take(Act act) {
        if (!noted.offer(new Noted(clock.now(), act))) {
            dropped.incrementAndGet();
        }
    }

    /** What commands have left on the disk. */
    void takeLeft() {
        files.lock();
        try {
            left.addAll(LeftNotes.take(
                    disk, folder, left, waiting::add, e -> LOG.debug("a note that was left cannot be read", e)));
        } catch (IOException e) {
            condition.unwritten(e);
        } finally {
            files.unlock();
        }
    }

    /** Writes what waits, and hands on what the outbox has not. */
    void write(@Nullable Outbox outbox) {
        files.lock();
        try {
            if (!trail.isOpen()) {
                open();
            }
            writeAll();
            condition.written();
            handOn(outbox);
        } catch (IOException e) {
            LOG.debug("the trail cannot be written", e);
            condition.unwritten(e);
        } finally {
            files.unlock();
        }
    }

    private void open() throws IOException {
        LeftNotes.prepare(disk, folder);
        long sure = trail.last();
        List<AuditEntry> found = new ArrayList<>();
        TrailCheck check = trail.open(entry -> {
            if (!everOpened) {
                recent.add(entry);
            } else if (entry.number() > sure) {
                found.add(entry);
            }
        });
        // They were on the disk when the disk said that it had failed.
        for (AuditEntry entry : found) {
            waiting.remove();
            recent.add(entry);
        }
        condition.checked(check);
        tell(check, everOpened);
        if (!everOpened) {
            kept = Anchor.kept(disk, folder).orElse(null);
            anchors.start(kept);
            offered = anchors.lastNumber();
            everOpened = true;
        }
        now();
    }

    /** @param again half a line is then what this process itself could not write */
    private void tell(TrailCheck check, boolean again) {
        if (trail.begunAnew()) {
            String what = String.valueOf(check.breaks().get(check.breaks().size() - 1));
            LOG.error("the trail is not what was written: {}; it goes on in a new file", what);
            waiting.addFirst(own("trail.broken", "failed", what));
        }
        if (!check.torn().isEmpty() && !again) {
            LOG.warn("half a line at the end of {} was cut off", check.torn());
            waiting.addFirst(own("trail.torn", DONE, "half a line behind entry " + check.last() + " was cut off"));
        }
    }

    private Noted own(String what, String outcome, String detail) {
        return new Noted(clock.now(), new Act("agent", "agent", "", what, "audit", outcome, detail));
    }

    private void writeAll() throws IOException {
        do {
            if (waiting.size() < PAGE) { // as many are waiting when the disk takes nothing, and the rest stays outside
                fetch();
            }
            trail.append(waiting, this::written);
        } while (!noted.isEmpty());
        forgetLeft();
        long unanchored = trail.prune(anchors.lastNumber());
        if (unanchored > 0) {
            condition.removed(unanchored);
            waiting.add(own("trail.removed", DONE, "entries up to " + unanchored + " went before they were anchored"));
            trail.append(waiting, this::written);
        }
    }

    /** A file that cannot be removed is not taken again as long as this process lives, and holds up nothing. */
    private void forgetLeft() {
        for (Iterator<Path> each = left.iterator(); each.hasNext(); ) {
            Path file = each.next();
            try {
                disk.delete(file);
                each.remove();
            } catch (IOException e) {
                LOG.debug("{} is in the trail but cannot be removed", file, e);
            }
        }
    }

    private void fetch() {
        noted.drainTo(waiting, PAGE);
        long lost = dropped.getAndSet(0);
        if (lost > 0) {
            waiting.add(own("trail.dropped", "failed", lost + " entries found no room in memory"));
        }
    }

    private void written(AuditEntry entry) {
        recent.add(entry);
        now();
    }

    private void now() {
        last = trail.last();
        head = trail.head();
    }

    private void handOn(@Nullable Outbox outbox) throws IOException {
        keepAnchor();
        if (outbox == null) {
            return;
        }
        while (offered < trail.last()) {
            List<AuditEntry> next = next();
            if (next.isEmpty()) {
                offered = trail.last(); // what is missing has been said when the trail was opened
            }
            for (AuditEntry entry : next) {
                ByteBuffer content = ByteBuffer.wrap(EntryJson.of(entry).getBytes(StandardCharsets.UTF_8));
                outbox.offer(new CloudRecord(Lane.CRITICAL, STREAM, null, entry.time(), null, content));
                offered = entry.number();
            }
        }
        anchors.offer(trail.last(), trail.head(), outbox);
        keepAnchor();
    }

    private List<AuditEntry> next() throws IOException {
        List<AuditEntry> next = recent.from(offered + 1);
        return next.isEmpty() ? trail.read(offered + 1, PAGE) : next;
    }

    /** On this thread, for the outbox's must not wait for the disk. */
    private void keepAnchor() throws IOException {
        Optional<Anchor> taken = anchors.last();
        if (taken.isPresent() && !taken.get().equals(kept)) {
            taken.get().keep(disk, folder);
            kept = taken.get();
        }
    }

    /** Reads all files again. */
    void verify() {
        files.lock();
        try {
            condition.checked(TrailCheck.of(disk, folder, entry -> {}));
        } catch (IOException e) {
            condition.unwritten(e);
        } finally {
            files.unlock();
        }
    }

    List<AuditEntry> last(int most) {
        return recent.last(most);
    }

    AuditReport report() {
        Optional<Anchor> anchor = anchors.last();
        return new AuditReport(
                condition.status(),
                last,
                head,
                anchors.lastNumber(),
                anchor.map(Anchor::time).orElse(null));
    }

    void close() {
        write(null);
        files.lock();
        try {
            trail.close();
        } finally {
            files.unlock();
        }
    }
}
