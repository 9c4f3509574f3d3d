package io.verge.outbox.internal;

import io.verge.api.outbox.Lane;
import io.verge.outbox.internal.LaneTable.Head;
import io.verge.outbox.internal.LaneTable.Row;
import io.verge.outbox.internal.LaneTable.Sum;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table with some of a lane's records, by id. For one thread at a time. */
final class Segment implements AutoCloseable {
    private static final int TOGETHER = 16;
    private static final String HEADING = "SELECT id, stream, sequence, time, expires, ";

    private final long first;
    private final String table;
    private final Prepared insertOne;
    private final Prepared insertMany;
    /** Rows that will go in together: the driver takes as long for a statement as for a few rows more in it. */
    private final List<Row> waiting = new ArrayList<>(TOGETHER);

    private final Prepared upwards;
    private final Prepared downwards;
    private final Prepared heads;
    private final Prepared sum;
    private final Prepared delete;
    private final Prepared byKey;
    private final Prepared bySequence;

    /**
     * For a table that is there.
     *
     * @param first the id of its first record, past or present
     */
    Segment(Database database, Lane lane, long first) {
        this.first = first;
        table = name(lane, first);
        String row = "(?, ?, ?, ?, ?, ?, ?)";
        insertOne = database.prepare("INSERT INTO " + table + " VALUES " + row);
        insertMany = database.prepare(
                "INSERT INTO " + table + " VALUES " + String.join(", ", Collections.nCopies(TOGETHER, row)));
        upwards = database.prepare(
                HEADING + "content, key FROM " + table + " WHERE id > ? AND id < ? ORDER BY id LIMIT ?");
        downwards = database.prepare(
                HEADING + "content, key FROM " + table + " WHERE id > ? AND id < ? ORDER BY id DESC LIMIT ?");
        heads = database.prepare(HEADING + "length(content) FROM " + table + " WHERE id >= ? ORDER BY id LIMIT ?");
        sum = database.prepare("SELECT count(*), total(length(content)) FROM " + table + " WHERE id BETWEEN ? AND ?");
        delete = database.prepare("DELETE FROM " + table + " WHERE id BETWEEN ? AND ?");
        byKey = database.prepare("SELECT id FROM " + table + " WHERE stream = ? AND key = ?");
        bySequence = database.prepare("SELECT id FROM " + table
                + " WHERE id >= ? AND id < ? AND stream = ? AND sequence BETWEEN ? AND ? ORDER BY id");
    }

    /** Makes the table. */
    static Segment make(Database database, Lane lane, long first) throws SQLException {
        String table = name(lane, first);
        database.execute(
                "CREATE TABLE " + table + " (id INTEGER PRIMARY KEY, stream INTEGER NOT NULL,"
                        + " sequence INTEGER NOT NULL, key TEXT, time INTEGER NOT NULL, expires INTEGER, content BLOB NOT NULL)");
        if (lane == Lane.STATE) {
            database.execute("CREATE UNIQUE INDEX " + table + "_key ON " + table + " (stream, key)");
        }
        return new Segment(database, lane, first);
    }

    static String prefix(Lane lane) {
        return Rules.name(lane) + "_";
    }

    private static String name(Lane lane, long first) {
        return prefix(lane) + first;
    }

    long first() {
        return first;
    }

    /** Puts a record in, with the next {@link #flush} at the latest. */
    void insert(Row row) throws SQLException {
        waiting.add(row);
        if (waiting.size() == TOGETHER) {
            insert(insertMany, waiting);
            waiting.clear();
        }
    }

    /** Puts in what waits; before anything is read. */
    void flush() throws SQLException {
        for (Row row : waiting) {
            insert(insertOne, List.of(row));
        }
        waiting.clear();
    }

