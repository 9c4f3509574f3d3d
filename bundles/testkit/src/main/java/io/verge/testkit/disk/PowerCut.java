package io.verge.testkit.disk;

import io.verge.testkit.disk.UndoLog.Change;
import io.verge.testkit.disk.UndoLog.Naming;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Makes of the files of a process that has gone what a medium may hold after a power cut. Of each 512-octet sector any of the contents is
 * there that it has had since the file was synced, of one file's sizes likewise; one sector in forty is torn. Names come true in the
 * order in which they were given, up to a random one. What a sync has failed to write is never made durable by a later one.
 */
public final class PowerCut {
    private static final int SECTOR = 512;
    private static final int TORN_OF = 40;

    private final Path log;
    private final UndoLog undo;
    private final RandomGenerator random;

    private PowerCut(Path log, RandomGenerator random) throws IOException {
        this.log = log;
        this.random = random;
        undo = UndoLog.read(log.resolve("log"));
    }

    /**
     * After the process has ended.
     *
     * @param folder as in {@link DiskFaults#arm}
     * @param log likewise; what is in it is used up
     */
    public static void apply(Path folder, Path log, RandomGenerator random) throws IOException {
        PowerCut cut = new PowerCut(log, random);
        cut.contents(folder);
        cut.names();
    }

    private void contents(Path folder) throws IOException {
        Map<Long, Path> files = new HashMap<>();
        find(log, files);
        if (Files.exists(folder)) {
            find(folder, files);
        }
        for (Map.Entry<Long, List<Change>> one : undo.changes.entrySet()) {
            Path file = files.get(one.getKey());
            if (file != null && !one.getValue().isEmpty()) { // what has no name and was not kept is gone anyway
                Files.write(file, left(Files.readAllBytes(file), one.getValue()));
            }
        }
    }

    private static void find(Path folder, Map<Long, Path> files) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.filter(Files::isRegularFile).toList()) {
                files.put((Long) Files.getAttribute(one, "unix:ino"), one);
            }
        }
    }

    /** What is left of a file. */
    private byte[] left(byte[] cached, List<Change> changes) {
        long longest = cached.length;
        Map<Long, List<Change>> bySector = new TreeMap<>();
        for (Change change : changes) {
            longest = Math.max(longest, change.size);
            for (long sector = change.offset / SECTOR; sector * SECTOR < change.offset + change.length; sector++) {
                bySector.computeIfAbsent(sector, any -> new ArrayList<>()).add(change);
            }
        }
        byte[] octets = Arrays.copyOf(cached, Math.toIntExact(longest));
        bySector.forEach((sector, all) -> {
            long from = sector * SECTOR;
            long torn = from + (random.nextInt(TORN_OF) == 0 ? random.nextInt(SECTOR) : SECTOR);
            goBack(octets, torn, from + SECTOR, all);
            goBack(octets, from, torn, all);
        });
        List<Change> sizes = changes.stream().filter(Change::changesSize).toList();
        int version = version(sizes);
        return Arrays.copyOf(octets, version == sizes.size() ? cached.length : (int) sizes.get(version).size);
    }

    /** Takes a part of a file to some content that it had. */
    private void goBack(byte[] octets, long from, long to, List<Change> changes) {
        int version = version(changes);
        for (int i = changes.size() - 1; i >= version; i--) {
            Change change = changes.get(i);
            long end = Math.min(Math.min(to, octets.length), change.offset + change.length);
            for (long at = Math.max(from, change.offset); at < end; at++) {
                int within = (int) (at - change.offset);
                octets[(int) at] = within < change.old.length ? change.old[within] : 0;
            }
        }
    }

    /** How many of the changes are there: at least up to the last that is durable. */
    private int version(List<Change> changes) {
        int least = changes.size();
        while (least > 0 && !changes.get(least - 1).isDurable()) {
            least--;
        }
        return random.nextInt(least, changes.size() + 1);
    }

    private void names() throws IOException {
        int keep = random.nextInt(undo.namings.size() + 1);
        for (int i = undo.namings.size() - 1; i >= keep; i--) {
            takeBack(undo.namings.get(i));
        }
    }

    private void takeBack(Naming naming) throws IOException {
        switch (naming.what()) {
            case 'C' -> delete(naming.path());
            case 'R' -> {
                if (!Files.exists(naming.path())) { // else the power went before it was done
                    Files.move(naming.to(), naming.path(), StandardCopyOption.REPLACE_EXISTING);
                }
                bringBack(naming.inode(), naming.to());
            }
            default -> bringBack(naming.inode(), naming.path());
        }
    }

    private void bringBack(long inode, Path path) throws IOException {
        Path kept = log.resolve("kept-" + inode);
        if (inode != 0 && Files.exists(kept)) {
            Files.copy(kept, path, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void delete(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            try (DirectoryStream<Path> inside = Files.newDirectoryStream(path)) {
                for (Path one : inside) {
                    delete(one);
                }
            }
        }
        Files.deleteIfExists(path);
    }

    /** Removes a folder with what is in it. */
    public static void deleteAll(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }
}
