package io.verge.outbox.internal;

import io.verge.api.outbox.Lane;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The records of a lane in the file, by id, which rises in the order of arrival. Ids begin at 1. For one thread at a time. */
final class LaneTable {
    private final PreparedStatement insert;
    private final PreparedStatement upwards;
    private final PreparedStatement downwards;
    private final PreparedStatement heads;
    private final PreparedStatement sum;
    private final PreparedStatement delete;
    private final PreparedStatement first;
    private final PreparedStatement byKey;
    private final PreparedStatement bySequence;

    /** A record without its octets. */
    record Head(long id, int stream, long sequence, long time, @Nullable Long expires, long octets) {}

    /** A record. */
    record Row(long id, int stream, long sequence, long time, @Nullable Long expires, byte[] content, @Nullable String key) {}

    /** So many records of so many octets of content. */
    record Sum(long records, long octets) {}

    LaneTable(Database database, Lane lane) throws SQLException {
        String table = Rules.name(lane);
        String heading = "SELECT id, stream, sequence, time, expires, ";
        insert = database.prepare("INSERT INTO " + table + " VALUES (?, ?, ?, ?, ?, ?, ?)");
        upwards = database.prepare(
                heading + "content, key FROM " + table + " WHERE id > ? AND id < ? ORDER BY id LIMIT ?");
        downwards = database.prepare(
                heading + "content, key FROM " + table + " WHERE id > ? AND id < ? ORDER BY id DESC LIMIT ?");
        heads = database.prepare(
                heading + "length(content) FROM " + table + " WHERE id >= ? ORDER BY id LIMIT ?");
        sum = database.prepare(
                "SELECT count(*), total(length(content)) FROM " + table + " WHERE id BETWEEN ? AND ?");
        delete = database.prepare("DELETE FROM " + table + " WHERE id BETWEEN ? AND ?");
        first = database.prepare("SELECT id, time FROM " + table + " ORDER BY id LIMIT 1");
        byKey = database.prepare("SELECT id FROM " + table + " WHERE stream = ? AND key = ?");
        bySequence = database.prepare("SELECT id FROM " + table
                + " WHERE id >= ? AND id < ? AND stream = ? AND sequence BETWEEN ? AND ? ORDER BY id");
    }

    void insert(long id, int stream, long sequence, Entry entry, @Nullable Long expires) throws SQLException {
        insert.setLong(1, id);
        insert.setInt(2, stream);
        insert.setLong(3, sequence);
        insert.setString(4, entry.key());
        insert.setLong(5, Nanos.of(entry.time()));
        if (expires == null) {
            insert.setNull(6, Types.INTEGER);
        } else {
            insert.setLong(6, expires);
        }
        insert.setBytes(7, entry.content());
        insert.executeUpdate();
    }

    /**
     * Records between two ids, both exclusive.
     *
     * @param octets at most, but at least one record when there is one
     */
    List<Row> read(long above, long below, boolean newestFirst, int records, long octets) throws SQLException {
        PreparedStatement select = newestFirst ? downwards : upwards;
        select.setLong(1, above);
        select.setLong(2, below);
        select.setInt(3, records);
        List<Row> rows = new ArrayList<>();
        long read = 0;
        try (ResultSet result = select.executeQuery()) {
            while (read < octets && result.next()) {
                byte[] content = result.getBytes(6);
                read += content.length;
                if (read > octets && !rows.isEmpty()) {
                    break;
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
        return rows;
    }

    /** Records from an id on. */
    List<Head> heads(long from, int limit) throws SQLException {
        heads.setLong(1, from);
        heads.setInt(2, limit);
        List<Head> rows = new ArrayList<>();
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
        return rows;
    }

    private static @Nullable Long expires(ResultSet result) throws SQLException {
        long expires = result.getLong(5);
        return result.wasNull() ? null : expires;
    }

    /** Removes a range, both ends inclusive, and says what was in it. */
    Sum remove(long from, long to) throws SQLException {
        Sum removed = new Sum(0, 0);
        sum.setLong(1, from);
        sum.setLong(2, to);
        try (ResultSet result = sum.executeQuery()) {
            if (result.next()) {
                removed = new Sum(result.getLong(1), result.getLong(2));
            }
        }
        if (removed.records() > 0) {
            delete.setLong(1, from);
            delete.setLong(2, to);
            delete.executeUpdate();
        }
        return removed;
    }

    /** The time of the first record; null when there is none. */
    @Nullable
    Long oldest() throws SQLException {
        try (ResultSet result = first.executeQuery()) {
            return result.next() ? result.getLong(2) : null;
        }
    }

    /** The first id; that which is given when there is none. */
    long firstId(long otherwise) throws SQLException {
        try (ResultSet result = first.executeQuery()) {
            return result.next() ? result.getLong(1) : otherwise;
        }
    }

    /** The id of the record of a key; 0 when there is none. For the lane state. */
    long byKey(int stream, @Nullable String key) throws SQLException {
        byKey.setInt(1, stream);
        byKey.setString(2, key);
        try (ResultSet result = byKey.executeQuery()) {
            return result.next() ? result.getLong(1) : 0;
        }
    }

    /** The ids of a stream's records of some sequences (inclusive), looked for between two ids, the second exclusive. */
    void bySequence(long from, long below, int stream, long firstSequence, long lastSequence, Ranges found)
            throws SQLException {
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
}
