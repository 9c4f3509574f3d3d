package io.verge.transfer;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream over another that says how it is read by blocks, from which follows how by single octets. */
public abstract class BlockInput extends FilterInputStream {
    /** @param in is closed with this one */
    protected BlockInput(InputStream in) {
        super(in);
    }

    @Override
    public final int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public abstract int read(byte[] buffer, int offset, int length) throws IOException;

    @Override
    public boolean markSupported() {
        return false;
    }
}
