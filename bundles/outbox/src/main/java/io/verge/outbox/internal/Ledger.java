package io.verge.outbox.internal;

import io.verge.api.outbox.Lane;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the lanes and streams without looking through the records: how many there are, and the next id and sequence. It is
 * written now and then, and always in the transaction that removes something; after a start the records that came later are read off the
 * end of each lane's table. For one thread at a time.
 */
final class Ledger {
    /** So many records may come before it is written: so many are read at the start. */
    private static final long UNWRITTEN = 1024;
    /** A producer that makes up names must not fill the memory. */
    private static final int MOST_STREAMS = 4096;

    private static final int TAIL = 2000;

    private final Database database;
    private final Map<Lane, LaneTable> tables;
    private final Map<Lane, Account> accounts = new EnumMap<>(Lane.class);
    private final Map<Name, Stream> streams = new HashMap<>();
    private final Map<Integer, Stream> byId = new HashMap<>();
    private final Prepared writeLane;
    private final Prepared writeStream;
    private final Prepared writeMark;
    private final Prepared forgetMarks;
    private final Prepared markBelow;
    private final Prepared markAbove;

    /** The key of a stream. */
    private record Name(Lane lane, String stream) {}

    /** A stream of a lane. */
    static final class Stream {
        final int id;
        final Lane lane;
        final String name;
        /** The next sequence. */
        long next;

        private boolean unwritten;
        private boolean unmarked;

        private Stream(int id, Lane lane, String name, long next) {
            this.id = id;
            this.lane = lane;
            this.name = name;
            this.next = next;
        }
    }

    /** What is in a lane. */
    static final class Account {
        long next = 1;
        long records;
        long octets;
        private long written = 1;
        private long marked = 1;

        /** With what each record takes beside its content. */
        long cost() {
            return octets + records * Entry.OVERHEAD;
        }
    }

    Ledger(Database database, Map<Lane, LaneTable> tables) {
        this.database = database;
        this.tables = tables;
        writeLane = database.prepare("UPDATE lane SET next = ?, records = ?, octets = ? WHERE id = ?");
        writeStream = database.prepare("INSERT OR REPLACE INTO stream VALUES (?, ?, ?, ?)");
        writeMark = database.prepare("INSERT OR REPLACE INTO mark VALUES (?, ?, ?)");
        forgetMarks = database.prepare("DELETE FROM mark WHERE stream = ? AND id < ?");
        markBelow = database.prepare(
                "SELECT id FROM mark WHERE stream = ? AND sequence <= ? ORDER BY sequence DESC LIMIT 1");
        markAbove = database.prepare("SELECT id FROM mark WHERE stream = ? AND sequence > ? ORDER BY sequence LIMIT 1");
    }

    /** Reads all of it: at the start, and after a transaction that failed. */
    void load() throws SQLException {
        for (Lane lane : Lane.values()) {
            table(lane).load();
        }
        accounts.clear();
        streams.clear();
        byId.clear();
        try (Prepared select = database.prepare("SELECT id, next, records, octets FROM lane");
                ResultSet result = select.get().executeQuery()) {
            while (result.next()) {
                Account account = account(Lane.values()[result.getInt(1)]);
                account.next = result.getLong(2);
                account.records = result.getLong(3);
                account.octets = result.getLong(4);
                account.written = account.next;
                account.marked = account.next;
            }
        }
        try (Prepared select = database.prepare("SELECT id, lane, name, next FROM stream");
                ResultSet result = select.get().executeQuery()) {
            while (result.next()) {
                add(new Stream(
                        result.getInt(1), Lane.values()[result.getInt(2)], result.getString(3), result.getLong(4)));
            }
        }
        for (Lane lane : Lane.values()) {
            readTail(lane);
        }
    }

    private void readTail(Lane lane) throws SQLException {
        Account account = account(lane);
        List<LaneTable.Head> tail = table(lane).heads(account.next, TAIL);
        while (!tail.isEmpty()) {
            for (LaneTable.Head head : tail) {
                count(lane, head.id(), head.octets());
                Stream stream = byId.get(head.stream());
                if (stream != null) {
                    stream.next = head.sequence() + 1;
                    stream.unwritten = true;
                    stream.unmarked = true;
                }
            }
            tail = table(lane).heads(account.next, TAIL);
        }
    }

