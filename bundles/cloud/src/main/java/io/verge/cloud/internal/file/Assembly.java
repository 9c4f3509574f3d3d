package io.verge.cloud.internal.file;

import io.verge.api.cloud.RangeException;
import io.verge.api.cloud.Ranges.Part;
import io.verge.cloud.internal.mqtt.Inbound;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one request, put together of its pieces: they may come in any order, and twice. All of them must be of one file and
 * within what was asked for. No memory is taken before that is known.
 */
final class Assembly {
    private static final int BAD = 400;
    private static final int CHANGED = 409;
    private static final int LEAST_CODE = 400;
    private static final int GREATEST_CODE = 599;
    private static final int LONGEST_WHY = 200;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,13}");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    private final RangeRequest request;
    private final BitSet there = new BitSet();
    /** Of the whole file; as the first piece says. */
    private long total;

    private String sha256 = "";
    /** Null before the first piece. */
    private @Nullable ByteBuffer content;

    private long duplicates;

    Assembly(RangeRequest request) {
        this.request = request;
    }

    /** Pieces that had been there before. */
    long duplicates() {
        return duplicates;
    }

    /**
     * Takes a piece.
     *
     * @return the whole when nothing is missing any more
     * @throws RangeException when the cloud refuses, or the piece is not one of this answer
     */
    Optional<Part> add(Inbound message) throws RangeException {
        refusal(message.properties());
        long offset = number(message.properties(), FileMessages.OFFSET);
        ByteBuffer part = begin(message.properties());
        ByteBuffer piece = message.content();
        long start = offset - request.from();
        if (start < 0 || start + piece.remaining() > part.capacity()) {
            throw new RangeException(
                    BAD,
                    "octets " + offset + " to " + (offset + piece.remaining()) + " were not asked for, or the file of "
                            + total + " octets has none there");
        }
        put(part, (int) start, piece);
        return there.cardinality() == part.capacity()
                ? Optional.of(new Part(total, sha256, part.duplicate().clear()))
                : Optional.empty();
    }

    private void put(ByteBuffer part, int start, ByteBuffer piece) {
        int end = start + piece.remaining();
        if (piece.hasRemaining() && there.nextClearBit(start) >= end) {
            duplicates++;
        }
        part.put(start, piece, piece.position(), piece.remaining());
        there.set(start, end);
    }

    private static void refusal(Map<String, String> properties) throws RangeException {
        String code = properties.get(FileMessages.CODE);
        if (code != null) {
            String why = properties.getOrDefault(FileMessages.WHY, "the cloud does not say why");
            int said = NUMBER.matcher(code).matches() ? (int) Math.min(GREATEST_CODE + 1L, Long.parseLong(code)) : 0;
            boolean known = said >= LEAST_CODE && said <= GREATEST_CODE;
            throw new RangeException(
                    known ? said : BAD, "the cloud refuses: " + why.substring(0, Math.min(LONGEST_WHY, why.length())));
        }
    }

    /** What the first piece says of the file holds for all. */
    private ByteBuffer begin(Map<String, String> properties) throws RangeException {
        long octets = number(properties, FileMessages.TOTAL);
        String digest = properties.getOrDefault(FileMessages.SHA256, "");
        if (!DIGEST.matcher(digest).matches() || octets > RangeRequest.LARGEST) {
            throw new RangeException(BAD, "sha256 with 64 hexadecimal digits and total up to 2^40 were expected");
        }
        ByteBuffer begun = content;
        if (begun == null) {
            total = octets;
            sha256 = digest;
            begun = ByteBuffer.allocate((int) Math.max(0, Math.min(octets, request.to()) - request.from()));
            content = begun;
        } else if (octets != total || !digest.equals(sha256)) {
            throw new RangeException(CHANGED, "the file has changed while it came");
        }
        return begun;
    }

    private static long number(Map<String, String> properties, String name) throws RangeException {
        String text = properties.getOrDefault(name, "");
        if (!NUMBER.matcher(text).matches()) {
            throw new RangeException(BAD, name + ": a number of octets was expected");
        }
        return Long.parseLong(text);
    }
}
