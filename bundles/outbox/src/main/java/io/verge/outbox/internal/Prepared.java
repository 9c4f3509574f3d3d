package io.verge.outbox.internal;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A statement that is prepared when it is needed, and again after any failure: the driver spoils those that fail without saying so. */
final class Prepared implements AutoCloseable {
    private final Database database;
    private final String sql;
    private @Nullable PreparedStatement statement;
    private long failures;

    Prepared(Database database, String sql) {
        this.database = database;
        this.sql = sql;
    }

    PreparedStatement get() throws SQLException {
        PreparedStatement ready = statement;
        if (ready == null || failures != database.failures()) {
            close();
            ready = database.compile(sql);
            statement = ready;
            failures = database.failures();
        }
        return ready;
    }

    @Override
    public void close() throws SQLException {
        if (statement != null) {
            statement.close();
            statement = null;
        }
    }
}
