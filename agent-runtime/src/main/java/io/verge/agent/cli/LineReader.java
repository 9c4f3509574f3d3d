package io.verge.agent.cli;

import java.io.ByteArrayOutputStream;
import java.io.Flushable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Splits a stream into lines of UTF-8 and keeps at most one, up to a limit. For use by one thread. */
final class LineReader {
    private static final int BLOCK = 1 << 16;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final InputStream in;
    private final int limit;
    private final Flushable beforeWaiting;
    private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
    private final byte[] block = new byte[BLOCK];
    private int from;
    private int to;
    private long number;

    /**
     * One line without its end.
     *
     * @param number counted from 1, blank lines included
     * @param text empty when there is a defect
     * @param defect why the line cannot be used; null when it can
     */
    record Line(long number, String text, @Nullable String defect) {}

    /**
     * A reader at the start of its stream.
     *
     * @param limit in octets; of a longer line only the number is known
     * @param beforeWaiting flushed each time before reading may have to wait
     */
    LineReader(InputStream in, int limit, Flushable beforeWaiting) {
        this.in = in;
        this.limit = limit;
        this.beforeWaiting = beforeWaiting;
    }

    /** The next line, waiting for it; null at the end. */
    @Nullable
    Line next() throws IOException {
        if (from == to && !fill()) {
            return null;
        }
        number++;
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        boolean tooLong = false;
        boolean ended = false;
        while (!ended && (from < to || fill())) {
            int end = endOfLine();
            ended = end < to;
            tooLong |= kept.size() + end - from > limit;
            if (!tooLong) {
                kept.write(block, from, end - from);
            }
            from = ended ? end + 1 : end;
        }
        return tooLong ? new Line(number, "", "longer than " + limit + " octets") : line(kept.toByteArray());
    }

    private boolean fill() throws IOException {
        if (in.available() == 0) {
            beforeWaiting.flush();
        }
        from = 0;
        to = Math.max(in.read(block), 0);
        return to > 0;
    }

    private int endOfLine() {
        int at = from;
        while (at < to && block[at] != '\n') {
            at++;
        }
        return at;
    }

    private Line line(byte[] octets) {
        CharBuffer text = CharBuffer.allocate(octets.length);
        boolean damaged =
                utf8.reset().decode(ByteBuffer.wrap(octets), text, true).isError();
        if (damaged) {
            return new Line(number, "", "column " + (text.position() + 1) + ": no UTF-8");
        }
        String line = text.flip().toString();
        boolean marked = number == 1 && line.startsWith(BYTE_ORDER_MARK);
        return new Line(number, marked ? line.substring(1) : line, null);
    }
}