    private static void insert(Prepared insert, List<Row> rows) throws SQLException {
        PreparedStatement statement = insert.get();
        int column = 0;
        for (Row row : rows) {
            statement.setLong(++column, row.id());
            statement.setInt(++column, row.stream());
            statement.setLong(++column, row.sequence());
            statement.setString(++column, row.key());
            statement.setLong(++column, row.time());
            Long expires = row.expires();
            if (expires == null) {
                statement.setNull(++column, Types.INTEGER);
            } else {
                statement.setLong(++column, expires);
            }
            statement.setBytes(++column, row.content());
        }
        statement.executeUpdate();
    }

    /** Records between two ids, both exclusive, as far as they fit; the first does whatever its size. */
    void read(long above, long below, boolean newestFirst, int records, long octets, Ranges gone, List<Row> rows)
            throws SQLException {
        PreparedStatement select = (newestFirst ? downwards : upwards).get();
        select.setLong(1, above);
        select.setLong(2, below);
        select.setInt(3, records + gone.size()); // a bound for the reader of the file, not the exact end
        long left = octets;
        try (ResultSet result = select.executeQuery()) {
            while (rows.size() < records && left > 0 && result.next()) {
                if (!gone.contains(result.getLong(1))) {
                    byte[] content = result.getBytes(6);
                    left -= content.length;
                    if (left < 0 && !rows.isEmpty()) {
                        return;
                    }
                    rows.add(new Row(
                            result.getLong(1),
                            result.getInt(2),
                            result.getLong(3),
                            result.getLong(4),
                            expires(result),
                            content,
                            result.getString(7)));
                }
            }
        }
    }

    /** Records from an id on, those that are gone among them. */
    void heads(long from, int limit, List<Head> rows) throws SQLException {
        PreparedStatement heads = this.heads.get();
        heads.setLong(1, from);
        heads.setInt(2, limit);
        try (ResultSet result = heads.executeQuery()) {
            while (result.next()) {
                rows.add(new Head(
                        result.getLong(1),
                        result.getInt(2),
                        result.getLong(3),
                        result.getLong(4),
                        expires(result),
                        result.getLong(6)));
            }
        }
    }

    private static @Nullable Long expires(ResultSet result) throws SQLException {
        long expires = result.getLong(5);
        return result.wasNull() ? null : expires;
    }

    /** What is in a range, both ends inclusive. */
    Sum sum(long from, long to) throws SQLException {
        PreparedStatement sum = this.sum.get();
        sum.setLong(1, from);
        sum.setLong(2, to);
        try (ResultSet result = sum.executeQuery()) {
            return result.next() ? new Sum(result.getLong(1), result.getLong(2)) : new Sum(0, 0);
        }
    }

    void delete(long from, long to) throws SQLException {
        PreparedStatement delete = this.delete.get();
        delete.setLong(1, from);
        delete.setLong(2, to);
        delete.executeUpdate();
    }

    /** The id of the record of a key; 0 when there is none. */
    long byKey(int stream, @Nullable String key) throws SQLException {
        PreparedStatement byKey = this.byKey.get();
        byKey.setInt(1, stream);
        byKey.setString(2, key);
        try (ResultSet result = byKey.executeQuery()) {
            return result.next() ? result.getLong(1) : 0;
        }
    }

    /** The ids of a stream's records of some sequences (inclusive), between two ids, the second exclusive. */
    void bySequence(long from, long below, int stream, long firstSequence, long lastSequence, Ranges found)
            throws SQLException {
        PreparedStatement bySequence = this.bySequence.get();
        bySequence.setLong(1, from);
        bySequence.setLong(2, below);
        bySequence.setInt(3, stream);
        bySequence.setLong(4, firstSequence);
        bySequence.setLong(5, lastSequence);
        try (ResultSet result = bySequence.executeQuery()) {
            while (result.next()) {
                found.add(result.getLong(1));
            }
        }
    }

    /** Removes the table: its pages become free without being written. */
    void drop(Database database) throws SQLException {
        close();
        database.execute("DROP TABLE " + table);
    }

    @Override
    public void close() throws SQLException {
        for (Prepared one : List.of(insertOne, insertMany, upwards, downwards, heads, sum, delete, byKey, bySequence)) {
            one.close();
        }
    }
}
