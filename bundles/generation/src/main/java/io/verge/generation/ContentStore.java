package io.verge.generation;

import io.verge.api.disk.Appender;
import io.verge.api.disk.Disk;
import io.verge.api.disk.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;

/**
 * Jars by their SHA-256, {@code var/store/<sha256>.jar}. A file comes to its name only when it is whole and on the medium, and is
 * compared with its name each time it is used. One thread.
 */
public final class ContentStore {
    private static final String JAR = ".jar";
    private static final String PART = ".part";
    private static final int PIECE = 1 << 16;

    private final Disk disk;
    private final Path folder;

    /** @param state the agent's folder, such as {@code /var/lib/verge} */
    public ContentStore(Disk disk, Path state) {
        this.disk = disk;
        this.folder = state.resolve("store");
    }

    /**
     * Where the content is when it is there.
     *
     * @throws IllegalArgumentException when this is no SHA-256
     */
    public Path jar(String sha256) {
        if (!Sha256.isOne(sha256)) {
            throw new IllegalArgumentException("not a SHA-256: " + sha256);
        }
        return folder.resolve(sha256 + JAR);
    }

    /**
     * Reads it as a whole and compares.
     *
     * @throws DamagedException when it is not there or not what its name says
     */
    public void verify(String sha256) throws IOException {
        Path file = jar(sha256);
        try (InputStream in = disk.open(file)) {
            if (!Sha256.of(in).hex().equals(sha256)) {
                throw new DamagedException(file + " is not what its name says");
            }
        } catch (NoSuchFileException e) {
            throw new DamagedException(file + " is missing", e);
        }
    }

    /** Whether it is there, as a whole. */
    public boolean holds(String sha256) throws IOException {
        try {
            verify(sha256);
            return true;
        } catch (DamagedException e) {
            return false;
        }
    }

    /**
     * Takes in what can be read, as far as it says; in the place of what is damaged. Does nothing when it is there already.
     *
     * @param length octets; more than these are never written
     * @throws DamagedException when it is not what it should be; nothing is kept
     */
    public void add(String sha256, long length, InputStream content) throws IOException {
        if (holds(sha256)) {
            return;
        }
        disk.folders(folder);
        Path part = folder.resolve(sha256 + PART);
        disk.delete(part);
        try (Appender out = disk.append(part)) {
            copy(content, length, out);
            out.sync();
        }
        take(part, sha256);
    }

    private static void copy(InputStream content, long length, Appender out) throws IOException {
        byte[] piece = new byte[PIECE];
        long left = length;
        while (left > 0) {
            int read = content.read(piece, 0, (int) Math.min(left, PIECE));
            if (read < 0) {
                return;
            }
            out.write(ByteBuffer.wrap(piece, 0, read));
            left -= read;
        }
    }

    /**
     * Makes a file that was written elsewhere on the same file system part of the store; then it is not there any more.
     *
     * @throws DamagedException when it is not what it should be; it is deleted
     */
    public void adopt(Path file, String sha256) throws IOException {
        disk.folders(folder);
        try (Appender out = disk.append(file)) {
            out.sync(); // whoever wrote it may not have
        }
        take(file, sha256);
    }

    private void take(Path file, String sha256) throws IOException {
        String found;
        try (InputStream in = disk.open(file)) {
            found = Sha256.of(in).hex();
        }
        if (!found.equals(sha256)) {
            disk.delete(file);
            throw new DamagedException("the content has SHA-256 " + found + " instead of " + sha256);
        }
        disk.move(file, jar(sha256));
    }

    /** Deletes all but these, and what is unfinished. */
    void keepOnly(Set<String> hashes) throws IOException {
        for (Path file : disk.list(folder)) {
            String name = String.valueOf(file.getFileName());
            boolean kept = name.endsWith(JAR) && hashes.contains(name.substring(0, name.length() - JAR.length()));
            if (!kept) {
                disk.delete(file);
            }
        }
    }
}
