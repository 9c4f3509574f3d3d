package io.verge.driver.recording.internal;

import com.fasterxml.jackson.core.JsonFactory;
import io.verge.api.device.DeviceStatus;
import io.verge.api.observation.DetectionFrame;
import io.verge.api.observation.Observations;
import io.verge.api.time.Clock;
import io.verge.api.time.ClockQuality;
import io.verge.api.time.Hop;
import io.verge.api.time.Stamps;
import io.verge.device.Connection;
import io.verge.device.Connector;
import io.verge.device.Counters;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays one recording, on the one thread that runs it:
 *
 * <pre>
 *  STARTING ──first frame──▶ OK ──end of the file──▶ FINISHED
 *      │                      ├──file unreadable──▶ FAILED
 *      ├──no file, bad header─┼───────────────────▶ FAILED
 *      └──────────────────────┴──close────────────▶ STOPPED
 * </pre>
 *
 * A loop of its own, since {@link io.verge.device.DeviceLoop} hands on what comes in at once, and here each frame waits for
 * its time.
 */
final class Player implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Player.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    /** A frame further behind the one before has a wrong time: nobody waits that long for the next frame. */
    private static final Duration MAX_GAP = Duration.ofDays(1);

    private final String file;
    private final boolean repeat;
    private final Connector connector;
    private final Observations out;
    private final Clock clock;
    private final Progress progress;
    private final Counters.Counter frames;
    private final Counters.Counter detections;
    private final Counters.Counter outOfOrder;
    private final JsonFactory json = JsonLine.factory();
    private final CountDownLatch ended = new CountDownLatch(1);

    /** Guarded by this. */
    private @Nullable Thread runner;

    private @Nullable Connection open;
    private boolean closed;

    Player(String file, boolean repeat, Connector connector, Observations out, Clock clock) {
        this.file = file;
        this.repeat = repeat;
        this.connector = connector;
        this.out = out;
        this.clock = clock;
        progress = new Progress(clock, file);
        frames = progress.counter("frames");
        detections = progress.counter("detections");
        outOfOrder = progress.counter("outOfOrder");
    }

    DeviceStatus status() {
        return progress.status();
    }

    @Override
    public void run() {
        if (!begin()) {
            return;
        }
        try {
            play();
        } catch (InterruptedException e) {
            progress.stopped();
        } catch (RuntimeException | LinkageError e) {
            LOG.error("playing {} failed", file, e);
            progress.failed("driver-error", "playing " + file + " failed: " + e, "report this with the log");
        } finally {
            end();
        }
    }

    private synchronized boolean begin() {
        if (!closed) {
            runner = Thread.currentThread();
        }
        return !closed;
    }

    private synchronized void end() {
        runner = null;
        ended.countDown();
    }

    private void play() throws InterruptedException {
        try {
            long before;
            do {
                before = frames.get();
                playOnce();
            } while (repeat && !replay() && frames.get() > before);
            progress.finished();
        } catch (BadLineException e) {
            progress.failed(
                    "bad-header",
                    file + " line 1: " + e.getMessage(),
                    "give a recording of the format " + RecordingHeader.FORMAT);
        } catch (IOException e) {
            progress.counter("errors").increment();
            if (isClosed()) {
                progress.stopped();
            } else {
                progress.failed(
                        "unreadable", reason(e), "check the key 'file' and that the file is whole and readable");
            }
        }
    }

    private String reason(IOException e) {
        return frames.get() == 0
                ? "cannot read the recording: " + e.getMessage()
                : file + " cannot be read on after " + frames.get() + " frames: " + e.getMessage();
    }

    private void playOnce() throws IOException, BadLineException, InterruptedException {
        try (Connection connection = connect()) {
            LineReader lines = new LineReader(connection, progress.counter("bytes")::add);
            if (!lines.next()) {
                throw new BadLineException("the file is empty");
            }
            checkLength(lines);
            RecordingHeader header = HeaderReader.read(json, lines.line(), lines.length());
            progress.opened(header);
            playFrames(lines, new FrameReader(json, header.sensors()));
        }
    }

    private Connection connect() throws IOException {
        Connection connection = connector.connect();
        synchronized (this) {
            if (!closed) {
                open = connection;
                progress.counter("connects").increment();
                return connection;
            }
        }
        connection.close();
        throw new IOException("closed");
    }

    private void playFrames(LineReader lines, FrameReader reader) throws IOException, InterruptedException {
        Pace pace = new Pace();
        while (lines.next()) {
            if (lines.blank()) {
                continue;
            }
            try {
                checkLength(lines);
                long unknown = reader.unknownClasses();
                RecordedFrame frame = reader.read(lines.line(), lines.length());
                progress.counter("unknownClasses").add(reader.unknownClasses() - unknown);
                pace.check(frame);
                publish(frame, pace.await(frame));
            } catch (BadLineException e) {
                progress.badLine(file, lines.number(), String.valueOf(e.getMessage()));
            }
        }
    }

    private static void checkLength(LineReader lines) throws BadLineException {
        if (lines.tooLong()) {
            throw new BadLineException("the line is longer than " + LineReader.MAX_LINE + " octets");
        }
    }

    private void publish(RecordedFrame frame, Instant sensedAt) {
        long nanos = clock.nanoTime();
        Stamps stamps = Stamps.received(nanos).with(Hop.DECODED, nanos);
        frames.increment();
        detections.add(frame.detections().size());
        progress.played(clock.now());
        out.publish(new DetectionFrame(frame.sensor(), sensedAt, stamps, -1, frame.detections()));
    }

    /** Whether time is that of the recording, which only goes forward. */
    private boolean replay() {
        return clock.quality().source() == ClockQuality.Source.RECORDING;
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    /** When the frames of one round are due. */
    private final class Pace {
        private @Nullable Instant last;
        /** On a live clock: how much later it is now than in the recording, and when the first frame was published. */
        private @Nullable Duration shift;

        private Instant first = Instant.EPOCH;
        private long firstNanos;

        void check(RecordedFrame frame) throws BadLineException {
            Instant arrival = frame.arrival();
            if (last == null) {
                last = arrival;
            } else if (arrival.isBefore(last)) {
                outOfOrder.increment();
            } else if (Duration.between(last, arrival).compareTo(MAX_GAP) > 0) {
                throw new BadLineException("arrival", "more than a day behind the line before", "frames in a row");
            } else {
                last = arrival;
            }
        }

        /** Waits for the frame's arrival; when it was sensed, on the box's clock. */
        Instant await(RecordedFrame frame) throws InterruptedException {
            if (replay()) {
                clock.sleep(Duration.between(clock.now(), frame.arrival()));
                return frame.time();
            }
            if (shift == null) {
                first = frame.arrival();
                firstNanos = clock.nanoTime();
                shift = Duration.between(first, clock.now());
            }
            long elapsed = clock.nanoTime() - firstNanos;
            clock.sleep(Duration.between(first, frame.arrival()).minusNanos(elapsed));
            return frame.time().plus(shift);
        }
    }

    /** Stops; returns when the thread that plays has ended, at most after two seconds. */
    void close() {
        Thread playing;
        synchronized (this) {
            closed = true;
            playing = runner;
            if (playing == null) {
                if (ended.getCount() > 0) {
                    progress.stopped();
                }
                return;
            }
            playing.interrupt();
            closeQuietly(open);
        }
        if (playing != Thread.currentThread()) {
            awaitEnd();
        }
    }

    private void awaitEnd() {
        try {
            if (!ended.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("the thread that plays {} does not end", file);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void closeQuietly(@Nullable Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (IOException e) {
            LOG.debug("closing a recording failed", e);
        }
    }
}
