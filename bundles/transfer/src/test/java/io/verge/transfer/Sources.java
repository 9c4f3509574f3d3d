package io.verge.transfer;

import io.verge.api.disk.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/** Sources for tests, and files for them. */
final class Sources {
    private Sources() {}

    static byte[] noise(int length, long seed) {
        byte[] noise = new byte[length];
        new SplittableRandom(seed).nextBytes(noise);
        return noise;
    }

    /** In pieces of 4 KiB. */
    static Download download(byte[] file) {
        return download(file, 4_096);
    }

    static Download download(byte[] file, int piece) {
        List<Sha256> pieces = new ArrayList<>();
        for (int from = 0; from < file.length; from += piece) {
            pieces.add(Sha256.of(Arrays.copyOfRange(file, from, Math.min(file.length, from + piece))));
        }
        return new Download("bundles/x.zst", file.length, Sha256.of(file), piece, pieces);
    }

    /** One that works. */
    static Source honest(byte[] file) {
        return (path, from, to) -> new ByteArrayInputStream(file, (int) from, (int) (to - from));
    }

    /** Whose connections break after a random number of octets. */
    static Source breaking(byte[] file, int most, Random random) {
        return (path, from, to) -> {
            if (random.nextInt(5) == 0) {
                throw SourceException.of(SourceException.Kind.BROKEN, "no connection");
            }
            int octets = (int) Math.min(to - from, random.nextInt(most));
            return broken(file, (int) from, octets);
        };
    }

    private static InputStream broken(byte[] file, int from, int octets) {
        return new InputStream() {
            private int at = from;

            @Override
            public int read() throws IOException {
                if (at == from + octets) {
                    throw new IOException("connection reset");
                }
                return file[at++] & 0xff;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int n = Math.min(length, from + octets - at);
                if (n == 0) {
                    throw new IOException("connection reset");
                }
                System.arraycopy(file, at, buffer, offset, n);
                at += n;
                return n;
            }
        };
    }
}
