package io.verge.transfer;

import io.verge.api.disk.Appender;
import io.verge.api.disk.Disk;
import io.verge.api.disk.Sha256;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;

/** A piece that grows at its end until it is whole; then its hash decides. What is there of it is read again when it is opened. One thread. */
final class Piece implements Closeable {
    private static final int BUFFER = 16 << 10;

    private final Disk disk;
    private final Path part;
    private final Path file;
    private final long size;
    private final Sha256 wanted;
    private final MessageDigest digest;
    private final Appender end;
    private long there;

    private Piece(Disk disk, Path part, Path file, long size, Sha256 wanted, MessageDigest digest, long there)
            throws IOException {
        this.disk = disk;
        this.part = part;
        this.file = file;
        this.size = size;
        this.wanted = wanted;
        this.digest = digest;
        this.there = there;
        end = disk.append(part);
    }

    /**
     * Goes on with what is there.
     *
     * @param part the beginning of it
     * @param file what it becomes
     */
    static Piece open(Disk disk, Path part, Path file, long size, Sha256 wanted) throws IOException {
        MessageDigest digest = Sha256.digest();
        long there = read(disk, part, digest);
        if (there > size) {
            disk.delete(part);
            there = read(disk, part, digest);
        }
        return new Piece(disk, part, file, size, wanted, digest, there);
    }

    private static long read(Disk disk, Path part, MessageDigest digest) throws IOException {
        digest.reset();
        long octets = 0;
        try (InputStream in = disk.open(part)) {
            byte[] buffer = new byte[BUFFER];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
                octets += n;
            }
        } catch (NoSuchFileException e) {
            return 0;
        }
        return octets;
    }

    /** Whether what is in a file has this hash. */
    static boolean isRight(Disk disk, Path file, Sha256 wanted) throws IOException {
        try (InputStream in = disk.open(file)) {
            return Sha256.of(in).equals(wanted);
        }
    }

    /** Octets of it that are there. */
    long there() {
        return there;
    }

    /** Octets of it that are missing. */
    long missing() {
        return size - there;
    }

    /** Adds octets, not more than are missing. */
    void write(byte[] octets, int count) throws IOException {
        end.write(ByteBuffer.wrap(octets, 0, count));
        digest.update(octets, 0, count);
        there += count;
    }

    /** Whether it is right; then it has its name, for good. Otherwise it is gone. */
    boolean finish() throws IOException {
        boolean right = Sha256.of(digest).equals(wanted);
        if (right) {
            end.sync();
        }
        end.close();
        if (right) {
            disk.move(part, file);
        } else {
            disk.delete(part);
        }
        return right;
    }

    @Override
    public void close() throws IOException {
        end.close();
    }
}
