package io.verge.cloud.internal.file;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A part of a file on its way to the cloud, in pieces. The file is open from the request on. How far it is belongs to the thread of the
 * files; the rest does not change.
 *
 * <pre>
 *  OFFER ──▶ CHUNKS ──▶ END ──▶ DONE      each arrow: the broker has it
 *               └─ cannot be read ─▶ END
 * </pre>
 */
final class Upload implements Closeable {
    /** What goes next. */
    enum Step {
        OFFER,
        CHUNKS,
        END,
        DONE
    }

    private final String id;
    private final ShelfEntry entry;
    private final FileChannel channel;
    private final String sha256;
    private final long from;
    private final long to;
    private final long expires;

    private Step step = Step.OFFER;
    private long position;
    private int code = 200;
    private String why = "";

    /**
     * From the beginning of a part.
     *
     * @param sha256 of the whole file as it is now
     * @param to behind the last octet; within the file
     * @param expires when it is given up, on the monotonic clock
     */
    Upload(String id, Shelf.Opened opened, String sha256, long from, long to, long expires) {
        this.id = id;
        this.entry = opened.entry();
        this.channel = opened.channel();
        this.sha256 = sha256;
        this.from = from;
        this.to = to;
        this.expires = expires;
        this.position = from;
    }

    String id() {
        return id;
    }

    long total() {
        return entry.octets();
    }

    String sha256() {
        return sha256;
    }

    long expires() {
        return expires;
    }

    boolean of(Source source, String name) {
        return entry.source() == source && entry.name().equals(name);
    }

    /** For the offer, and the answer to the request. */
    Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("id", id);
        facts.put("source", entry.source().word());
        facts.put("name", entry.name());
        facts.put("total", entry.octets());
        facts.put("sha256", sha256);
        facts.put("from", from);
        facts.put("to", to);
        return facts;
    }

    Step step() {
        return step;
    }

    long position() {
        return position;
    }

    /** As in HTTP: how it ends. */
    int code() {
        return code;
    }

    /** Empty when all is well. */
    String why() {
        return why;
    }

    /** The next piece. */
    ByteBuffer read(int most) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate((int) Math.min(most, to - position));
        while (piece.hasRemaining()) {
            if (channel.read(piece, position + piece.position()) < 0) {
                throw new EOFException("the file has become shorter");
            }
        }
        return piece.flip();
    }

    /**
     * The broker has what was sent.
     *
     * @param octets of the file
     */
    void arrived(int octets) {
        position += octets;
        step = switch (step) {
            case OFFER, CHUNKS -> position < to ? Step.CHUNKS : Step.END;
            case END, DONE -> Step.DONE;
        };
    }

    /** There will be no more of it. */
    void fail(int reason, String because) {
        code = reason;
        why = because;
        step = Step.END;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
