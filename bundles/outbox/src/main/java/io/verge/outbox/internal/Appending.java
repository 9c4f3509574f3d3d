package io.verge.outbox.internal;

import io.verge.api.outbox.Lane;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts a batch of records in, and makes room. For one transaction. */
final class Appending {
    private static final int LOOK = 500;

    private final Map<Lane, LaneTable> tables;
    private final Ledger ledger;
    private final Rules rules;
    private final Change change;
    private final List<Placed> placed = new ArrayList<>();

    /** An entry and the id it got. */
    private record Placed(Entry entry, long id) {}

    /** What a record of the lane state replaces. */
    private record Key(String stream, @Nullable String key) {}

    Appending(Map<Lane, LaneTable> tables, Ledger ledger, Rules rules, Change change) {
        this.tables = tables;
        this.ledger = ledger;
        this.rules = rules;
        this.change = change;
    }

    void append(List<Entry> entries, Instant now) throws SQLException {
        Map<Key, Entry> newest = newestStates(entries);
        for (Entry entry : entries) {
            if (entry.lane() == Lane.STATE && newest.get(new Key(entry.stream(), entry.key())) != entry) {
                change.refuse(entry, Reason.REPLACED);
            } else {
                append(entry, now);
            }
        }
        for (LaneTable table : tables.values()) {
            table.flush();
        }
    }

    /** Of the states that come together only the newest of each key is written. */
    private static Map<Key, Entry> newestStates(List<Entry> entries) {
        Map<Key, Entry> newest = new HashMap<>();
        for (Entry entry : entries) {
            if (entry.lane() == Lane.STATE) {
                newest.put(new Key(entry.stream(), entry.key()), entry);
            }
        }
        return newest;
    }

    private void append(Entry entry, Instant now) throws SQLException {
        Rules.LaneRule rule = rules.of(entry.lane());
        Ledger.Account account = ledger.account(entry.lane());
        long cost = (long) entry.content().length + Entry.OVERHEAD;
        Instant expires = entry.expires() == null ? rule.expires(now) : entry.expires();
        Ledger.Stream stream = ledger.stream(entry.lane(), entry.stream());
        if (stream == null) {
            change.refuse(entry, Reason.FAILED);
        } else if (expires != null && !expires.isAfter(now)) {
            change.refuse(entry, Reason.EXPIRED);
        } else if (cost > rule.budget()) {
            change.refuse(entry, Reason.TOO_LARGE);
        } else if (entry.lane() == Lane.BULK && account.cost() + cost > rule.budget()) {
            change.refuse(entry, Reason.FULL);
        } else {
            place(entry, stream, account.next, Nanos.orNull(expires));
        }
    }

    private void place(Entry entry, Ledger.Stream stream, long id, @Nullable Long expires) throws SQLException {
        LaneTable table = table(entry.lane());
        if (entry.lane() == Lane.STATE) {
            long old = table.byKey(stream.id, entry.key());
            if (old > 0) {
                ledger.removed(Lane.STATE, table.remove(old, old));
                change.drop(Lane.STATE, Reason.REPLACED, 1);
            }
        }
        LaneTable.Row row = new LaneTable.Row(
                id, stream.id, stream.next, Nanos.of(entry.time()), expires, entry.content(), entry.key());
        table.insert(row, ledger.account(entry.lane()).octets);
        if (entry.lane() == Lane.STATE) {
            table.flush(); // the next may replace it
        }
        ledger.added(stream, id, entry.content().length);
        placed.add(new Placed(entry, id));
    }

    /** Each lane within its budget by its own oldest; all together by the oldest of the lowest lanes. */
    void makeRoom() throws SQLException {
        for (Lane lane : Lane.values()) {
            cut(lane, ledger.account(lane).cost() - rules.of(lane).budget());
        }
        Lane[] lanes = Lane.values();
        long excess = -rules.budget();
        for (Lane lane : lanes) {
            excess += ledger.account(lane).cost();
        }
        for (int i = lanes.length - 1; i >= 0 && excess > 0; i--) {
            long before = ledger.account(lanes[i]).cost();
            cut(lanes[i], excess);
            excess -= before - ledger.account(lanes[i]).cost();
        }
        for (Placed one : placed) {
            if (one.id() <= change.cut(one.entry().lane())) {
                change.drop(one.entry().lane(), Reason.FULL, -1); // counted once, by its producer's answer
                change.refuse(one.entry(), Reason.FULL);
            }
        }
    }

    /** Removes the oldest until so much is free, and a little more, so that this is not done for each record. */
    private void cut(Lane lane, long excess) throws SQLException {
        if (excess <= 0) {
            return;
        }
        long goal = excess + rules.of(lane).budget() / 256;
        LaneTable table = table(lane);
        List<LaneTable.Head> heads = table.heads(0, LOOK);
        while (goal > 0 && !heads.isEmpty()) {
            long last = 0;
            for (int i = 0; i < heads.size() && goal > 0; i++) {
                last = heads.get(i).id();
                goal -= heads.get(i).octets() + Entry.OVERHEAD;
            }
            LaneTable.Sum sum = table.remove(0, last);
            ledger.removed(lane, sum);
            change.drop(lane, Reason.FULL, sum.records());
            change.cut(lane, last);
            heads = table.heads(last + 1, LOOK);
        }
    }

    private LaneTable table(Lane lane) {
        LaneTable table = tables.get(lane);
        if (table == null) {
            throw new IllegalStateException("every lane has its table");
        }
        return table;
    }
}
