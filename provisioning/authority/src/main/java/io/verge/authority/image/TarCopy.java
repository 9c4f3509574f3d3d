package io.verge.authority.image;

import io.verge.authority.refusal.RefusedException;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.jspecify.annotations.Nullable;

/** Copies a tar entry by entry, and adds what is a box's own. Nothing is unpacked to the disk. */
final class TarCopy {
    private static final int FILE = 0600;
    private static final int FOLDER = 0700;
    private static final int LARGEST_PROFILE = 1 << 20;
    private static final int GZIP = 0x1f8b;

    private final String box;
    private final Path home;
    private final List<Path> added;
    /** The folder of the configuration: what is added belongs to the same user. */
    private @Nullable TarArchiveEntry owner;

    /** @param added files and folders below {@code home} */
    TarCopy(String box, Path home, List<Path> added) {
        this.box = box;
        this.home = home;
        this.added = added;
    }

    void run(InputStream from, OutputStream to) throws IOException, RefusedException {
        BufferedInputStream buffered = new BufferedInputStream(from);
        if (isGzip(buffered)) {
            GZIPOutputStream packed = new GZIPOutputStream(to);
            copyAll(new GZIPInputStream(buffered), packed);
            packed.finish();
        } else {
            copyAll(buffered, to);
        }
    }

    /** Neither is closed: whoever writes a file has to sync it after the last octet. */
    private void copyAll(InputStream from, OutputStream to) throws IOException, RefusedException {
        BufferedOutputStream buffered = new BufferedOutputStream(to);
        TarArchiveInputStream in = new TarArchiveInputStream(from);
        TarArchiveOutputStream out = new TarArchiveOutputStream(buffered);
        out.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        out.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        String prefix = copy(in, out);
        add(prefix, out);
        out.finish();
        buffered.flush();
    }

    private static boolean isGzip(BufferedInputStream in) throws IOException {
        in.mark(2);
        int magic = in.read() << Byte.SIZE | in.read();
        in.reset();
        return magic == GZIP;
    }

    /** @return what stands before {@code etc} in its names, such as {@code ./} */
    private String copy(TarArchiveInputStream in, TarArchiveOutputStream out) throws IOException, RefusedException {
        String prefix = "";
        for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
            String name = entry.getName().startsWith("./") ? entry.getName().substring(2) : entry.getName();
            if (name.startsWith(GoldenImage.IDENTITY) && !name.equals(GoldenImage.IDENTITY)) {
                throw GoldenImage.filled();
            }
            if (name.equals(GoldenImage.HOME)) {
                owner = entry;
            }
            prefix = entry.getName().startsWith("./") ? "./" : prefix;
            if (name.equals(GoldenImage.PROFILE)) {
                profile(entry, in, out);
            } else if (!isAdded(name)) {
                out.putArchiveEntry(entry);
                in.transferTo(out);
                out.closeArchiveEntry();
            }
        }
        return prefix;
    }

    /** What the image trusts is replaced by what this authority gives. */
    private boolean isAdded(String name) {
        return added.stream().anyMatch(file -> name(file).equals(name));
    }

    private void profile(TarArchiveEntry entry, InputStream in, TarArchiveOutputStream out)
            throws IOException, RefusedException {
        String before = new String(in.readNBytes(LARGEST_PROFILE), StandardCharsets.UTF_8);
        byte[] after = BoxId.in(before, box).getBytes(StandardCharsets.UTF_8);
        // Not the same object with another size: the reader finds the end of its entry by it.
        TarArchiveEntry changed = new TarArchiveEntry(entry.getName());
        changed.setMode(entry.getMode());
        changed.setModTime(entry.getLastModifiedTime());
        own(changed, entry);
        changed.setSize(after.length);
        out.putArchiveEntry(changed);
        out.write(after);
        out.closeArchiveEntry();
    }

    private void add(String prefix, TarArchiveOutputStream out) throws IOException {
        for (Path file : added) {
            boolean folder = Files.isDirectory(file);
            TarArchiveEntry entry = new TarArchiveEntry(prefix + name(file));
            entry.setMode(folder ? FOLDER : FILE);
            entry.setModTime(Files.getLastModifiedTime(file));
            if (owner != null) {
                own(entry, owner);
            }
            entry.setSize(folder ? 0 : Files.size(file));
            out.putArchiveEntry(entry);
            if (!folder) {
                Files.copy(file, out);
            }
            out.closeArchiveEntry();
        }
    }

    private static void own(TarArchiveEntry entry, TarArchiveEntry as) {
        entry.setIds(Math.toIntExact(as.getLongUserId()), Math.toIntExact(as.getLongGroupId()));
        entry.setNames(as.getUserName(), as.getGroupName());
    }

    private String name(Path file) {
        return GoldenImage.HOME + home.relativize(file) + (Files.isDirectory(file) ? "/" : "");
    }
}
