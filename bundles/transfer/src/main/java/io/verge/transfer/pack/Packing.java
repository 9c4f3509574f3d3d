package io.verge.transfer.pack;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a jar travels. */
public enum Packing {
    /** A frame of Zstandard (RFC 8878). */
    ZSTD,
    /** The same, with a jar that the box has as its dictionary: what {@code zstd --patch-from} writes. */
    PATCH,
    /** A zlib stream (RFC 1950): for boxes for whose processor there is no Zstandard. */
    DEFLATE;

    /** As metadata names it, such as {@code zstd}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By its label; empty when this box does not know it. */
    public static Optional<Packing> of(String label) {
        return Arrays.stream(values()).filter(one -> one.label().equals(label)).findFirst();
    }

    /** Whether only the native library can unpack it. */
    public boolean isNative() {
        return this != DEFLATE;
    }
}
