package io.verge.replay.internal;

import io.verge.api.time.Clock;
import io.verge.api.time.ClockQuality;
import io.verge.api.time.Stage;
import io.verge.api.time.Stages;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The time of a replay, and the one thread that moves it. What is to be played is handed over as work
 * ({@link #execute}) and runs on that thread; when it sleeps, time goes on, and on the way the ticks of all stages are run
 * that come due. When another thread sleeps it waits until time has got there.
 *
 * <pre>
 *  PREPARING ──something to play, begun, all quiet──▶ PLAYING ──played, and time run out──▶ ENDED
 *      └──────────nothing to play, or closed──────────────────────────────────────────────▶ ENDED
 * </pre>
 *
 * Time stands at 1970 until the first sleep of what is played, which jumps: no tick comes due on the way.
 */
@Component(
        service = {Clock.class, Stages.class, Executor.class, ReplayTime.class},
        property = "verge.replay:Boolean=true")
public final class ReplayTime implements Clock, Stages, Executor {
    /** After the end of what is played, so that what it caused comes to its end too. */
    static final Duration RUN_OUT = Duration.ofMillis(100);

    private static final Logger LOG = LoggerFactory.getLogger(ReplayTime.class);
    private static final Duration IDLE = Duration.ofMillis(100);
    /** How often nothing happens before the wait for something to play, or for quiet, is given up. */
    private static final int MAX_IDLES = 300;

    private static final int MAX_PLAYS = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final ClockQuality EXACT = new ClockQuality(ClockQuality.Source.RECORDING, Duration.ZERO);

    private final Agenda agenda = new Agenda();
    /** Stages for which other threads have left work; as much as these have room for. Work of which nobody knows is none. */
    private final BlockingQueue<ReplayStage> left = new LinkedBlockingQueue<>();

    private final IntConsumer exit;
    private final Duration idle;
    private final Thread thread;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    /** Guarded by the lock. */
    private final Deque<Runnable> plays = new ArrayDeque<>();

    private @Nullable Begin begin;

    /** Written by the thread that moves time. Nanoseconds since 1970; 0 until the first sleep. */
    private volatile long now;

    private volatile long first;
    private volatile boolean closed;

    /** Touched by the thread that moves time. */
    private Pace pace = nanos -> {};

    private boolean playing;

    /**
     * What the rest of the replay decides.
     *
     * @param quiet called each time nothing has happened for a while; whether all that takes part is there
     * @param atEnd called once; whether something was played
     */
    private record Begin(BooleanSupplier quiet, Pace pace, End atEnd) {}

    /** What is done at the end of the replay, on the thread that moves time. */
    @FunctionalInterface
    interface End {
        /**
         * Called once.
         *
         * @param played false when there was nothing to play
         */
        void reached(boolean played);
    }

    /**
     * Starts the thread, which waits for {@link #begin} and for something to play.
     *
     * @param exit ends the process with this code
     */
    @Activate
    public ReplayTime(@Reference(target = "(verge.exit=true)") IntConsumer exit) {
        this(exit, IDLE);
    }

    /**
     * @param idle how long nothing happens before it is asked whether all is quiet
     */
    ReplayTime(IntConsumer exit, Duration idle) {
        this.exit = exit;
        this.idle = idle;
        thread = new Thread(this::run, "replay");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Lets time begin as soon as there is something to play.
     *
     * @param quiet called, on the thread that moves time, each time nothing has happened for a tenth of a second; whether
     *     all that takes part is there
     */
    void begin(BooleanSupplier quiet, Pace speed, End atEnd) {
        lock.lock();
        try {
            begin = new Begin(quiet, speed, atEnd);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Hands over what is to be played; several are played one after the other.
     *
     * @throws RejectedExecutionException when there are too many
     */
    @Override
    public void execute(Runnable work) {
        lock.lock();
        try {
            if (plays.size() == MAX_PLAYS) {
                throw new RejectedExecutionException("a replay plays at most " + MAX_PLAYS + " recordings");
            }
            plays.addLast(work);
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        Begin decided;
        try {
            decided = prepare();
        } catch (InterruptedException e) {
            return; // Closed before time began.
        }
        if (decided == null) {
            LOG.error("the replay does not begin: the profile's block 'replay' is missing or not applied");
            exit.accept(1);
            return;
        }
        boolean played = false;
        try {
            pace = decided.pace();
            playing = true;
            played = play();
        } catch (InterruptedException e) {
            LOG.debug("the replay was stopped");
        } catch (RuntimeException | Error e) {
            LOG.error("the replay has failed", e);
        } finally {
            playing = false;
        }
        if (!closed) {
            decided.atEnd().reached(played);
        }
    }

    private boolean play() throws InterruptedException {
        boolean played = false;
        for (Runnable work = nextPlay(); work != null; work = nextPlay()) {
            work.run();
            played = true;
        }
        if (now > 0 && !closed) {
            sleep(RUN_OUT);
        }
        return played;
    }

    private @Nullable Runnable nextPlay() {
        lock.lock();
        try {
            return plays.pollFirst();
        } finally {
            lock.unlock();
        }
    }

    /** Until time begins: runs what others leave, like any thread of a stage. Null when nobody lets it begin. */
    private @Nullable Begin prepare() throws InterruptedException {
        for (int idles = 0; idles < MAX_IDLES; ) {
            ReplayStage stage = left.poll(idle.toMillis(), TimeUnit.MILLISECONDS);
            if (stage != null) {
                stage.runWaiting();
                continue;
            }
            idles++;
            Begin decided = begun();
            if (decided != null && decided.quiet().getAsBoolean() && somethingToPlay()) {
                return decided;
            }
        }
        LOG.warn("nothing to play, or services that come and go, for {} idle waits", MAX_IDLES);
        return begun();
    }

    private @Nullable Begin begun() {
        lock.lock();
        try {
            return begin;
        } finally {
            lock.unlock();
        }
    }

    private boolean somethingToPlay() {
        lock.lock();
        try {
            return !plays.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Instant now() {
        return Instant.ofEpochSecond(0, now);
    }

    /** Of the replay's time, from 0 at its first instant. */
    @Override
    public long nanoTime() {
        long moment = now;
        return moment == 0 ? 0 : moment - first;
    }

    @Override
    public ClockQuality quality() {
        return EXACT;
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        if (duration.isNegative() || duration.isZero()) {
            return;
        }
        if (!movedByThisThread()) {
            awaitNanoTime(nanoTime() + duration.toNanos());
        } else if (playing) {
            moveTo(Math.addExact(now, duration.toNanos()));
        }
    }

    private void awaitNanoTime(long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (nanoTime() - nanos < 0) {
                moved.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Work that sleeps calls this again while it runs: so time may be further than asked for, but never goes back. */
    private void moveTo(long target) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        runLeft();
        if (now == 0) {
            agenda.jump(target);
            first = target;
        }
        for (Agenda.Tick tick = agenda.next(target); tick != null; tick = agenda.next(target)) {
            reach(tick.at());
            tick.entry().stage.tick(tick.entry().work);
            runLeft();
        }
        reach(target);
    }

    private void reach(long nanos) throws InterruptedException {
        if (nanos < now) {
            return;
        }
        pace.await(nanos - first);
        lock.lock();
        try {
            now = nanos;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void runLeft() {
        for (ReplayStage stage = left.poll(); stage != null; stage = left.poll()) {
            stage.runWaiting();
        }
    }

    @Override
    public Stage open(String name, int capacity) {
        return new ReplayStage(name, capacity, this);
    }

    boolean movedByThisThread() {
        return Thread.currentThread() == thread;
    }

    /** Another thread has left work for a stage. */
    void remember(ReplayStage stage) {
        left.add(stage);
    }

    void every(ReplayStage stage, long period, Runnable work) {
        agenda.enter(stage, period, work, now);
    }

    void forget(ReplayStage stage) {
        agenda.forget(stage);
    }

    /** Ends the thread; returns when it has ended, at most after two seconds. */
    @Deactivate
    public void close() {
        closed = true;
        thread.interrupt();
        if (movedByThisThread()) {
            return;
        }
        try {
            thread.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
