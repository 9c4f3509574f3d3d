package io.verge.packaging;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.function.Predicate;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** A tar in gzip in which all belongs to root and nobody else may write. */
final class Tar implements Closeable {
    private static final int FILE = 0644;
    private static final int PROGRAM = 0755;
    private static final int LINK = 0777;
    private static final int BUFFER = 1 << 16;

    private final TarArchiveOutputStream out;

    Tar(OutputStream to) throws IOException {
        out = new TarArchiveOutputStream(new GZIPOutputStream(to, BUFFER));
        out.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
    }

    /**
     * Puts a folder and what is in it.
     *
     * @param at its name in the tar, without a slash at its end
     * @param wanted which files; folders are always put
     */
    void tree(Path folder, String at, Predicate<Path> wanted) throws IOException {
        for (Path path : Folders.walk(folder)) {
            String name = path.equals(folder) ? at : at + "/" + folder.relativize(path);
            if (Files.isSymbolicLink(path)) {
                link(name, Files.readSymbolicLink(path).toString(), Files.getLastModifiedTime(folder));
            } else if (Files.isDirectory(path)) {
                folder(name, Files.getLastModifiedTime(path));
            } else if (wanted.test(path)) {
                file(name, path);
            }
        }
    }

    void folder(String name, FileTime time) throws IOException {
        put(new TarArchiveEntry(name + "/"), PROGRAM, time);
        out.closeArchiveEntry();
    }

    void link(String name, String target, FileTime time) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
        entry.setLinkName(target);
        put(entry, LINK, time);
        out.closeArchiveEntry();
    }

    /** As a program when its owner may run it here. */
    void file(String name, Path content) throws IOException {
        int mode = Files.isExecutable(content) ? PROGRAM : FILE;
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(Files.size(content));
        put(entry, mode, Files.getLastModifiedTime(content));
        Files.copy(content, out);
        out.closeArchiveEntry();
    }

    void file(String name, byte[] content, boolean program, FileTime time) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(content.length);
        put(entry, program ? PROGRAM : FILE, time);
        out.write(content);
        out.closeArchiveEntry();
    }

    private void put(TarArchiveEntry entry, int mode, FileTime time) throws IOException {
        entry.setMode(mode);
        entry.setIds(0, 0);
        entry.setNames("root", "root");
        entry.setModTime(time.toMillis());
        out.putArchiveEntry(entry);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
