package io.verge.outbox.internal.recovery;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows on a leaf page of a table. What does not fit the format is passed over, cell by cell. Facts: SQLite's file format, §1.6 (pages
 * of a b-tree), §1.6 (overflow), §2.1 (records).
 */
final class Cells {
    private static final int TABLE_LEAF = 0x0d;
    private static final int FILE_HEADER = 100;
    private static final int PAGE_HEADER = 8;
    private static final int LARGEST_ROW = 16 << 20;
    private static final int MOST_COLUMNS = 8;

    private final Pages pages;
    /** What of a long row is on its page: §1.6, with U the size of a page. */
    private final int mostLocal;

    private final int leastLocal;

    /** A row: its id, and its columns as null, {@link Long}, {@link String} or octets. */
    record Row(long id, List<@Nullable Object> columns) {}

    Cells(Pages pages) {
        this.pages = pages;
        mostLocal = pages.size - 35;
        leastLocal = (pages.size - 12) * 32 / 255 - 23;
    }

    /** @param first whether it is the first page, which begins with the file's header */
    List<Row> of(ByteBuffer page, boolean first) throws IOException {
        List<Row> rows = new ArrayList<>();
        int header = first ? FILE_HEADER : 0;
        if (page.limit() < header + PAGE_HEADER || page.get(header) != TABLE_LEAF) {
            return rows;
        }
        int cells = Short.toUnsignedInt(page.getShort(header + 3));
        for (int i = 0; i < cells && header + PAGE_HEADER + 2 * i + 2 <= page.limit(); i++) {
            int at = Short.toUnsignedInt(page.getShort(header + PAGE_HEADER + 2 * i));
            if (at > 0 && at < page.limit()) {
                row(page.duplicate().position(at)).ifPresent(rows::add);
            }
        }
        return rows;
    }

    private Optional<Row> row(ByteBuffer cell) throws IOException {
        try {
            long length = varint(cell);
            long id = varint(cell);
            if (length < 2 || length > LARGEST_ROW) {
                return Optional.empty();
            }
            return row(id, payload(cell, (int) length));
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            return Optional.empty(); // it points out of itself: damaged
        }
    }

    private ByteBuffer payload(ByteBuffer cell, int length) throws IOException {
        ByteBuffer payload = ByteBuffer.allocate(length);
        payload.put(slice(cell, local(length)));
        int next = payload.hasRemaining() ? cell.getInt() : 0;
        while (payload.hasRemaining()) {
            ByteBuffer page = pages.page(next);
            next = page.getInt();
            payload.put(slice(page, Math.min(page.remaining(), payload.remaining())));
        }
        return payload.flip();
    }

    private int local(int length) {
        if (length <= mostLocal) {
            return length;
        }
        int local = leastLocal + (length - leastLocal) % (pages.size - 4);
        return local <= mostLocal ? local : leastLocal;
    }

    private static ByteBuffer slice(ByteBuffer from, int length) {
        ByteBuffer part = from.duplicate().limit(from.position() + length);
        from.position(from.position() + length);
        return part;
    }

    private static Optional<Row> row(long id, ByteBuffer payload) {
        ByteBuffer types = payload.duplicate();
        int header = (int) varint(types);
        ByteBuffer body = payload.duplicate().position(header);
        List<@Nullable Object> columns = new ArrayList<>();
        while (types.position() < header) {
            if (columns.size() == MOST_COLUMNS) {
                return Optional.empty();
            }
            columns.add(column(varint(types), body));
        }
        return body.hasRemaining() || types.position() != header ? Optional.empty() : Optional.of(new Row(id, columns));
    }

    private static @Nullable Object column(long type, ByteBuffer body) {
        if (type == 0) {
            return null;
        }
        if (type <= 6) {
            return whole(body, type == 6 ? 8 : type == 5 ? 6 : (int) type);
        }
        if (type == 8 || type == 9) {
            return type - 8;
        }
        if (type < 12 || type > LARGEST_ROW * 2L) {
            throw new IllegalArgumentException("no column of the outbox is of this type");
        }
        byte[] octets = new byte[(int) (type - 12) / 2];
        body.get(octets);
        return type % 2 == 0 ? octets : new String(octets, StandardCharsets.UTF_8);
    }

    private static long whole(ByteBuffer body, int octets) {
        long value = body.get();
        for (int i = 1; i < octets; i++) {
            value = (value << 8) | Byte.toUnsignedLong(body.get());
        }
        return value;
    }

    /** §1.6: seven bits an octet, the first ones first; all eight of a ninth. */
    private static long varint(ByteBuffer from) {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            byte octet = from.get();
            value = (value << 7) | (octet & 0x7f);
            if (octet >= 0) {
                return value;
            }
        }
        return (value << 8) | Byte.toUnsignedLong(from.get());
    }
}
