package io.verge.outbox.internal;

import io.verge.api.outbox.Lane;
import io.verge.api.outbox.StoredRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file on the disk and, while that cannot be written, a small store in memory.
 *
 * <pre>
 * CLOSED ──open──▶ DISK ──cannot be written──▶ MEMORY ──can be written again──▶ DISK
 *                   └──damaged, at each look: set aside──▶ DISK (a new file)
 * </pre>
 *
 * What was put in memory moves to the disk when it is back; what the uplink had taken of it stays in memory until it is confirmed, since
 * its name at the far end is already given. For one thread at a time.
 */
final class Vault implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Vault.class);
    /** Native memory, not heap. */
    private static final long MEMORY_OCTETS = 4_000_000;

    private static final int MOVED_AT_ONCE = 500;

    private final Folder folder;
    private final Supplier<String> newIds;
    private final Opener opener;
    private final Doubt doubt;
    private Rules rules;
    private @Nullable Store disk;
    private @Nullable Store memory;
    private @Nullable String trouble = "not open yet";

    /** Opens a file; a seam for tests. */
    interface Opener {
        Database open(Path file) throws StoreException;
    }

    /**
     * What became of a batch.
     *
     * @param change null when nothing could be written anywhere
     * @param trouble why it is not durable; null when it is
     */
    record Written(@Nullable Change change, @Nullable String trouble) {}

    Vault(Folder folder, Rules rules, Supplier<String> newIds, Opener opener) {
        this.folder = folder;
        doubt = new Doubt(folder);
        this.rules = rules;
        this.newIds = newIds;
        this.opener = opener;
    }

    void rules(Rules next) {
        rules = next;
        if (disk != null) {
            disk.rules(next);
        }
        if (memory != null) {
            memory.rules(next.within(MEMORY_OCTETS));
        }
    }

    /** Opens the file, or another when it is damaged; when neither can be, there is trouble. */
    void open(Instant now) {
        try {
            folder.ensure();
            disk = openOrSetAside(now);
            disk.probe();
            trouble = null;
        } catch (StoreException | IOException e) {
            trouble(reason(e));
        }
    }

    private Store openOrSetAside(Instant now) throws StoreException, IOException {
        String reason = "";
        for (int look = 0; look < Doubt.LOOKS; look++) {
            try {
                return openFile();
            } catch (StoreException e) {
                if (!e.damaged()) {
                    throw e;
                }
                reason = String.valueOf(e.getMessage());
            }
            doubt.read();
        }
        setAside(reason, now);
        return openFile();
    }

    private Store openFile() throws StoreException {
        return Store.open(opener.open(folder.file()), rules, newIds.get());
    }

    private void setAside(String reason, Instant now) throws IOException {
        LOG.error("the outbox's file is damaged: {}", reason);
        LOG.error("the damaged file is now {}, and a new one is begun", folder.setAside(now));
        doubt.clear();
    }

    /** Something says that the file is damaged. If so, it gets another name and a new one is begun. */
    void suspect(String reason, Instant now) {
        closeDisk();
        try {
            if (doubt.isUnfounded()) {
                LOG.warn("the outbox's file was called damaged and is not: {}", reason);
            } else {
                setAside(reason, now);
            }
        } catch (StoreException | IOException e) {
            trouble(reason(e));
            return;
        }
        open(now);
    }

    private void trouble(String reason) {
        if (trouble == null || !trouble.equals(reason)) {
            LOG.error("the outbox cannot write its file; records are kept in memory: {}", reason);
        }
        trouble = reason;
    }

    private static String reason(Exception e) {
        return e instanceof StoreException ? String.valueOf(e.getMessage()) : e.toString();
    }

    /** Writes a batch, to the disk or else to memory; removes what has arrived. */
    Written write(List<Entry> batch, Instant now) {
        Store to = disk;
        if (to != null && trouble == null) {
            try {
                Change change = to.commit(batch, now);
                doubt.written();
                clearMemory(now);
                return new Written(change, null);
            } catch (StoreException e) {
                failed(e, now);
            }
        }
        if (disk != null && trouble == null) { // another file in its place
            return write(batch, now);
        }
        return new Written(writeToMemory(batch, now), trouble);
    }

    private void failed(StoreException e, Instant now) {
        if (e.damaged()) {
            suspect(String.valueOf(e.getMessage()), now);
        } else {
            trouble(reason(e));
        }
    }

    private @Nullable Change writeToMemory(List<Entry> batch, Instant now) {
        try {
            Store to = memory;
            if (to == null && batch.isEmpty()) {
                return new Change();
            }
            if (to == null) {
                to = Store.open(Database.inMemory(), rules.within(MEMORY_OCTETS), newIds.get());
                memory = to;
            }
            return to.commit(batch, now);
        } catch (StoreException e) {
            trouble(reason(e));
            return null;
        }
    }

    /** What has arrived of the store in memory goes; the store itself does when it is empty. */
    private void clearMemory(Instant now) throws StoreException {
        Store kept = memory;
        if (kept != null) {
            if (kept.hasRemovals()) {
                kept.commit(List.of(), now);
            }
            if (kept.isEmpty()) {
                kept.close();
                memory = null;
            }
        }
    }

    /** Copies the log into the file when it is time: not while someone waits for a commit. */
    void checkpoint(Instant now) {
        Store to = disk;
        if (to != null && trouble == null) {
            try {
                to.checkpointWhenDue();
            } catch (StoreException e) {
                failed(e, now);
            }
        }
    }

    /** What must be done now and then. */
    List<Change> maintain(Instant now) {
        List<Change> changes = new ArrayList<>();
        try {
            if (disk != null && trouble == null) {
                changes.add(disk.maintain(now));
            }
            if (memory != null) {
                changes.add(memory.maintain(now));
            }
        } catch (StoreException e) {
            failed(e, now);
        }
        return changes;
    }

    /** Tries whether the disk is back, and then moves there what is in memory. */
    void retry(Instant now) {
        if (trouble == null) {
            return;
        }
        if (disk == null) {
            open(now);
        } else {
            probe(disk, now);
        }
        if (trouble == null) {
            LOG.info("the outbox writes its file again");
            moveToDisk(now);
        }
    }

    private void probe(Store to, Instant now) {
        try {
            to.probeRoom();
            trouble = null;
        } catch (StoreException e) {
            failed(e, now);
            if (!e.damaged() && !e.passing()) {
                closeDisk(); // another connection may fare better
                open(now);
            }
        }
    }

    private void moveToDisk(Instant now) {
        try {
            boolean more = true;
            while (more && memory != null && disk != null) {
                more = memory.moveTo(disk, MOVED_AT_ONCE, now);
            }
        } catch (StoreException e) {
            failed(e, now);
        }
    }

    /** The next records, by lane; what is live before what is backlog. */
    List<StoredRecord> take(int records, long octets, Instant now) {
        Desk.Basket basket = new Desk.Basket(records, octets);
        List<Store> stores = stores();
        for (Lane lane : Lane.values()) {
            for (Store store : stores) {
                take(store, lane, true, now, basket);
            }
            for (Store store : stores) {
                take(store, lane, false, now, basket);
            }
        }
        return basket.records;
    }

    /** The next records of those that came in this session. */
    List<StoredRecord> takeLive(int records, long octets, Instant now) {
        Desk.Basket basket = new Desk.Basket(records, octets);
        List<Store> stores = stores();
        for (Lane lane : Lane.values()) {
            for (Store store : stores) {
                take(store, lane, true, now, basket);
            }
        }
        return basket.records;
    }

    private void take(Store store, Lane lane, boolean live, Instant now, Desk.Basket basket) {
        try {
            store.take(lane, live, now, basket);
        } catch (StoreException e) {
            failed(e, now);
        }
    }

    /** Sequences that have arrived. */
    void confirm(String id, Lane lane, String stream, long first, long last, Instant now) {
        for (Store store : stores()) {
            if (store.id().equals(id)) {
                try {
                    store.confirm(lane, stream, first, last);
                } catch (StoreException e) {
                    failed(e, now);
                }
            }
        }
    }

    void giveBack() {
        stores().forEach(Store::giveBack);
    }

    /** Ranges of ids that wait to be removed. */
    int removals() {
        return stores().stream().mapToInt(Store::removals).sum();
    }

    private List<Store> stores() {
        List<Store> stores = new ArrayList<>(2);
        if (disk != null) {
            stores.add(disk);
        }
        if (memory != null) {
            stores.add(memory);
        }
        return stores;
    }

    /** Why nothing is durable now; null when all is well. */
    @Nullable
    String trouble() {
        return trouble;
    }

    /** The id of the file's store, else of that in memory, else empty. */
    String id() {
        return stores().stream().map(Store::id).findFirst().orElse("");
    }

    long records(Lane lane) {
        return stores().stream().mapToLong(store -> store.records(lane)).sum();
    }

    long octets(Lane lane) {
        return stores().stream().mapToLong(store -> store.octets(lane)).sum();
    }

    @Nullable
    Instant oldest(Lane lane) {
        Long oldest = null;
        for (Store store : stores()) {
            Long one = store.oldest(lane);
            if (one != null && (oldest == null || one < oldest)) {
                oldest = one;
            }
        }
        return oldest == null ? null : Nanos.instant(oldest);
    }

    private void closeDisk() {
        if (disk != null) {
            disk.close();
            disk = null;
        }
    }

    @Override
    public void close() {
        closeDisk();
        if (memory != null) {
            memory.close();
            memory = null;
        }
    }
}
