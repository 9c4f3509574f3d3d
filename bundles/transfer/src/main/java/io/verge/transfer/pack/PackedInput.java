package io.verge.transfer.pack;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Tells a failure to read what is packed from a failure to unpack it; and leaves open what is somebody else's. */
final class PackedInput extends FilterInputStream {
    private @Nullable IOException failure;

    PackedInput(InputStream in) {
        super(in);
    }

    /** What reading has failed with; null when it has not. */
    @Nullable
    IOException failure() {
        return failure;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            return in.read(buffer, offset, length);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    @Override
    public void close() {
        // Whoever opened it closes it.
    }
}
