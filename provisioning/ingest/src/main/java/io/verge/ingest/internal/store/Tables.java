package io.verge.ingest.internal.store;

import io.verge.ingest.internal.line.ArrivedRecord;
import io.verge.ingest.internal.line.Online;
import io.verge.ingest.internal.line.Refusal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The statements, on one connection, and closed with it. Nothing is committed here. */
final class Tables {
    private static final String RECORD =
            """
            INSERT INTO record (tenant, box, store, lane, stream, sequence, time, backlog, received, body)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""";
    private static final String REFUSED =
            """
            INSERT INTO refused (topic, digest, reason, content, times, first, last) VALUES (?, ?, ?, ?, 1, ?, ?)
            ON CONFLICT (topic, digest) DO UPDATE SET times = refused.times + 1, last = excluded.last""";
    /** The third line is the rule for wills that come late. */
    private static final String BOX =
            """
            INSERT INTO box (tenant, box, online, connection, store, version, since) VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (tenant, box) DO UPDATE SET online = excluded.online, connection = excluded.connection,
            store = excluded.store, version = excluded.version, since = excluded.since
            WHERE (excluded.online OR excluded.connection >= box.connection)
            AND (excluded.online, excluded.connection) <> (box.online, box.connection)""";

    /** Rows of what is refused. */
    static final long MOST_REFUSED = 100_000;

    private final Dialect dialect;
    private final PreparedStatement record;
    private final PreparedStatement refused;
    private final PreparedStatement box;
    private final PreparedStatement counted;
    /** So many more may be set aside before they are counted again. */
    private long room;

    Tables(Connection connection, Dialect dialect) throws SQLException {
        this.dialect = dialect;
        this.record = connection.prepareStatement(RECORD);
        this.refused = connection.prepareStatement(REFUSED);
        this.box = connection.prepareStatement(BOX);
        this.counted = connection.prepareStatement("SELECT count(*) FROM refused");
    }

    /** For each record, whether it was not there. */
    boolean[] insert(List<ArrivedRecord> records, Instant now) throws SQLException {
        boolean[] fresh = new boolean[records.size()];
        if (records.isEmpty()) {
            return fresh;
        }
        for (ArrivedRecord arrived : records) {
            bind(arrived, now);
            record.addBatch();
        }
        int[] counts = record.executeBatch();
        for (int i = 0; i < fresh.length; i++) {
            fresh[i] = counts[i] == 1;
        }
        return fresh;
    }

    private void bind(ArrivedRecord arrived, Instant now) throws SQLException {
        record.setString(1, arrived.source().tenant());
        record.setString(2, arrived.source().box());
        record.setString(3, arrived.store());
        record.setString(4, arrived.source().lane());
        record.setString(5, arrived.source().stream());
        record.setLong(6, arrived.sequence());
        dialect.time(record, 7, arrived.time());
        record.setBoolean(8, arrived.backlog());
        dialect.time(record, 9, now);
        dialect.json(record, 10, arrived.body());
    }

    /**
     * Sets aside, unless {@value #MOST_REFUSED} have been: a box that sends nonsense fills no disk.
     *
     * @return those that are kept
     */
    List<Refusal> setAside(List<Refusal> refusals, Instant now) throws SQLException {
        List<Refusal> kept = new ArrayList<>();
        for (Refusal refusal : refusals) {
            if (room == 0) {
                room = Math.max(0, MOST_REFUSED - count());
            }
            if (room > 0) {
                room--;
                setAside(refusal, now);
                kept.add(refusal);
            }
        }
        return kept;
    }

    private void setAside(Refusal refusal, Instant now) throws SQLException {
        refused.setString(1, refusal.topic());
        refused.setString(2, digest(refusal.content()));
        refused.setString(3, refusal.reason());
        refused.setBytes(4, refusal.content());
        dialect.time(refused, 5, now);
        dialect.time(refused, 6, now);
        refused.executeUpdate();
    }

    private long count() throws SQLException {
        try (ResultSet result = counted.executeQuery()) {
            return result.next() ? result.getLong(1) : 0;
        }
    }

    void update(List<Online> online, Instant now) throws SQLException {
        for (Online said : online) {
            box.setString(1, said.tenant());
            box.setString(2, said.box());
            box.setBoolean(3, said.online());
            box.setLong(4, said.connection());
            box.setString(5, said.store());
            box.setString(6, said.version());
            dialect.time(box, 7, now);
            box.executeUpdate();
        }
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
