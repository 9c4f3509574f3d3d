package io.verge.cloud.internal.file;

import io.verge.api.time.Clock;
import io.verge.cloud.internal.contract.Topics;
import io.verge.cloud.internal.mqtt.Outbound;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends files one after the other, and of each one message after the other: the next when the broker has the last. So a lost session
 * costs one piece, and the link is never full of them. Used by the thread of the files.
 */
final class Uploads {
    /** A broker that refuses is asked again. */
    private static final long AGAIN = Duration.ofSeconds(30).toNanos();

    private static final int LEAST_CHUNK = 1024;
    private static final int REFUSALS = 0x80;
    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);

    private final Clock clock;
    private final Wire wire;
    private final Runnable wake;
    /** Changed by the thread of the files, read by any. */
    private final Deque<Upload> waiting = new ConcurrentLinkedDeque<>();

    private final AtomicLong chunks = new AtomicLong();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();

    private @Nullable Attempt underWay;
    private long notBefore;

    /** The way to the broker. */
    interface Wire {
        /** Sends one; false when it cannot be sent now. As {@code Carrier.later}. */
        boolean send(Outbound message, IntConsumer outcome);

        /** Octets that one message should have. */
        int size();
    }

    /** One message. Its outcome is written by another thread. */
    private static final class Attempt {
        private final Upload upload;
        private final Upload.Step step;
        private final int octets;
        private volatile @Nullable Integer outcome;

        Attempt(Upload upload, int octets) {
            this.upload = upload;
            this.step = upload.step();
            this.octets = octets;
        }
    }

    /** @param wake has {@link #pump} called soon; any thread */
    Uploads(Clock clock, Wire wire, Runnable wake) {
        this.clock = clock;
        this.wire = wire;
        this.wake = wake;
        this.notBefore = clock.nanoTime();
    }

    void add(Upload upload) {
        waiting.addLast(upload);
    }

    /** How many have not arrived yet. Any thread. */
    int size() {
        return waiting.size();
    }

    /** The one of this file that has not arrived yet. Any thread. */
    Optional<Upload> find(Source source, String name) {
        return waiting.stream().filter(upload -> upload.of(source, name)).findFirst();
    }

    /** Whether there is one of this id. Any thread. */
    boolean has(String id) {
        return waiting.stream().anyMatch(upload -> upload.id().equals(id));
    }

    /** Ends one; nothing when it is not there. */
    void stop(String id) {
        waiting.stream()
                .filter(upload -> upload.id().equals(id) && upload.step() != Upload.Step.END)
                .forEach(upload -> upload.fail(410, "it was stopped by a request"));
    }

    /**
     * Sends what may go. Also once a second.
     *
     * @param topics null before the first session
     * @param largest octets of a file in one message
     */
    void pump(@Nullable Topics topics, int largest) {
        settle();
        Upload first = waiting.peekFirst();
        long now = clock.nanoTime();
        if (topics == null || first == null || underWay != null || notBefore - now > 0) {
            return;
        }
        if (first.expires() - now <= 0 && first.step() != Upload.Step.END) {
            first.fail(410, "it could not be sent in time");
        }
        send(first, message(topics, first, largest));
    }

    private void send(Upload upload, Piece piece) {
        Attempt attempt = new Attempt(upload, piece.octets);
        underWay = attempt;
        boolean taken = wire.send(piece.message, reason -> {
            attempt.outcome = reason;
            if (reason >= 0) { // else the next session or the next second moves it
                wake.run();
            }
        });
        if (!taken && underWay == attempt) {
            underWay = null;
        }
    }

    /** Without an answer nothing is on its way, and the same goes again. */
    private void settle() {
        Attempt attempt = underWay;
        Integer outcome = attempt == null ? null : attempt.outcome;
        if (attempt == null || outcome == null) {
            return;
        }
        underWay = null;
        if (outcome >= REFUSALS) {
            refused.incrementAndGet();
            notBefore = clock.nanoTime() + AGAIN;
        } else if (outcome >= 0) {
            arrived(attempt);
        }
    }

    private void arrived(Attempt attempt) {
        Upload upload = attempt.upload;
        if (attempt.step == Upload.Step.CHUNKS) {
            chunks.incrementAndGet();
        }
        if (upload.step() == attempt.step) { // else it was stopped meanwhile
            upload.arrived(attempt.octets);
        }
        if (upload.step() == Upload.Step.DONE) {
            waiting.remove(upload);
            (upload.why().isEmpty() ? sent : failed).incrementAndGet();
            close(upload);
        }
    }

    /** Gives all up. */
    void close() {
        waiting.forEach(Uploads::close);
        waiting.clear();
    }

    private static void close(Upload upload) {
        try {
            upload.close();
        } catch (IOException e) {
            LOG.debug("a file that was sent cannot be closed", e);
        }
    }

    /** Adds the figures since the start. Any thread. */
    void count(Map<String, Long> counters) {
        counters.put("fileChunks", chunks.get());
        counters.put("filesSent", sent.get());
        counters.put("filesFailed", failed.get());
        counters.put("fileRefusals", refused.get());
    }

    /** @param octets of the file in it */
    private record Piece(Outbound message, int octets) {}

    private Piece message(Topics topics, Upload upload, int largest) {
        if (upload.step() == Upload.Step.OFFER) {
            return new Piece(FileMessages.offer(topics, upload), 0);
        }
        if (upload.step() == Upload.Step.CHUNKS) {
            try {
                ByteBuffer content = upload.read(Math.max(LEAST_CHUNK, Math.min(largest, wire.size())));
                return new Piece(FileMessages.chunk(topics, upload, upload.position(), content), content.remaining());
            } catch (EOFException e) {
                upload.fail(409, "the file has become shorter");
            } catch (IOException e) {
                upload.fail(500, "the file cannot be read: " + e);
            }
        }
        String why = upload.why();
        return new Piece(FileMessages.end(topics, upload.id(), upload.code(), why.isEmpty() ? null : why), 0);
    }
}
