package io.verge.outbox.internal;

import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A disk that can be full or read-only, by SQLite's own means: the errors are those that it gives then. */
final class Disk implements Vault.Opener {
    private String fault = "";
    private @Nullable Database last;

    @Override
    public Database open(Path file) throws StoreException {
        Database database = Database.open(file);
        last = database;
        apply(fault);
        return database;
    }

    /** No page can be added. */
    void fill() {
        fault = "PRAGMA max_page_count = 1"; // SQLite takes the present size when that is more
        apply(fault);
    }

    void makeReadOnly() {
        fault = "PRAGMA query_only = ON";
        apply(fault);
    }

    void heal() {
        fault = "";
        apply("PRAGMA max_page_count = 1000000");
        apply("PRAGMA query_only = OFF");
    }

    private void apply(String pragma) {
        if (last != null && !pragma.isEmpty()) {
            try {
                last.execute(pragma);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
