package io.verge.outbox.internal;

import io.verge.api.time.Clock;
import io.verge.api.time.Stages;
import io.verge.testkit.Defaults;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** An outbox without a framework, whose disk can be full: SQLite is told that its file may not grow, and fails as it does on a full disk. */
public final class LightOutbox {
    private static final int NO_LIMIT = 1 << 30;

    private final DurableOutbox outbox;
    private final AtomicReference<Database> database = new AtomicReference<>();
    private final AtomicBoolean full = new AtomicBoolean();

    public LightOutbox(Path state, Clock clock, Stages stages) {
        outbox = new DurableOutbox(
                Defaults.of(OutboxConfig.class), state, clock, stages, new SecureRandom(), this::open);
    }

    private Database open(Path file) throws StoreException {
        Database opened = Database.open(file);
        database.set(opened);
        limit(opened);
        return opened;
    }

    /** The outbox itself. */
    public DurableOutbox outbox() {
        return outbox;
    }

    /** From now on the disk has no room left, or has room again. */
    public void full(boolean isFull) {
        full.set(isFull);
        Database open = database.get();
        if (open != null) {
            limit(open);
        }
    }

    /** A limit below the present size means the present size. */
    private void limit(Database open) {
        try {
            open.execute("PRAGMA max_page_count = " + (full.get() ? 1 : NO_LIMIT));
        } catch (SQLException e) {
            throw new IllegalStateException("the limit of the file cannot be set", e);
        }
    }
}
