package io.verge.outbox.internal.recovery;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The pages of a file and of the log beside it. Facts: SQLite's file format, §1 (pages) and §4.1 (the log's frames). */
final class Pages implements AutoCloseable {
    /** As the outbox makes them. */
    private static final int USUAL_SIZE = 1024;

    private static final String FILE_BEGINS = "SQLite format 3\0";
    /** The log begins so, but for the last bit. */
    private static final int LOG_BEGINS = 0x377f0682;

    private static final int LOG_HEADER = 32;
    private static final int FRAME_HEADER = 24;

    private final @Nullable FileChannel file;
    private final @Nullable FileChannel log;
    /** Octets of a page. */
    final int size;

    /** By number, where a page is in the log last. */
    private final Map<Integer, Long> logged = new HashMap<>();

    /** Takes a page. */
    interface Taker {
        void take(ByteBuffer page, boolean first) throws IOException;
    }

    Pages(Path path) throws IOException {
        Path beside = path.resolveSibling(path.getFileName() + "-wal");
        if (!Files.exists(path) && !Files.exists(beside)) {
            throw new IOException("there is neither " + path + " nor " + beside);
        }
        file = open(path);
        log = open(beside);
        size = size();
        for (long at = LOG_HEADER; at + FRAME_HEADER + size <= size(log); at += FRAME_HEADER + size) {
            logged.put(read(log, at, FRAME_HEADER).getInt(0), at + FRAME_HEADER);
        }
    }

    /** As the file says, or the log; files of earlier versions have other pages. */
    private int size() throws IOException {
        ByteBuffer header = read(file, 0, 18);
        ByteBuffer logHeader = read(log, 0, 12);
        int said = USUAL_SIZE;
        if (header.remaining() == 18
                && FILE_BEGINS.equals(
                        StandardCharsets.US_ASCII.decode(header.slice(0, 16)).toString())) {
            said = Short.toUnsignedInt(header.getShort(16));
        } else if (logHeader.remaining() == 12 && (logHeader.getInt(0) & ~1) == LOG_BEGINS) {
            said = logHeader.getInt(8);
        }
        return said >= 512 && said <= 32_768 && Integer.bitCount(said) == 1 ? said : USUAL_SIZE;
    }

    private static @Nullable FileChannel open(Path path) throws IOException {
        return Files.exists(path) ? FileChannel.open(path, StandardOpenOption.READ) : null;
    }

    private static long size(@Nullable FileChannel channel) throws IOException {
        return channel == null ? 0 : channel.size();
    }

    /** All pages of the file and all frames of the log, newer and older ones of the same number among them. */
    void forEach(Taker taker) throws IOException {
        for (long at = 0; at < size(file); at += size) {
            taker.take(read(file, at, size), at == 0);
        }
        for (long at = LOG_HEADER; at + FRAME_HEADER < size(log); at += FRAME_HEADER + size) {
            int number = read(log, at, FRAME_HEADER).getInt(0);
            taker.take(read(log, at + FRAME_HEADER, size), number == 1);
        }
    }

    /** A page by its number, as it was last; empty when there is none. */
    ByteBuffer page(int number) throws IOException {
        Long inLog = logged.get(number);
        if (inLog != null) {
            return read(log, inLog, size);
        }
        return number < 1 ? ByteBuffer.allocate(0) : read(file, (number - 1L) * size, size);
    }

    /** As much as there is of it. */
    private static ByteBuffer read(@Nullable FileChannel channel, long at, int length) throws IOException {
        ByteBuffer page = ByteBuffer.allocate(length);
        int read = 0;
        while (channel != null && read >= 0 && page.hasRemaining()) {
            read = channel.read(page, at + page.position());
        }
        return page.flip();
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
        if (log != null) {
            log.close();
        }
    }
}
