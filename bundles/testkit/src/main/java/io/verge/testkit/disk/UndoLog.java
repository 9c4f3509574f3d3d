package io.verge.testkit.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What {@code faults.c} has noted, as far as it was not made durable after. */
final class UndoLog {
    private static final int HEAD = 48;

    /** By inode. */
    final Map<Long, List<Change>> changes = new LinkedHashMap<>();
    /** In the order in which they were made. */
    final List<Naming> namings = new ArrayList<>();

    /** A part of a file was written, added or cut off. */
    static final class Change {
        final long offset;
        final long length;
        /** Of the whole file before. */
        final long size;
        /** What was there before, shorter than the part where the file ended. */
        final byte[] old;
        /** It is on the medium for good. */
        private boolean durable;
        /** A sync of it has failed: none makes it durable after that. */
        private boolean doubtful;

        private Change(long offset, long length, long size, byte[] old) {
            this.offset = offset;
            this.length = length;
            this.size = size;
            this.old = old;
        }

        boolean isDurable() {
            return durable;
        }

        boolean changesSize() {
            return old.length < length || offset + length > size;
        }
    }

    /**
     * A name was given or taken.
     *
     * @param what C: made; R: renamed; U: removed
     * @param inode of what had the name before, kept aside; 0 when there was none
     * @param to after a renaming
     */
    record Naming(char what, long inode, Path path, Path to) {}

    private UndoLog() {}

    static UndoLog read(Path file) throws IOException {
        UndoLog log = new UndoLog();
        ByteBuffer octets = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.nativeOrder());
        while (octets.remaining() >= HEAD) {
            log.take(octets);
        }
        return log;
    }

    private void take(ByteBuffer octets) {
        char what = (char) octets.getInt();
        int pathLength = octets.getInt();
        int toLength = octets.getInt();
        int oldLength = octets.getInt();
        long inode = octets.getLong();
        long offset = octets.getLong();
        long length = octets.getLong();
        long size = octets.getLong();
        Path path = Path.of(text(octets, pathLength));
        Path to = Path.of(text(octets, toLength));
        byte[] old = new byte[oldLength];
        octets.get(old);
        switch (what) {
            case 'W' ->
                changes.computeIfAbsent(inode, any -> new ArrayList<>()).add(new Change(offset, length, size, old));
            case 'S' -> synced(changes.getOrDefault(inode, List.of()));
            case 'F' -> changes.getOrDefault(inode, List.of()).forEach(change -> change.doubtful = true);
            case 'D' -> namings.removeIf(naming -> path.equals(naming.path().getParent()));
            default -> namings.add(new Naming(what, inode, path, to));
        }
    }

    private static void synced(List<Change> all) {
        boolean doubt = false;
        for (Change change : all) {
            change.durable |= !change.doubtful;
            doubt |= !change.durable;
        }
        if (!doubt) {
            all.clear();
        }
    }

    private static String text(ByteBuffer octets, int length) {
        byte[] text = new byte[length];
        octets.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }
}
