package io.verge.outbox.internal;

import io.verge.api.outbox.Lane;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One file of records, or what stands in for it in memory. For one thread at a time. */
final class Store implements AutoCloseable {
    private static final int PROBED_ROOM = 65_536;

    private final Database database;
    private final String id;
    private final Map<Lane, LaneTable> tables = new EnumMap<>(Lane.class);
    private final Ledger ledger;
    private final Removals removals = new Removals();
    private final Desk desk;
    private final Upkeep upkeep;
    private final Prepared fillRoom;
    private final Prepared clearRoom;
    private final Map<Lane, @Nullable Long> oldest = new EnumMap<>(Lane.class);
    private Rules rules;

    private Store(Database database, Rules rules) throws SQLException, StoreException {
        this.database = database;
        this.rules = rules;
        id = database.text("SELECT id FROM store");
        for (Lane lane : Lane.values()) {
            tables.put(lane, new LaneTable(database, lane));
        }
        ledger = new Ledger(database, tables);
        ledger.load();
        fillRoom = database.prepare("INSERT INTO room VALUES (zeroblob(" + PROBED_ROOM + "))");
        clearRoom = database.prepare("DELETE FROM room");
        desk = new Desk(id, tables, ledger, removals);
        desk.giveBack(rules);
        upkeep = new Upkeep(database, tables, ledger);
        for (Lane lane : Lane.values()) {
            oldest.put(lane, table(lane).oldest());
        }
    }

    /**
     * Opens it, and makes its tables when it is new.
     *
     * @param newId its name when it is new: 16 hexadecimal digits
     */
    static Store open(Database database, Rules rules, String newId) throws StoreException {
        try {
            Schema.ensure(database, newId);
            return new Store(database, rules);
        } catch (SQLException e) {
            database.close();
            throw StoreException.of(e);
        } catch (StoreException | RuntimeException e) {
            database.close();
            throw e;
        }
    }

    String id() {
        return id;
    }

    void rules(Rules next) {
        rules = next;
    }

    /**
     * Writes records, removes what has arrived or expired, and makes room, all in one durable transaction. What is dropped for it is said
     * to its producers; the others are told by the caller.
     */
    Change commit(List<Entry> entries, Instant now) throws StoreException {
        Change change = new Change();
        transaction(() -> {
            removeGone(change);
            Appending appending = new Appending(tables, ledger, rules, change);
            appending.append(entries, now);
            appending.makeRoom();
        });
        removals.clear();
        for (Lane lane : Lane.values()) {
            long cut = change.cut(lane);
            if (cut > 0) {
                desk.forget(lane, cut);
            }
        }
        return change;
    }

    /** Writes something that changes nothing: whether it can be written at all. */
    void probe() throws StoreException {
        transaction(() -> database.execute("UPDATE store SET id = id"));
    }

    /** The same with something that needs room: whether records can be written again. */
    void probeRoom() throws StoreException {
        transaction(() -> {
            fillRoom.get().executeUpdate();
            clearRoom.get().executeUpdate();
        });
    }

    /** Moves what has not been given out of here, into another store; up to so many records of a lane. Not counted: nothing is lost. */
    boolean moveTo(Store other, int records, Instant now) throws StoreException {
        List<Entry> moved = new ArrayList<>();
        Removals here = new Removals();
        try {
            for (Lane lane : Lane.values()) {
                for (LaneTable.Row row : desk.untaken(lane, records)) {
                    moved.add(entry(lane, row));
                    here.arrived(lane).add(row.id());
                }
            }
        } catch (SQLException e) {
            throw StoreException.of(e);
        }
        other.commit(moved, now);
        transaction(() -> {
            for (Lane lane : Lane.values()) {
                here.arrived(lane).<SQLException>forEach((first, last) -> remove(lane, first, last));
            }
        });
        return !moved.isEmpty();
    }

    private Entry entry(Lane lane, LaneTable.Row row) {
        Ledger.Stream stream = ledger.byId(row.stream());
        Long expires = row.expires();
        return new Entry(
                lane,
                stream == null ? "" : stream.name,
                row.key(),
                Nanos.instant(row.time()),
                expires == null ? null : Nanos.instant(expires),
                row.content(),
                new CompletableFuture<>());
    }

    private void removeGone(Change change) throws SQLException {
        for (Lane lane : Lane.values()) {
            removals.arrived(lane)
                    .<SQLException>forEach((first, last) -> change.confirm(lane, remove(lane, first, last)));
            removals.expired(lane)
                    .<SQLException>forEach(
                            (first, last) -> change.drop(lane, Reason.EXPIRED, remove(lane, first, last)));
        }
    }

    private long remove(Lane lane, long first, long last) throws SQLException {
        LaneTable.Sum sum = table(lane).remove(first, last);
        ledger.removed(lane, sum);
        return sum.records();
    }

    /** A step of what must be done now and then: what has expired, what is to be thinned, room that can be given back. */
    Change maintain(Instant now) throws StoreException {
        Change change = new Change();
        transaction(() -> upkeep.step(rules, now, change));
        return change;
    }

    private void transaction(Database.Work work) throws StoreException {
        try {
            database.transaction(() -> {
                work.run();
                ledger.write();
            });
            for (Lane lane : Lane.values()) {
                oldest.put(
                        lane,
                        ledger.account(lane).records == 0 ? null : table(lane).oldest());
            }
        } catch (SQLException e) {
            throw StoreException.of(e);
        } catch (StoreException | RuntimeException e) {
            reload();
            throw e;
        }
    }

    private void reload() throws StoreException {
        try {
            ledger.load();
        } catch (SQLException e) {
            throw StoreException.of(e);
        }
    }

    /** Whether something waits to be removed. */
    boolean hasRemovals() {
        return !removals.isEmpty();
    }

    int removals() {
        return removals.size();
    }

    Desk desk() {
        return desk;
    }

    /** A session has ended, or another begins. */
    void giveBack() {
        desk.giveBack(rules);
    }

    /** The next records of a lane; see {@link Desk#take}. */
    void take(Lane lane, boolean live, Instant now, Desk.Basket basket) throws StoreException {
        try {
            desk.take(lane, live, rules.of(lane).newestFirst(), now, basket);
        } catch (SQLException e) {
            throw StoreException.of(e);
        }
    }

    void confirm(Lane lane, String stream, long first, long last) throws StoreException {
        try {
            desk.confirm(lane, stream, first, last);
        } catch (SQLException e) {
            throw StoreException.of(e);
        }
    }

    /** Copies the log into the file when it has become long. */
    void checkpointWhenDue() throws StoreException {
        try {
            database.checkpointWhenLong();
        } catch (SQLException e) {
            throw StoreException.of(e);
        }
    }

    long records(Lane lane) {
        return ledger.account(lane).records;
    }

    long octets(Lane lane) {
        return ledger.account(lane).octets;
    }

    /** When the oldest was made, nanoseconds since 1970; null when there is none. */
    @Nullable
    Long oldest(Lane lane) {
        return oldest.get(lane);
    }

    boolean isEmpty() {
        for (Lane lane : Lane.values()) {
            if (records(lane) > 0) {
                return false;
            }
        }
        return true;
    }

    private LaneTable table(Lane lane) {
        LaneTable table = tables.get(lane);
        if (table == null) {
            throw new IllegalStateException("every lane has its table");
        }
        return table;
    }

    @Override
    public void close() {
        database.close();
    }
}
