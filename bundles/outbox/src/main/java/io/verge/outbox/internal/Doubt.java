package io.verge.outbox.internal;

import java.io.IOException;

/**
 * Whether a file that SQLite calls damaged is: a read that fails is damage to it too ({@code SQLITE_IOERR_CORRUPTFS}), and a disk that
 * failed once may answer the next time. For one thread at a time.
 */
final class Doubt {
    /** So often it is looked at before it is called damaged, and in between it can be read. */
    static final int LOOKS = 3;
    /** So often in a row it may be impossible to read it, with {@link Vault#retry} in between: a minute. */
    private static final int MOST_UNREADABLE = 12;
    /** So often in a row it may be called damaged while nothing is found. */
    private static final int MOST_UNFOUNDED = 3;

    private final Folder folder;
    private int unreadable;
    private int unfounded;

    Doubt(Folder folder) {
        this.folder = folder;
    }

    /**
     * Returns when all of it can be read, or never could be: what is said of it is said of what is in it then.
     *
     * @throws StoreException when it cannot be read now
     */
    void read() throws StoreException {
        try {
            folder.read();
            unreadable = 0;
        } catch (IOException e) {
            if (++unreadable <= MOST_UNREADABLE) {
                throw StoreException.unreadable(e);
            }
        }
    }

    /**
     * Whether nothing is wrong with it, after all.
     *
     * @throws StoreException when that cannot be said now
     */
    boolean isUnfounded() throws StoreException {
        for (int look = 0; look < LOOKS; look++) {
            read();
            if (unreadable == 0 && Database.check(folder.file()).isEmpty()) {
                return ++unfounded <= MOST_UNFOUNDED;
            }
        }
        return false;
    }

    /** It could be written: so far it works. */
    void written() {
        unfounded = 0;
    }

    /** Another file is in its place. */
    void clear() {
        unreadable = 0;
        unfounded = 0;
    }
}
