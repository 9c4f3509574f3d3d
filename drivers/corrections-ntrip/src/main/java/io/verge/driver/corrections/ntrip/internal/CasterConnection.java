package io.verge.driver.corrections.ntrip.internal;

import io.verge.api.geo.Wgs84;
import io.verge.api.time.Clock;
import io.verge.device.Connection;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The stream of a mountpoint: behind the caster's answer, without the frames of chunks, and told where the box is. */
final class CasterConnection implements Connection {
    private static final int LONGEST_ANSWER = 4096;
    private static final Duration WAIT = Duration.ofMillis(500);
    private static final int EMPTY_READS = 10;
    /** A caster that sends its answer in more pieces than this does not mean to. */
    private static final int READS = 100;

    private final Connection stream;
    private final Clock clock;
    private final Telling telling;
    /** What came behind the answer in the same read. */
    private ByteBuffer rest = ByteBuffer.allocate(0);

    private @Nullable Chunks chunks;
    private long told;

    /**
     * What the caster is told of the box.
     *
     * @param period zero for never
     */
    record Telling(Wgs84 position, Duration period) {}

    private CasterConnection(Connection stream, Clock clock, Telling telling) {
        this.stream = stream;
        this.clock = clock;
        this.telling = telling;
    }

    /**
     * Asks for the stream on an open connection, which is closed when it is refused.
     *
     * @throws CasterRefusedException when the caster says no, and why
     * @throws IOException when it says nothing, or the connection is lost
     */
    static CasterConnection open(Connection stream, byte[] request, Clock clock, Telling telling) throws IOException {
        try {
            CasterConnection connection = new CasterConnection(stream, clock, telling);
            stream.write(ByteBuffer.wrap(request));
            connection.awaitAnswer();
            if (!telling.period().isZero()) {
                connection.tell();
            }
            return connection;
        } catch (IOException | RuntimeException e) {
            stream.close();
            throw e;
        }
    }

    private void awaitAnswer() throws IOException {
        byte[] heard = new byte[LONGEST_ANSWER];
        ByteBuffer octets = ByteBuffer.wrap(heard);
        int empty = 0;
        for (int reads = 0; reads < READS && empty < EMPTY_READS && octets.hasRemaining(); reads++) {
            if (Thread.currentThread().isInterrupted()) {
                throw new IOException("interrupted");
            }
            int count = stream.read(octets, WAIT);
            if (count == END) {
                throw new IOException("the caster closed the connection without an answer");
            }
            empty += count == 0 ? 1 : 0;
            Optional<CasterAnswer> answer = CasterAnswer.of(heard, octets.position());
            if (answer.isPresent()) {
                begin(answer.get(), Arrays.copyOf(heard, octets.position()));
                return;
            }
        }
        throw new IOException("the caster gives no answer that ends");
    }

    private void begin(CasterAnswer answer, byte[] heard) throws IOException {
        rest = ByteBuffer.wrap(heard, answer.length(), heard.length - answer.length());
        if (answer.chunked()) {
            chunks = new Chunks();
            chunks.unwrap(rest);
        }
    }

    private void tell() throws IOException {
        told = clock.nanoTime();
        String sentence = Gga.sentence(telling.position(), clock.now());
        stream.write(ByteBuffer.wrap(sentence.getBytes(StandardCharsets.US_ASCII)));
    }

    @Override
    public int read(ByteBuffer into, Duration timeout) throws IOException {
        long period = telling.period().toNanos();
        if (period > 0 && clock.nanoTime() - told >= period) {
            tell();
        }
        if (rest.hasRemaining()) {
            int count = Math.min(rest.remaining(), into.remaining());
            into.put(rest.slice().limit(count));
            rest.position(rest.position() + count);
            return count;
        }
        return chunks == null ? stream.read(into, timeout) : read(chunks, into, timeout);
    }

    /** A read that brings nothing but a frame brings nothing. */
    private int read(Chunks frames, ByteBuffer into, Duration timeout) throws IOException {
        if (frames.ended()) {
            return END;
        }
        int begin = into.position();
        int count = stream.read(into, timeout);
        if (count <= 0) {
            return count;
        }
        ByteBuffer piece = into.duplicate().flip().position(begin);
        frames.unwrap(piece);
        into.position(piece.limit());
        return piece.limit() - begin;
    }

    @Override
    public void write(ByteBuffer from) throws IOException {
        stream.write(from);
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
