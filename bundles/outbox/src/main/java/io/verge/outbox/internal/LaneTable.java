package io.verge.outbox.internal;

import io.verge.api.outbox.Lane;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The records of a lane in the file, by id, which rises in the order of arrival from 1. They are in tables one after another, segments:
 * what is removed is only written down, and when all of a segment is, the table is dropped. So what is sent is not written again, which to
 * delete rows would do. The lane state, where little waits and much is replaced, is one table of which rows are deleted. For one thread at
 * a time.
 */
final class LaneTable {
    /** A segment is closed when so much is in it, and a part of all that waits: there are never many. */
    private static final long SEGMENT_OCTETS = 1_000_000;

    private static final int SEGMENTS = 24;
    /** So many ranges may be written down as gone; then rows are deleted. */
    private static final int MOST_GONE = 64;

    private final Database database;
    private final Lane lane;
    private final NavigableMap<Long, Segment> segments = new TreeMap<>();
    private final Ranges gone = new Ranges();
    private final Prepared forgetGone;
    private final Prepared writeGone;
    private boolean goneUnwritten;
    private long inLast;

    /** A record without its octets. */
    record Head(long id, int stream, long sequence, long time, @Nullable Long expires, long octets) {}

    /** A record. */
    record Row(
            long id,
            int stream,
            long sequence,
            long time,
            @Nullable Long expires,
            byte[] content,
            @Nullable String key) {}

    /** So many records of so many octets of content. */
    record Sum(long records, long octets) {
        private Sum plus(Sum other) {
            return new Sum(records + other.records, octets + other.octets);
        }
    }

    LaneTable(Database database, Lane lane) {
        this.database = database;
        this.lane = lane;
        forgetGone = database.prepare("DELETE FROM gone WHERE lane = " + lane.ordinal());
        writeGone = database.prepare("INSERT INTO gone VALUES (" + lane.ordinal() + ", ?, ?)");
    }

    /** Reads which segments there are, and what is gone of them: at the start, and after a transaction that failed. */
    void load() throws SQLException {
        for (Segment segment : segments.values()) {
            segment.close();
        }
        segments.clear();
        gone.clear();
        goneUnwritten = false;
        String prefix = Segment.prefix(lane);
        try (Prepared tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'");
                ResultSet result = tables.get().executeQuery()) {
            while (result.next()) {
                String name = result.getString(1);
                if (name.startsWith(prefix)) {
                    long first = Long.parseLong(name.substring(prefix.length()));
                    segments.put(first, new Segment(database, lane, first));
                }
            }
        }
        try (Prepared all = database.prepare("SELECT first, last FROM gone WHERE lane = " + lane.ordinal());
                ResultSet result = all.get().executeQuery()) {
            while (result.next()) {
                gone.add(result.getLong(1), result.getLong(2));
            }
        }
        inLast = segments.isEmpty()
                ? 0
                : segments.lastEntry().getValue().sum(0, Long.MAX_VALUE).octets();
    }

    /**
     * Puts a record in; {@link #flush} follows.
     *
     * @param waiting octets in the lane
     */
    void insert(Row row, long waiting) throws SQLException {
        if (segments.isEmpty() || lane != Lane.STATE && inLast > Math.max(SEGMENT_OCTETS, waiting / SEGMENTS)) {
            flush();
            segments.put(row.id(), Segment.make(database, lane, row.id()));
            inLast = 0;
        }
        segments.lastEntry().getValue().insert(row);
        inLast += row.content().length;
    }

    /** Before anything is read. */
    void flush() throws SQLException {
        if (!segments.isEmpty()) {
            segments.lastEntry().getValue().flush();
        }
    }

    /**
     * Records between two ids, both exclusive.
     *
     * @param octets at most, but at least one record when there is one
     */
    List<Row> read(long above, long below, boolean newestFirst, int records, long octets) throws SQLException {
        List<Row> rows = new ArrayList<>();
        long from = Math.max(above, gone.endOfRange(1));
        NavigableMap<Long, Segment> some = newestFirst ? segments.descendingMap() : segments;
        for (Segment segment : some.values()) {
            if (segment.first() < below && from < lastOf(segment)) {
                long left = octets;
                for (Row row : rows) {
                    left -= row.content().length;
                }
                if (rows.size() >= records || left <= 0) {
                    return rows;
                }
                int before = rows.size();
                segment.read(from, below, newestFirst, records, left, gone, rows);
                if (before > 0 && rows.size() == before) {
                    return rows; // the next one is too large to go with these
                }
            }
        }
        return rows;
    }

