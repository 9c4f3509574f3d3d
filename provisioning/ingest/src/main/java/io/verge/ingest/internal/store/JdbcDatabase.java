package io.verge.ingest.internal.store;

import io.verge.ingest.internal.line.ArrivedRecord;
import io.verge.ingest.internal.line.Refusal;
import java.nio.charset.StandardCharsets;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL or SQLite. Connects when it is first needed, and anew after each error. A record that the database will not have (a text
 * with a zero character, a number without measure) is set aside and does not hold up the others.
 */
public final class JdbcDatabase implements Database {
    /** SQLSTATE class "data exception": it is the record's fault, and would be again. */
    private static final String DATA = "22";

    private final String url;
    private final Dialect dialect;
    private final InstantSource clock;
    private @Nullable Connection connection;
    private @Nullable Tables tables;

    /**
     * Not connected yet.
     *
     * @param url {@code jdbc:sqlite:FILE} or {@code jdbc:postgresql://HOST/DATABASE?…}
     * @throws IllegalArgumentException when it is neither
     */
    public JdbcDatabase(String url, InstantSource clock) {
        this.url = url;
        this.dialect = Dialect.of(url);
        this.clock = clock;
    }

    @Override
    public Kept keep(Batch batch) throws SQLException {
        try {
            return together(batch);
        } catch (SQLException e) {
            if (!blamesData(e)) {
                close();
                throw e;
            }
        }
        try {
            rollBack();
            return oneByOne(batch);
        } catch (SQLException e) {
            close();
            throw e;
        }
    }

    private Kept together(Batch batch) throws SQLException {
        Instant now = clock.instant();
        Tables open = open();
        begin();
        boolean[] fresh = open.insert(batch.records(), now);
        List<Refusal> refused = open.setAside(batch.refusals(), now);
        open.update(batch.online(), now);
        commit();
        Kept kept = new Kept(new ArrayList<>(), new ArrayList<>(), refused);
        for (int i = 0; i < fresh.length; i++) {
            (fresh[i] ? kept.fresh() : kept.known()).add(batch.records().get(i));
        }
        return kept;
    }

    private Kept oneByOne(Batch batch) throws SQLException {
        Kept all = together(new Batch(List.of(), batch.refusals(), batch.online()));
        Kept kept = new Kept(all.fresh(), all.known(), new ArrayList<>(all.refusals()));
        for (ArrivedRecord arrived : batch.records()) {
            Kept one = alone(arrived);
            kept.fresh().addAll(one.fresh());
            kept.known().addAll(one.known());
            kept.refusals().addAll(one.refusals());
        }
        return kept;
    }

    private Kept alone(ArrivedRecord arrived) throws SQLException {
        try {
            return together(new Batch(List.of(arrived), List.of(), List.of()));
        } catch (SQLException e) {
            if (!blamesData(e)) {
                throw e;
            }
            rollBack();
            return together(new Batch(List.of(), List.of(refusal(arrived, e)), List.of()));
        }
    }

    private static Refusal refusal(ArrivedRecord arrived, SQLException e) {
        String topic = "verge/v1/%s/%s/record/%s/%s"
                .formatted(
                        arrived.source().tenant(),
                        arrived.source().box(),
                        arrived.source().lane(),
                        arrived.source().stream());
        return new Refusal(
                topic,
                "the database refuses it: " + cause(e).getMessage(),
                arrived.body().getBytes(StandardCharsets.UTF_8),
                new Refusal.Numbered(arrived.source(), arrived.store(), arrived.sequence()));
    }

    private static boolean blamesData(SQLException e) {
        String state = cause(e).getSQLState();
        return state != null && state.startsWith(DATA);
    }

    private static SQLException cause(SQLException e) {
        SQLException next = e.getNextException();
        return e instanceof BatchUpdateException && next != null ? next : e;
    }

    private Tables open() throws SQLException {
        Tables open = tables;
        if (open == null) {
            Connection made = dialect.connect(url);
            connection = made;
            open = new Tables(made, dialect);
            tables = open;
        }
        return open;
    }

    private void begin() throws SQLException {
        if (connection != null) {
            connection.setAutoCommit(false);
        }
    }

    /** Unlike {@code commit}, this begins no other transaction: SQLite's would lock out those who write for other tenants. */
    private void commit() throws SQLException {
        if (connection != null) {
            connection.setAutoCommit(true);
        }
    }

    private void rollBack() throws SQLException {
        if (connection != null) {
            connection.rollback();
        }
    }

    @Override
    public void close() {
        Connection open = connection;
        connection = null;
        tables = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                // It is given up either way.
            }
        }
    }
}
