package io.verge.driver.recording.internal;

import io.verge.device.Connection;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.LongConsumer;

/** Lines of octets out of a file. Holds at most one line of {@value #MAX_LINE} octets; a longer one is passed over. One thread. */
final class LineReader {
    static final int MAX_LINE = 1 << 20;

    private static final int CHUNK = 1 << 16;
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Connection connection;
    private final LongConsumer octets;
    private final byte[] chunk = new byte[CHUNK];
    /** Of the chunk: what is not yet in a line. */
    private int from;

    private int to;
    private byte[] line = new byte[CHUNK];
    private int length;
    private boolean tooLong;
    private long number;

    /**
     * @param octets gets the number of octets of each read
     */
    LineReader(Connection connection, LongConsumer octets) {
        this.connection = connection;
        this.octets = octets;
    }

    /** Goes to the next line; false at the end. */
    boolean next() throws IOException {
        length = 0;
        tooLong = false;
        while (from < to || fill()) {
            int end = from;
            while (end < to && chunk[end] != '\n') {
                end++;
            }
            append(end - from);
            if (end < to) {
                from = end + 1;
                number++;
                return true;
            }
            from = end;
        }
        if (length == 0 && !tooLong) {
            return false;
        }
        number++;
        return true;
    }

    private boolean fill() throws IOException {
        int count;
        do {
            count = connection.read(ByteBuffer.wrap(chunk), PATIENCE);
        } while (count == 0);
        if (count == Connection.END) {
            return false;
        }
        octets.accept(count);
        from = 0;
        to = count;
        return true;
    }

    private void append(int count) {
        if (tooLong || length + count > MAX_LINE) {
            tooLong = true;
            length = 0;
            return;
        }
        if (length + count > line.length) {
            line = Arrays.copyOf(line, Math.min(MAX_LINE, Math.max(length + count, 2 * line.length)));
        }
        System.arraycopy(chunk, from, line, length, count);
        length += count;
    }

    /** The line's octets, from 0 to {@link #length()}; the same array again after {@link #next()}. */
    byte[] line() {
        return line;
    }

    int length() {
        return length;
    }

    /** Whether the line has more than {@value #MAX_LINE} octets; it is then empty. */
    boolean tooLong() {
        return tooLong;
    }

    /** The number of the line, from 1. */
    long number() {
        return number;
    }

    /** Whether there is nothing on it but blanks. */
    boolean blank() {
        for (int i = 0; i < length; i++) {
            if (line[i] != ' ' && line[i] != '\r' && line[i] != '\t') {
                return false;
            }
        }
        return !tooLong;
    }
}
