package io.verge.ingest.internal.store;

import java.sql.SQLException;

/** Keeps records, each once. For one thread. */
public interface Database extends AutoCloseable {
    /**
     * Keeps all of it with one commit, or nothing.
     *
     * @return when it is durable
     * @throws SQLException when the database cannot be used now; the same batch may be tried again
     */
    Kept keep(Batch batch) throws SQLException;

    @Override
    void close();
}
