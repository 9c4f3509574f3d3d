package io.verge.outbox.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The outbox's folder: the file, its log, and what was set aside. A file of records is never deleted. */
final class Folder {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss").withZone(ZoneOffset.UTC);
    private static final List<String> LOG_SUFFIXES = List.of("-wal", "-shm");

    private static final int READ_OCTETS = 65_536;

    private final Path folder;

    Folder(Path folder) {
        this.folder = folder;
    }

    Path file() {
        return folder.resolve("outbox.db");
    }

    /** Makes the folder. Its name is synced each time: the last time it may have failed. SQLite syncs the names that are in it. */
    void ensure() throws IOException {
        Files.createDirectories(folder);
        Path around = folder.toAbsolutePath().getParent();
        if (around != null) {
            try (FileChannel names = FileChannel.open(around, StandardOpenOption.READ)) {
                names.force(true);
            }
        }
    }

    /** Reads all of the file and of its log, as far as they are there: whether the disk lets that be done. */
    void read() throws IOException {
        ByteBuffer octets = ByteBuffer.allocate(READ_OCTETS);
        for (Path one : List.of(file(), folder.resolve(file().getFileName() + "-wal"))) {
            if (Files.exists(one)) {
                try (FileChannel in = FileChannel.open(one, StandardOpenOption.READ)) {
                    while (in.read(octets.clear()) >= 0) {
                        // What it is does not matter here.
                    }
                }
            }
        }
    }

    /** Gives the file and its log another name, as {@code damaged-20261128T101500.db}. */
    Path setAside(Instant now) throws IOException {
        String base = "damaged-" + TIME.format(now);
        Path aside = folder.resolve(base + ".db");
        for (int i = 2; Files.exists(aside); i++) {
            aside = folder.resolve(base + "-" + i + ".db");
        }
        // The log first: left beside a new file of the old name it would be taken for its own.
        for (String suffix : LOG_SUFFIXES) {
            Path log = folder.resolve(file().getFileName() + suffix);
            if (Files.exists(log)) {
                Files.move(log, folder.resolve(aside.getFileName() + suffix), StandardCopyOption.ATOMIC_MOVE);
            }
        }
        if (Files.exists(file())) {
            Files.move(file(), aside, StandardCopyOption.ATOMIC_MOVE);
        }
        return aside;
    }

    /** What was set aside and is still here, by name. */
    List<Path> damaged() {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "damaged-*.db")) {
            files.forEach(found::add);
        } catch (IOException e) {
            return found; // there is no such folder, or it cannot be read: that is told elsewhere
        }
        Collections.sort(found);
        return found;
    }

    /** Octets of all files here. */
    long octets() {
        long sum = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                sum += Files.size(file);
            }
        } catch (IOException e) {
            return sum;
        }
        return sum;
    }
}
