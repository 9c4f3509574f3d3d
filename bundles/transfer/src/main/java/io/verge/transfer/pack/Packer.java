package io.verge.transfer.pack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Packs canonical jars, in memory: for those who publish. The same octets, packed by the same version of the library, give the same octets. */
public final class Packer {
    private static final byte[] NOTHING = new byte[0];

    private final Zstd zstd;

    public Packer(Zstd zstd) {
        this.zstd = zstd;
    }

    /** As {@link Packing#ZSTD}. */
    public byte[] full(byte[] jar) {
        return zstd.compress(jar, NOTHING);
    }

    /**
     * As {@link Packing#PATCH}.
     *
     * @param base what the box has
     */
    public byte[] patch(byte[] base, byte[] jar) {
        return zstd.compress(jar, base);
    }

    /** As {@link Packing#DEFLATE}. */
    public static byte[] deflate(byte[] jar) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, deflater)) {
            out.write(jar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return packed.toByteArray();
    }
}
