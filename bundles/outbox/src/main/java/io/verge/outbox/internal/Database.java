package io.verge.outbox.internal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.sqlite.JDBC;

/**
 * One connection to SQLite. What is committed is on the disk when {@link #transaction} returns (WAL, {@code synchronous=FULL}). The log is
 * copied into the file by {@link #checkpoint}, never while a commit is waited for. For one thread at a time.
 */
final class Database implements AutoCloseable {
    /**
     * A quarter of what the file system and most flash write at a time. A commit of a few records writes half a dozen pages beside one
     * another into the log, so it is less with small ones; below this, large groups of records cost more.
     */
    static final int PAGE = 1024;
    /** The log is used again from its beginning when it is about so long, and kept at this length: that needs no new room on the disk. */
    private static final int LOG_PAGES = 4000;

    private static final int CACHE_KIBIBYTES = 2048;

    private final Connection connection;
    private long failures;
    private final Prepared begin;
    private final Prepared commit;
    private final Prepared rollBack;
    private final Prepared logLength;

    /** Work in a transaction. */
    interface Work {
        void run() throws SQLException, StoreException;
    }

    private Database(Connection connection) {
        this.connection = connection;
        begin = prepare("BEGIN IMMEDIATE");
        commit = prepare("COMMIT");
        rollBack = prepare("ROLLBACK");
        logLength = prepare("PRAGMA wal_checkpoint(NOOP)");
    }

    /** Opens a file, which is made when there is none. */
    static Database open(Path file) throws StoreException {
        return open("jdbc:sqlite:" + file);
    }

    /** A database that no file holds. */
    static Database inMemory() throws StoreException {
        return open("jdbc:sqlite::memory:");
    }

    private static Database open(String url) throws StoreException {
        Connection connection = null;
        try {
            // Not through DriverManager, which does not look into bundles.
            connection = JDBC.createConnection(url, new Properties());
            Database database = new Database(connection);
            database.prepare();
            return database;
        } catch (SQLException e) {
            close(connection);
            throw StoreException.of(e);
        } catch (LinkageError e) {
            throw StoreException.withoutLibrary(e);
        }
    }

    /**
     * Whether a file that another connection may be writing is whole. Takes as long as reading all of it.
     *
     * @return what is wrong; empty when nothing is
     */
    static Optional<String> check(Path file) throws StoreException {
        try (Connection connection = JDBC.createConnection("jdbc:sqlite:" + file, new Properties());
                Database database = new Database(connection)) {
            String found = database.text("PRAGMA quick_check(1)");
            return found.equals("ok") ? Optional.empty() : Optional.of(found);
        } catch (SQLException e) {
            StoreException reason = StoreException.of(e);
            if (reason.damaged()) {
                return Optional.of(String.valueOf(e.getMessage()));
            }
            throw reason;
        }
    }

    private static void close(@Nullable Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            // The reason why it is closed is told.
        }
    }

    private void prepare() throws SQLException {
        execute("PRAGMA page_size = " + PAGE);
        execute("PRAGMA auto_vacuum = INCREMENTAL");
        execute("PRAGMA journal_mode = WAL");
        execute("PRAGMA synchronous = FULL");
        execute("PRAGMA wal_autocheckpoint = 0");
        execute("PRAGMA journal_size_limit = " + (LOG_PAGES + 800L) * PAGE);
        execute("PRAGMA cache_size = -" + CACHE_KIBIBYTES);
        execute("PRAGMA temp_store = MEMORY");
        execute("PRAGMA busy_timeout = 2000");
    }

    Prepared prepare(String sql) {
        return new Prepared(this, sql);
    }

    PreparedStatement compile(String sql) throws SQLException {
        return connection.prepareStatement(sql);
    }

    /** So many transactions have failed. */
    long failures() {
        return failures;
    }

    /** To its end, by sqlite3_exec: a statement that has more steps to make would keep its transaction open. */
    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return result.next() ? result.getLong(1) : 0;
        }
    }

    String text(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return result.next() ? String.valueOf(result.getString(1)) : "";
        }
    }

    /** All of it, durably, or nothing. */
    void transaction(Work work) throws StoreException {
        try {
            begin.get().executeUpdate();
            work.run();
            commit.get().executeUpdate();
        } catch (SQLException e) {
            rollBack();
            throw StoreException.of(e);
        } catch (StoreException | RuntimeException e) {
            rollBack();
            throw e;
        }
    }

    private void rollBack() {
        failures++;
        try {
            rollBack.get().executeUpdate();
        } catch (SQLException e) {
            // SQLite has done it already, or the file is gone; the first failure is told.
        }
    }

    /** Copies the log into the file when it has become long; the next commit then begins it anew. */
    void checkpointWhenLong() throws SQLException {
        try (ResultSet log = logLength.get().executeQuery()) {
            if (!log.next() || log.getLong(2) < LOG_PAGES) {
                return;
            }
        }
        checkpoint();
    }

    void checkpoint() throws SQLException {
        execute("PRAGMA wal_checkpoint(PASSIVE)");
    }

    @Override
    public void close() {
        close(connection);
    }
}
