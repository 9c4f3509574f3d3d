package io.verge.transfer;

import java.io.IOException;
import java.io.InputStream;

/** A file that is on the disk, in pieces whose hashes are right. */
public final class Fetched {
    private final PieceStore store;
    private final Receipt receipt;

    Fetched(PieceStore store, Receipt receipt) {
        this.store = store;
        this.receipt = receipt;
    }

    /** From its start; what rots on the disk from now on is the reader's to find. */
    public InputStream open() {
        return store.open();
    }

    /** What the fetch has cost. */
    public Receipt receipt() {
        return receipt;
    }

    /** Removes it from the disk. */
    public void discard() throws IOException {
        store.discard();
    }
}
