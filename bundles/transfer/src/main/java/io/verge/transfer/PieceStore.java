package io.verge.transfer;

import io.verge.api.disk.Disk;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What is there of a file: a folder named after its hash with a file a piece. It is its own journal: a piece that is called
 * {@code 000007} is whole if its hash is right, which is looked at when the store is opened; {@code 000007.part} is the beginning of one, and
 * judged when it is whole. So nothing has to be written beside the pieces, and there is nothing that a power cut can make untrue. One thread.
 */
final class PieceStore {
    private static final String PART = ".part";

    private final Disk disk;
    private final Path folder;
    private final Download download;
    private final BitSet whole = new BitSet();
    private final BitSet begun = new BitSet();

    private PieceStore(Disk disk, Path folder, Download download) {
        this.disk = disk;
        this.folder = folder;
        this.download = download;
    }

    /**
     * Makes it or opens what is there of it.
     *
     * @param folder of all downloads
     */
    static PieceStore open(Disk disk, Path folder, Download download) throws IOException {
        Path own = folder.resolve(download.sha256().hex());
        disk.folders(own);
        PieceStore store = new PieceStore(disk, own, download);
        store.look();
        return store;
    }

    private void look() throws IOException {
        for (Path file : disk.list(folder)) {
            String name = String.valueOf(file.getFileName());
            boolean part = name.endsWith(PART);
            int piece = number(part ? name.substring(0, name.length() - PART.length()) : name);
            if (piece >= 0 && part) {
                begun.set(piece);
            } else if (piece >= 0 && Piece.isRight(disk, file, download.pieces().get(piece))) {
                whole.set(piece);
            } else {
                disk.delete(file);
            }
        }
    }

    /** Of a piece; -1 when there is no such one. */
    private int number(String name) {
        try {
            int piece = Integer.parseInt(name);
            return name.equals(name(piece)) && piece < download.pieces().size() ? piece : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static String name(int piece) {
        return String.format(Locale.ROOT, "%06d", piece);
    }

    boolean isComplete() {
        return firstMissing() == download.pieces().size();
    }

    int firstMissing() {
        return whole.nextClearBit(0);
    }

    /** The piece up to which one request can go from this missing one: all between are missing, and only the first one is begun. */
    int endOfRun(int first, int most) {
        int end = first + 1;
        while (end < download.pieces().size() && end - first < most && !whole.get(end) && !begun.get(end)) {
            end++;
        }
        return end;
    }

    /** Octets of whole pieces. */
    long present() {
        return whole.stream().mapToLong(download::size).sum();
    }

    /** Goes on with a piece. */
    Piece piece(int number) throws IOException {
        Path file = folder.resolve(name(number));
        Path part = folder.resolve(name(number) + PART);
        begun.set(number);
        return Piece.open(
                disk, part, file, download.size(number), download.pieces().get(number));
    }

    /** Whether the piece, of which all octets are there, is right; if not, it begins anew. */
    boolean finish(int number, Piece piece) throws IOException {
        boolean right = piece.finish();
        whole.set(number, right);
        begun.clear(number);
        return right;
    }

    InputStream open() {
        return new Concatenation(
                disk,
                IntStream.range(0, download.pieces().size())
                        .mapToObj(piece -> folder.resolve(name(piece)))
                        .iterator());
    }

    void discard() throws IOException {
        for (Path file : disk.list(folder)) {
            disk.delete(file);
        }
        disk.delete(folder);
        whole.clear();
        begun.clear();
    }
}
