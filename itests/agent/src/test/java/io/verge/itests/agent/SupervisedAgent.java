package io.verge.itests.agent;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** An agent that is started again whenever it ends, as the unit of systemd does it: half a second later, and without an end. */
final class SupervisedAgent implements AutoCloseable {
    private static final int RESTART_MILLIS = 500;
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final Map<String, String> environment;
    private final CountDownLatch closed = new CountDownLatch(1);
    /** Guarded by this. */
    private final List<End> ends = new ArrayList<>();
    /** Guarded by this. */
    private Verge agent;

    private Duration firstStart = Duration.ZERO;

    private SupervisedAgent(Home home, String options) throws IOException {
        this.environment = new HashMap<>(home.environment());
        environment.put("VERGE_JAVA_OPTIONS", options);
        agent = Verge.start(environment, "run");
    }

    /**
     * One of its processes has ended.
     *
     * @param nanos when, by {@link System#nanoTime}
     */
    record End(int code, long nanos) {}

    /**
     * Starts it and waits until all its parts are OK.
     *
     * @param options of Java, beside those of the script
     */
    static SupervisedAgent start(Home home, String options) throws Exception {
        long began = System.nanoTime();
        SupervisedAgent supervised = new SupervisedAgent(home, options);
        Thread thread = new Thread(supervised::supervise, "supervisor");
        thread.setDaemon(true);
        thread.start();
        try {
            home.awaitOk();
            supervised.firstStart = Duration.ofNanos(System.nanoTime() - began);
            return supervised;
        } catch (Exception | AssertionError e) {
            supervised.close();
            throw e;
        }
    }

    private void supervise() {
        try {
            do {
                int code = agent().exitCode(LIMIT);
                synchronized (this) {
                    ends.add(new End(code, System.nanoTime()));
                }
            } while (!closed.await(RESTART_MILLIS, TimeUnit.MILLISECONDS) && startAgain());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new IllegalStateException("it cannot be started again", e);
        }
    }

    private synchronized boolean startAgain() throws IOException {
        if (closed.getCount() == 0) {
            return false;
        }
        agent = Verge.start(environment, "run");
        return true;
    }

    private synchronized Verge agent() {
        return agent;
    }

    /** How long it took on this machine until all its parts were OK. */
    Duration firstStart() {
        return firstStart;
    }

    /** Of all its processes that have ended, the first one first. */
    synchronized List<End> ends() {
        return List.copyOf(ends);
    }

    @Override
    public synchronized void close() {
        closed.countDown();
        agent.close();
    }
}
