package io.verge.device.testkit;

import io.verge.device.Connection;
import io.verge.device.MessageTooLargeException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A connection whose other side is the test. Reading waits in real time, so that a driver that waits for silence wakes up
 * and looks at its clock.
 */
public final class ScriptedConnection implements Connection {
    private final String address;
    private final Kind kind;
    private final Awaited awaited = new Awaited();
    private final Deque<ByteBuffer> given = new ArrayDeque<>();
    private final List<byte[]> written = new ArrayList<>();
    private int taken;
    private boolean ended;
    private boolean idle;
    private boolean closed;
    private @Nullable String lost;
    private @Nullable String unwritable;
    private Consumer<byte[]> onWrite = octets -> {};

    enum Kind {
        STREAM,
        MESSAGES,
        FILE
    }

    ScriptedConnection(String address, Kind kind) {
        this.address = address;
        this.kind = kind;
    }

    /** What the driver opened, as {@link ScriptedTransports#opened()} says it. */
    public String address() {
        return address;
    }

    /** The device says this: of a stream the next piece, of datagrams and messages one whole. */
    public ScriptedConnection give(byte... octets) {
        ByteBuffer piece = ByteBuffer.wrap(octets.clone());
        awaited.change(() -> {
            given.add(piece);
            idle = false;
        });
        return this;
    }

    /** The device says this, as UTF-8. */
    public ScriptedConnection give(String text) {
        return give(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The connection breaks, after what was given is read. */
    public void lose(String reason) {
        awaited.change(() -> lost = reason);
    }

    /** The other side closes, or the file ends, after what was given is read. */
    public void end() {
        awaited.change(() -> ended = true);
    }

    /** From now on writing fails. */
    public void refuseWrites(String reason) {
        awaited.change(() -> unwritable = reason);
    }

    /** Called with each thing written, on the thread that writes, so that the device can answer. */
    public ScriptedConnection onWrite(Consumer<byte[]> answer) {
        awaited.change(() -> onWrite = answer);
        return this;
    }

    /** Waits for the next thing that the driver writes, or has written and nobody has taken. */
    public byte[] awaitWritten() throws InterruptedException {
        awaited.await(() -> taken < written.size(), () -> "nothing was written to " + address);
        return awaited.look(() -> written.get(taken++).clone());
    }

    /** The same, as UTF-8. */
    public String awaitWrittenText() throws InterruptedException {
        return new String(awaitWritten(), StandardCharsets.UTF_8);
    }

    /** How many times the driver has written. */
    public int writes() {
        return awaited.look(written::size);
    }

    /** Waits until all that was given is read and the driver asks for more, so has dealt with it. */
    public void awaitRead() throws InterruptedException {
        awaited.await(() -> idle || closed, () -> given.size() + " pieces were not read from " + address);
    }

    /** Waits until the driver closes it. */
    public void awaitClosed() throws InterruptedException {
        awaited.await(() -> closed, () -> address + " is still open");
    }

    /** Whether the driver has closed it. */
    public boolean closed() {
        return awaited.look(() -> closed);
    }

    @Override
    public int read(ByteBuffer into, Duration timeout) throws IOException {
        try {
            awaited.change(() -> idle = given.isEmpty());
            awaited.await(() -> !given.isEmpty() || ended || lost != null || closed, timeout.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        if (closed()) {
            throw new IOException(address + " was closed");
        }
        ByteBuffer piece = awaited.look(given::peek);
        return piece == null ? without() : take(piece, into);
    }

    private int without() throws IOException {
        String reason = awaited.look(() -> lost);
        if (reason != null) {
            throw new IOException(reason);
        }
        return awaited.look(() -> ended) ? END : 0;
    }

    private int take(ByteBuffer piece, ByteBuffer into) throws IOException {
        if (kind == Kind.MESSAGES && piece.remaining() > into.remaining()) {
            awaited.change(given::remove);
            throw new MessageTooLargeException(address, into.remaining());
        }
        int count = Math.min(piece.remaining(), into.remaining());
        into.put(piece.duplicate().limit(piece.position() + count));
        awaited.change(() -> {
            piece.position(piece.position() + count);
            if (!piece.hasRemaining()) {
                given.remove();
            }
        });
        return count;
    }

    @Override
    public void write(ByteBuffer from) throws IOException {
        String reason = awaited.look(() -> closed ? address + " was closed" : unwritable);
        if (reason != null) {
            throw new IOException(reason);
        }
        byte[] octets = new byte[from.remaining()];
        from.get(octets);
        awaited.change(() -> written.add(octets));
        awaited.look(() -> onWrite).accept(octets.clone());
    }

    @Override
    public boolean finite() {
        return kind == Kind.FILE;
    }

    @Override
    public void close() {
        awaited.change(() -> closed = true);
    }
}
