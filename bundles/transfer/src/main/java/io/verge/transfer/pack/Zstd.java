package io.verge.transfer.pack;

import com.github.luben.zstd.util.Native;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** The native library, once it is loaded. Any thread. */
public final class Zstd {
    private static final int SHORTEST_WINDOW = 10;
    /** 128 MiB, as logarithm. */
    private static final int LONGEST_WINDOW = 27;

    private Zstd() {}

    /**
     * Empty when there is none for this processor, or its bundle is not here.
     *
     * @param folder where it may be unpacked for the moment, and executed from: {@code /tmp} often forbids that
     */
    public static Optional<Zstd> load(Path folder) {
        try {
            Native.load(folder.toFile());
            return Optional.of(new Zstd());
        } catch (LinkageError e) {
            return Optional.empty();
        }
    }

    /**
     * Loads it when it is asked for, once: it takes memory that a box has no need to spend before there is something to unpack. Any thread.
     *
     * @param folder as for {@link #load}
     */
    public static Supplier<Optional<Zstd>> whenAsked(Path folder) {
        return new Supplier<>() {
            private Optional<Zstd> loaded = Optional.empty();
            private boolean asked;

            @Override
            public synchronized Optional<Zstd> get() {
                if (!asked) {
                    asked = true;
                    loaded = load(folder);
                }
                return loaded;
            }
        };
    }

    /** In memory. */
    byte[] compress(byte[] content, byte[] base) {
        return ZstdCalls.compress(content, base, window((long) base.length + content.length));
    }

    /**
     * Unpacks as it is read.
     *
     * @param base what the packed octets refer to; empty for nothing
     * @param length of the result, as trusted metadata says: together with that of the base it bounds the memory that a lying frame can take
     */
    InputStream decompress(InputStream packed, byte[] base, long length) throws IOException {
        return ZstdCalls.decompress(packed, base, window(base.length + length));
    }

    /** The logarithm of a window that holds so many octets. */
    private static int window(long octets) {
        int logarithm = Long.SIZE - Long.numberOfLeadingZeros(Math.max(1, octets - 1));
        return Math.max(SHORTEST_WINDOW, Math.min(LONGEST_WINDOW, logarithm));
    }
}
