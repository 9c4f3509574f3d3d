package io.verge.device;

import io.verge.api.observation.Observation;
import io.verge.api.time.Clock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the device's thread does: one step of a {@link LoopState} after another until it is a last one. */
final class LoopRun implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(LoopRun.class);
    /** Of a file that is played at a pace: few octets, so that few observations share one arrival. */
    private static final int PACED_READ = 256;

    private final LoopPlan plan;
    private final StatusBoard board;
    private final Clock clock;
    private final BackOff backOff;
    private final FailureWindow failureWindow = new FailureWindow();
    private final ByteBuffer buffer;
    private final Duration wake;
    private final Counters.Counter frames;
    private final Counters.Counter bytes;
    private final Counters.Counter connects;
    private final Counters.Counter errors;
    private final Counters.Counter failures;

    /** Valid while a connection is open. */
    private volatile @Nullable Connection connection;

    private boolean paced;
    private int attempts;
    private long nudgedAt;

    private volatile boolean closed;

    LoopRun(LoopPlan plan, StatusBoard board) {
        this.plan = plan;
        this.board = board;
        clock = plan.clock();
        backOff = new BackOff(plan.random());
        buffer = ByteBuffer.allocate(plan.bufferSize());
        wake = plan.wake();
        frames = plan.counters().counter("frames");
        bytes = plan.counters().counter("bytes");
        connects = plan.counters().counter("connects");
        errors = plan.counters().counter("errors");
        failures = plan.counters().counter("failures");
    }

    @Override
    public void run() {
        LoopState state = LoopState.CONNECTING;
        while (!state.last()) {
            state = closed ? LoopState.STOPPED : step(state);
        }
        release();
        if (state == LoopState.STOPPED) {
            board.stop();
        }
    }

    /** Any thread: the running step ends soon, as far as its transport and driver let it. */
    void close() {
        closed = true;
        closeQuietly(connection);
    }

    private LoopState step(LoopState state) {
        try {
            return switch (state) {
                case CONNECTING -> connect();
                case LISTENING -> listen(Objects.requireNonNull(connection));
                case WAITING -> await();
                case FINISHED, QUARANTINED, STOPPED -> state;
            };
        } catch (InterruptedException e) {
            return LoopState.STOPPED;
        } catch (Throwable e) {
            // A driver's fault, even an Error such as a class that is missing, must not end in silence.
            return failed(e);
        }
    }

    private LoopState connect() throws InterruptedException {
        attempts++;
        Connection opened;
        try {
            opened = plan.connector().connect();
        } catch (IOException e) {
            return lost("cannot-connect", "cannot connect (try " + attempts + "): " + reason(e));
        }
        connection = opened;
        if (closed) {
            return LoopState.STOPPED;
        }
        connects.increment();
        paced = opened.finite() && !plan.pace().isZero();
        plan.decoder().reset();
        try {
            plan.greeting().greet(opened);
        } catch (IOException e) {
            return lost("greeting-failed", "connected, but the device did not accept its settings: " + reason(e));
        }
        attempts = 0;
        board.listening();
        return LoopState.LISTENING;
    }

    private LoopState listen(Connection open) throws InterruptedException {
        buffer.clear();
        if (paced) {
            buffer.limit(Math.min(PACED_READ, buffer.capacity()));
        }
        try {
            int count = open.read(buffer, wake);
            if (count == Connection.END) {
                return open.finite() ? finish() : lost("lost", "the device has closed the connection");
            }
            if (count > 0) {
                take(count);
            }
        } catch (MessageTooLargeException e) {
            errors.increment();
        } catch (IOException e) {
            return lost("lost", "connection lost: " + reason(e));
        }
        return watch(open);
    }

    private void take(int count) {
        bytes.add(count);
        Arrival arrival = new Arrival(clock.now(), clock.nanoTime());
        board.octets(arrival);
        plan.decoder().decode(buffer.flip(), arrival, this::publish);
    }

    private void publish(Observation observation) {
        if (closed) {
            return;
        }
        frames.increment();
        backOff.reset();
        board.frame();
        plan.out().accept(observation);
        if (paced) {
            pause();
        }
    }

    private void pause() {
        try {
            clock.sleep(plan.pace());
        } catch (InterruptedException e) {
            // A decoder cannot pass this on; the loop ends with its next step.
            Thread.currentThread().interrupt();
        }
    }

    /** Deals with silence: says so, nudges the device, or gives the connection up. */
    private LoopState watch(Connection open) throws InterruptedException {
        board.look();
        Duration silence = board.silence();
        Duration loss = plan.reconnectAfter();
        if (loss != null && Spans.longer(silence, loss)) {
            String figures = Spans.text(silence) + " (limit " + Spans.text(loss) + ")";
            return lost("no-data", "no frame for " + figures + "; connecting again");
        }
        Duration limit = plan.staleAfter();
        Greeting nudge = plan.nudge();
        if (nudge != null && limit != null && Spans.longer(silence, limit)) {
            nudge(open, nudge, limit);
        }
        return LoopState.LISTENING;
    }

    private void nudge(Connection open, Greeting nudge, Duration limit) throws InterruptedException {
        long now = clock.nanoTime();
        long quietSince = now - board.silence().toNanos();
        long last = nudgedAt - quietSince > 0 ? nudgedAt : quietSince;
        if (now - last <= limit.toNanos()) {
            return;
        }
        nudgedAt = now;
        try {
            nudge.greet(open);
        } catch (IOException e) {
            errors.increment();
        }
    }

    private LoopState await() throws InterruptedException {
        clock.sleep(backOff.next());
        return LoopState.CONNECTING;
    }

    private LoopState finish() {
        board.finished();
        release();
        return LoopState.FINISHED;
    }

    private LoopState lost(String code, String cause) {
        if (closed) {
            return LoopState.STOPPED;
        }
        errors.increment();
        board.degraded(code, cause);
        release();
        return LoopState.WAITING;
    }

    private LoopState failed(Throwable failure) {
        if (closed) {
            return LoopState.STOPPED;
        }
        failures.increment();
        LOG.error("{}: the driver has failed", plan.id(), failure);
        boolean often = failureWindow.full(clock.nanoTime());
        String cause = "the driver has failed: " + failure;
        if (often) {
            String count = FailureWindow.GREATEST + " times in " + FailureWindow.LENGTH.toMinutes() + " minutes";
            board.quarantined(cause + " (" + count + ")");
        } else {
            board.degraded("failure", cause, "read the failure in the log, which says more");
        }
        release();
        return often ? LoopState.QUARANTINED : LoopState.WAITING;
    }

    private void release() {
        Connection open = connection;
        connection = null;
        closeQuietly(open);
    }

    private static void closeQuietly(@Nullable Connection open) {
        if (open == null) {
            return;
        }
        try {
            open.close();
        } catch (IOException | RuntimeException e) {
            LOG.debug("closing", e);
        }
    }

    private static String reason(IOException e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}