    private long lastOf(Segment segment) {
        Long next = segments.higherKey(segment.first());
        return next == null ? Long.MAX_VALUE : next - 1;
    }

    /** Records from an id on, the next ones up to a limit; fewer than that does not mean that there are no more, none does. */
    List<Head> heads(long from, int limit) throws SQLException {
        List<Head> rows = new ArrayList<>();
        long next = Math.max(from, gone.endOfRange(1) + 1);
        Segment segment = segments.isEmpty() ? null : at(next);
        while (segment != null && rows.isEmpty()) {
            segment.heads(next, limit, rows);
            if (!rows.isEmpty()) {
                next = rows.get(rows.size() - 1).id() + 1; // if all of these are gone, the look goes on behind them
                rows.removeIf(head -> gone.contains(head.id()));
            } else {
                Long following = segments.higherKey(segment.first());
                segment = following == null ? null : segments.get(following);
            }
        }
        return rows;
    }

    private Segment at(long id) {
        Map.Entry<Long, Segment> below = segments.floorEntry(id);
        return below == null ? segments.firstEntry().getValue() : below.getValue();
    }

    /** Removes a range, both ends inclusive, and says what was in it and not gone before. */
    Sum remove(long from, long to) throws SQLException {
        Sum removed = sum(from, to);
        if (removed.records() == 0) {
            return removed;
        }
        if (lane == Lane.STATE) {
            delete(from, to);
        } else {
            gone.add(from, to);
            goneUnwritten = true;
            dropWhatIsGone();
        }
        return removed;
    }

    /** Deletes the rows of a range: for a few here and there, of which the list would become long. */
    Sum erase(long from, long to) throws SQLException {
        Sum removed = sum(from, to);
        delete(from, to);
        return removed;
    }

    private Sum sum(long from, long to) throws SQLException {
        Sum[] all = {new Sum(0, 0)};
        gone.<SQLException>forEachGap(from, to, (first, last) -> {
            for (Segment segment : segments.values()) {
                if (segment.first() <= last && lastOf(segment) >= first) {
                    all[0] = all[0].plus(segment.sum(first, last));
                }
            }
        });
        return all[0];
    }

    private void delete(long from, long to) throws SQLException {
        for (Segment segment : segments.values()) {
            if (segment.first() <= to && lastOf(segment) >= from) {
                segment.delete(from, to);
            }
        }
    }

    /** Drops segments of which nothing is left; the last stays, since new records go into it. */
    private void dropWhatIsGone() throws SQLException {
        long left = firstId(Long.MAX_VALUE);
        for (Segment segment : List.copyOf(segments.values())) {
            long last = lastOf(segment);
            if (last != Long.MAX_VALUE && (last < left || gone.endOfRange(segment.first()) >= last)) {
                gone.add(segment.first(), last);
                segments.remove(segment.first());
                segment.drop(database);
            }
        }
    }

    /** Writes down what is gone. In a transaction that removes something. */
    void write() throws SQLException {
        if (!goneUnwritten) {
            return;
        }
        if (gone.size() > MOST_GONE) {
            long end = gone.endOfRange(1);
            gone.<SQLException>forEach((first, last) -> {
                if (first > end) {
                    delete(first, last);
                }
            });
            gone.keepBelow(end);
        }
        forgetGone.get().executeUpdate();
        PreparedStatement write = writeGone.get();
        gone.<SQLException>forEach((first, last) -> {
            write.setLong(1, first);
            write.setLong(2, last);
            write.executeUpdate();
        });
        goneUnwritten = false;
    }

    /** The time of the first record; null when there is none. */
    @Nullable
    Long oldest() throws SQLException {
        List<Head> first = heads(0, MOST_GONE);
        return first.isEmpty() ? null : first.get(0).time();
    }

    /** The first id; that which is given when there is none. */
    long firstId(long otherwise) throws SQLException {
        List<Head> first = heads(0, MOST_GONE);
        return first.isEmpty() ? otherwise : first.get(0).id();
    }

    /** The id of the record of a key; 0 when there is none. For the lane state. */
    long byKey(int stream, @Nullable String key) throws SQLException {
        return segments.isEmpty() ? 0 : segments.firstEntry().getValue().byKey(stream, key);
    }

    /** The ids of a stream's records of some sequences (inclusive), looked for between two ids, the second exclusive. */
    void bySequence(long from, long below, int stream, long firstSequence, long lastSequence, Ranges found)
            throws SQLException {
        for (Segment segment : segments.values()) {
            if (segment.first() < below && lastOf(segment) >= from) {
                segment.bySequence(from, below, stream, firstSequence, lastSequence, found);
            }
        }
    }
}
