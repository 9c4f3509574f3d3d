package io.verge.cloud.internal.drain;

import io.verge.api.time.Clock;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.Deflater;

/**
 * Deflate (RFC 1950) with a preset dictionary of what our records look like, and the judgement of whether it pays: when the
 * octets it saves would take the link longer than it takes the processor. One thread.
 */
final class Squeeze implements AutoCloseable {
    static final String DICTIONARY = "dictionary-1.txt";
    /** Below this the header eats what is saved. */
    private static final int LEAST = 128;
    /** Where it does not pay it is tried now and then: records and link change. */
    private static final int TRY_EVERY = 64;

    private static final double NEW = 0.2;
    private static final double NANOS = 1e9;

    private final Clock clock;
    private final byte[] dictionary;
    private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION);

    /** What is left of one octet; as guessed until it is measured. */
    private double ratio = 0.5;
    /** Nanoseconds for one octet. */
    private double effort = 20;

    private int passed;

    Squeeze(Clock clock) {
        this.clock = clock;
        this.dictionary = dictionary();
    }

    static byte[] dictionary() {
        try (InputStream in = Squeeze.class.getResourceAsStream(DICTIONARY)) {
            if (in == null) {
                throw new IllegalStateException(DICTIONARY + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Whether to compress a message.
     *
     * @param rate octets a second; NaN when it is not known, as at the begin: the link is then taken as slow
     */
    boolean pays(int octets, double rate) {
        if (octets < LEAST) {
            return false;
        }
        boolean pays = Double.isNaN(rate) || (1 - ratio) / rate * NANOS > effort;
        passed = pays ? 0 : passed + 1;
        return pays || passed % TRY_EVERY == 0;
    }

    ByteBuffer squeeze(byte[] plain) {
        long began = clock.nanoTime();
        deflater.reset();
        deflater.setDictionary(dictionary);
        deflater.setInput(plain);
        deflater.finish();
        byte[] out = new byte[plain.length + plain.length / 512 + 64];
        int length = deflater.deflate(out);
        if (plain.length > 0) {
            ratio += NEW * ((double) length / plain.length - ratio);
            effort += NEW * ((double) Math.max(0, clock.nanoTime() - began) / plain.length - effort);
        }
        return ByteBuffer.wrap(out, 0, length);
    }

    @Override
    public void close() {
        deflater.end();
    }
}