    /** The stream, which is made when it is new; null when there are too many. In a transaction. */
    @Nullable
    Stream stream(Lane lane, String name) throws SQLException {
        Stream known = known(lane, name);
        if (known != null || streams.size() >= MOST_STREAMS) {
            return known;
        }
        Stream made = new Stream(streams.size() + 1, lane, name, 1);
        write(made);
        add(made);
        return made;
    }

    @Nullable
    Stream known(Lane lane, String name) {
        return streams.get(new Name(lane, name));
    }

    @Nullable
    Stream byId(int id) {
        return byId.get(id);
    }

    private void add(Stream stream) {
        streams.put(new Name(stream.lane, stream.name), stream);
        byId.put(stream.id, stream);
    }

    Account account(Lane lane) {
        return accounts.computeIfAbsent(lane, none -> new Account());
    }

    /** A record has been put in. */
    void added(Stream stream, long id, long octets) {
        count(stream.lane, id, octets);
        stream.next++;
        stream.unwritten = true;
        stream.unmarked = true;
    }

    private void count(Lane lane, long id, long octets) {
        Account account = account(lane);
        account.next = id + 1;
        account.records++;
        account.octets += octets;
    }

    /** Records have been taken out; {@link #write} follows in the same transaction. */
    void removed(Lane lane, LaneTable.Sum sum) {
        Account account = account(lane);
        account.records -= sum.records();
        account.octets -= sum.octets();
        account.written = Math.min(account.written, account.next - UNWRITTEN);
    }

    /** Writes the lanes of which too much is unwritten. In a transaction. */
    void write() throws SQLException {
        for (Lane lane : Lane.values()) {
            table(lane).write();
            Account account = account(lane);
            if (account.next - account.written >= UNWRITTEN) {
                PreparedStatement writeLane = this.writeLane.get();
                writeLane.setLong(1, account.next);
                writeLane.setLong(2, account.records);
                writeLane.setLong(3, account.octets);
                writeLane.setInt(4, lane.ordinal());
                writeLane.executeUpdate();
                account.written = account.next;
                boolean mark = account.next - account.marked >= UNWRITTEN;
                if (mark) {
                    account.marked = account.next;
                }
                writeStreams(lane, mark);
            }
        }
    }

    private void writeStreams(Lane lane, boolean mark) throws SQLException {
        long firstId = mark ? table(lane).firstId(account(lane).next) : 0;
        for (Stream stream : new ArrayList<>(byId.values())) {
            if (stream.lane == lane && stream.unwritten) {
                write(stream);
                stream.unwritten = false;
            }
            if (mark && stream.lane == lane && stream.unmarked) {
                mark(stream, firstId);
            }
        }
    }

    private void write(Stream stream) throws SQLException {
        PreparedStatement writeStream = this.writeStream.get();
        writeStream.setInt(1, stream.id);
        writeStream.setInt(2, stream.lane.ordinal());
        writeStream.setString(3, stream.name);
        writeStream.setLong(4, stream.next);
        writeStream.executeUpdate();
    }

    private void mark(Stream stream, long firstId) throws SQLException {
        PreparedStatement writeMark = this.writeMark.get();
        writeMark.setInt(1, stream.id);
        writeMark.setLong(2, stream.next);
        writeMark.setLong(3, account(stream.lane).next);
        writeMark.executeUpdate();
        PreparedStatement forgetMarks = this.forgetMarks.get();
        forgetMarks.setInt(1, stream.id);
        forgetMarks.setLong(2, firstId);
        forgetMarks.executeUpdate();
        stream.unmarked = false;
    }

    /** Finds the ids of some sequences of a stream, by the marks and a short look through the lane. */
    void find(Stream stream, long firstSequence, long lastSequence, Ranges found) throws SQLException {
        long from = markedId(markBelow, stream, firstSequence, 1);
        long below = markedId(markAbove, stream, lastSequence, Long.MAX_VALUE);
        table(stream.lane).bySequence(from, below, stream.id, firstSequence, lastSequence, found);
    }

    private static long markedId(Prepared mark, Stream stream, long sequence, long otherwise) throws SQLException {
        PreparedStatement select = mark.get();
        select.setInt(1, stream.id);
        select.setLong(2, sequence);
        try (ResultSet result = select.executeQuery()) {
            return result.next() ? result.getLong(1) : otherwise;
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
