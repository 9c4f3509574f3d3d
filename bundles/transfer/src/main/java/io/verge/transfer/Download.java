package io.verge.transfer;

import io.verge.api.disk.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A file to be fetched, as trusted metadata describes it.
 *
 * @param path in sources; see {@link Names}
 * @param length octets, from 1
 * @param sha256 of the whole
 * @param pieceLength octets of every piece but the last
 * @param pieces the hash of each, in order
 */
public record Download(String path, long length, Sha256 sha256, int pieceLength, List<Sha256> pieces) {
    /** Octets: half a minute at 64 kbit/s. */
    public static final int PIECE = 256 << 10;

    private static final int LEAST_PIECE = 1 << 10;
    private static final int MOST_PIECES = 1 << 16;

    public Download {
        pieces = List.copyOf(pieces);
        if (!Names.isSound(path)) {
            throw new IllegalArgumentException("no path of a file: segments of letters, digits, '.', '_' and '-'");
        }
        if (length < 1 || pieceLength < Math.min(LEAST_PIECE, length)) {
            throw new IllegalArgumentException(path + " has " + length + " octets in pieces of " + pieceLength);
        }
        if (pieces.size() > MOST_PIECES || pieces.size() != (length + pieceLength - 1) / pieceLength) {
            throw new IllegalArgumentException(path + " has " + length + " octets and " + pieces.size() + " pieces of "
                    + pieceLength + ", which do not fit");
        }
    }

    /** A file of whose pieces nothing is said: it is one piece, and fetched again as a whole when an octet is wrong. */
    public static Download whole(String path, int length, Sha256 sha256) {
        return new Download(path, length, sha256, length, List.of(sha256));
    }

    /** For those who publish: cuts what is left of a stream, which stays open, in pieces of {@link #PIECE} octets. */
    public static Download of(String path, InputStream in) throws IOException {
        var whole = Sha256.digest();
        List<Sha256> pieces = new ArrayList<>();
        long length = 0;
        for (byte[] piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
            whole.update(piece);
            pieces.add(Sha256.of(piece));
            length += piece.length;
        }
        return new Download(path, length, Sha256.of(whole), PIECE, pieces);
    }

    /** Where a piece begins; for the number of pieces, where the last one ends. */
    long start(int piece) {
        return Math.min(length, (long) piece * pieceLength);
    }

    /** Octets of a piece. */
    long size(int piece) {
        return start(piece + 1) - start(piece);
    }
}
