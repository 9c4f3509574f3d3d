package io.verge.device;

import io.verge.api.status.State;
import io.verge.api.status.Status;
import io.verge.api.status.Trouble;
import io.verge.api.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the device's status is. Written by the device's thread, read by any. Whether the last frame is too old is worked out
 * when someone asks, so that the answer is right even while the device's thread hangs.
 */
final class StatusBoard {
    private static final Logger LOG = LoggerFactory.getLogger(StatusBoard.class);
    private static final String GARBAGE_REMEDY =
            "check that the device is of the configured kind and speaks at the configured rate and format; ";

    private static final Duration LOG_PAUSE = Duration.ofMinutes(1);

    private final String id;
    private final Clock clock;
    private final @Nullable Duration staleAfter;
    private final String remedy;
    /** When each code was last logged; as many as there are codes in this class and {@link LoopRun}. */
    private final Map<String, Long> logged = new HashMap<>();

    private volatile View view;
    private volatile @Nullable Status stopped;

    /**
     * What the device's thread knew last.
     *
     * @param status as it is while the last frame is young enough
     * @param listening whether silence is to be judged
     * @param heard when the last frame came, or the connection was made
     * @param octetsAt when octets came that have not made a frame yet; null when none did
     * @param lastFrame when the last frame came, on whatever connection
     */
    private record View(
            Status status, boolean listening, Arrival heard, @Nullable Arrival octetsAt, @Nullable Instant lastFrame) {}

    StatusBoard(LoopPlan plan) {
        id = plan.id();
        clock = plan.clock();
        staleAfter = plan.staleAfter();
        remedy = plan.remedy();
        Arrival now = now();
        view = new View(Status.of(State.STARTING, now.time()), false, now, null, null);
    }

    /** Any thread. */
    Status status() {
        Status end = stopped;
        return end != null ? end : judged(view);
    }

    /** Any thread; null when there was none. */
    @Nullable
    Instant lastFrame() {
        return view.lastFrame;
    }

    /** How long no frame has come on this connection. */
    Duration silence() {
        return Duration.ofNanos(clock.nanoTime() - view.heard.nanos());
    }

    /** Any thread: the device was stopped on purpose, whatever its own thread still does. */
    void stop() {
        stopped = Status.of(State.STOPPED, clock.now());
    }

    /** The connection is made. A device whose silence is no fault works from now on; others must show a frame first. */
    void listening() {
        Status status = staleAfter == null ? working() : judged(view);
        show(new View(status, true, now(), null, view.lastFrame));
    }

    void octets(Arrival arrival) {
        view = new View(view.status, view.listening, view.heard, arrival, view.lastFrame);
    }

    void frame() {
        Arrival now = now();
        show(new View(working(), view.listening, now, null, now.time()));
    }

    /** Looks whether silence has become a fault, and says so in the log the first time. */
    void look() {
        show(new View(judged(view), view.listening, view.heard, view.octetsAt, view.lastFrame));
    }

    void degraded(String code, String cause) {
        degraded(code, cause, remedy);
    }

    void degraded(String code, String cause, String whatToDo) {
        end(troubled(view.status, State.DEGRADED, new Trouble(code, cause, whatToDo), clock.now()));
    }

    void quarantined(String cause) {
        String whatToDo = "read the failure in the log, then correct the configuration or update the driver";
        end(troubled(view.status, State.QUARANTINED, new Trouble("quarantined", cause, whatToDo), clock.now()));
    }

    void finished() {
        end(Status.of(State.FINISHED, clock.now()));
    }

    private void end(Status status) {
        show(new View(status, false, view.heard, null, view.lastFrame));
    }

    private Status working() {
        Status before = view.status;
        return before.state() == State.OK ? before : Status.of(State.OK, clock.now());
    }

    private Status judged(View seen) {
        if (!seen.listening || staleAfter == null) {
            return seen.status;
        }
        long now = clock.nanoTime();
        Duration silent = Duration.ofNanos(now - seen.heard.nanos());
        if (!Spans.longer(silent, staleAfter)) {
            return seen.status;
        }
        boolean garbage = seen.octetsAt != null && now - seen.octetsAt.nanos() <= staleAfter.toNanos();
        String figures = "no frame for " + Spans.text(silent) + " (limit " + Spans.text(staleAfter) + ")";
        Trouble trouble = garbage
                ? new Trouble("garbage", "octets come, but " + figures, GARBAGE_REMEDY + remedy)
                : new Trouble("no-data", figures, remedy);
        return troubled(seen.status, State.DEGRADED, trouble, seen.heard.time().plus(staleAfter));
    }

    /** Trouble that is the same as before has begun when it did before; only its figures change. */
    private static Status troubled(Status before, State state, Trouble trouble, Instant from) {
        boolean goesOn = before.state() == state && code(before).equals(trouble.code());
        return new Status(state, goesOn ? before.since() : from, trouble);
    }

    private void show(View next) {
        Status before = view.status;
        view = next;
        String code = code(next.status);
        if (code.equals(code(before)) || !seldom(code)) {
            return;
        }
        Trouble trouble = next.status.trouble();
        if (trouble == null) {
            LOG.info("{}: {}", id, code);
        } else {
            LOG.warn("{}: {}: {}; {}", id, next.status.state(), trouble.cause(), trouble.remedy());
        }
    }

    /** Keeps a device that falters many times a second from filling the log. */
    private boolean seldom(String code) {
        long now = clock.nanoTime();
        Long last = logged.get(code);
        if (last != null && now - last < LOG_PAUSE.toNanos()) {
            return false;
        }
        logged.put(code, now);
        return true;
    }

    private static String code(Status status) {
        Trouble trouble = status.trouble();
        return trouble == null ? status.state().name() : trouble.code();
    }

    private Arrival now() {
        return new Arrival(clock.now(), clock.nanoTime());
    }
}
