package io.verge.outbox.internal;

import java.io.IOException;
import java.io.Serial;
import java.sql.SQLException;

/** The store could not do something; its file is then as before. */
final class StoreException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private static final int PRIMARY = 0xff;
    private static final int CORRUPT = 11;
    private static final int NOT_A_DATABASE = 26;

    private static final int READ_ONLY = 8;
    private static final int FULL = 13;

    private final boolean damaged;
    private final boolean passing;

    private StoreException(String message, boolean damaged, boolean passing, Throwable cause) {
        super(message, cause);
        this.damaged = damaged;
        this.passing = passing;
    }

    /** The file is bad. */
    StoreException(String message) {
        super(message);
        damaged = true;
        passing = false;
    }

    static StoreException of(SQLException e) {
        int code = e.getErrorCode() & PRIMARY;
        return new StoreException(
                String.valueOf(e.getMessage()),
                code == CORRUPT || code == NOT_A_DATABASE,
                code == FULL || code == READ_ONLY,
                e);
    }

    /** What is in the file cannot be told. */
    static StoreException unreadable(IOException e) {
        return new StoreException("it cannot be read: " + e.getMessage(), false, false, e);
    }

    static StoreException withoutLibrary(LinkageError e) {
        return new StoreException("the library of SQLite cannot be loaded: " + e.getMessage(), false, false, e);
    }

    /** Whether the file itself is bad, so that trying again does not help. */
    boolean damaged() {
        return damaged;
    }

    /** Whether the disk is full or read-only: the same connection can write when that has passed. */
    boolean passing() {
        return passing;
    }
}
