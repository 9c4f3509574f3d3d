package io.verge.outbox.internal;

import io.verge.api.outbox.Lane;
import java.sql.SQLException;

/**
 * What is in the file. A lane's tables ({@link Segment}) are in the order of arrival, so that a commit writes the end of one, and there is
 * no index but that of the keys of the lane state. What else must be known is in small tables, brought up to date now and then, and for
 * the rest read off the end of a lane's last table.
 */
final class Schema {
    /** {@code VERG}. */
    private static final int APPLICATION = 0x56455247;

    private static final int VERSION = 1;

    private Schema() {}

    /** Makes the tables of an empty file; refuses a file of others and one of a later version. */
    static void ensure(Database database, String newStore) throws StoreException {
        try {
            long version = database.number("PRAGMA user_version");
            long application = database.number("PRAGMA application_id");
            if (version == 0 && database.number("SELECT count(*) FROM sqlite_schema") == 0) {
                database.transaction(() -> make(database, newStore));
            } else if (version != VERSION || application != APPLICATION) {
                throw new StoreException("the file is no outbox of this version of the agent");
            }
        } catch (SQLException e) {
            throw StoreException.of(e);
        }
    }

    private static void make(Database database, String store) throws SQLException {
        database.execute("PRAGMA application_id = " + APPLICATION);
        database.execute("PRAGMA user_version = " + VERSION);
        database.execute("CREATE TABLE store (id TEXT NOT NULL)");
        database.execute("INSERT INTO store VALUES ('" + store + "')");
        // Empty; filled and emptied to see whether the disk has room.
        database.execute("CREATE TABLE room (octets BLOB NOT NULL)");
        // How many there are with an id below next, and how many octets; the rest is at the end of the lane's table.
        database.execute("CREATE TABLE lane (id INTEGER PRIMARY KEY, next INTEGER NOT NULL, records INTEGER NOT NULL,"
                + " octets INTEGER NOT NULL)");
        // The next sequence, as known when the lane's row was written.
        database.execute("CREATE TABLE stream (id INTEGER PRIMARY KEY, lane INTEGER NOT NULL, name TEXT NOT NULL,"
                + " next INTEGER NOT NULL)");
        // Here and there: records of this stream from this sequence on have this id or a higher one.
        database.execute("CREATE TABLE mark (stream INTEGER, sequence INTEGER, id INTEGER NOT NULL,"
                + " PRIMARY KEY (stream, sequence)) WITHOUT ROWID");
        // Ids that are removed, of segments that are not; see LaneTable.
        database.execute("CREATE TABLE gone (lane INTEGER, first INTEGER, last INTEGER NOT NULL,"
                + " PRIMARY KEY (lane, first)) WITHOUT ROWID");
        for (Lane lane : Lane.values()) {
            database.execute("INSERT INTO lane VALUES (" + Lanes.number(lane) + ", 1, 0, 0)");
        }
    }
}
