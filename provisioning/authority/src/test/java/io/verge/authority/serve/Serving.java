package io.verge.authority.serve;

import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Function;

/** A server on a thread of its own, until it is stopped. */
public final class Serving {
    private final Server server;
    private final Thread thread;

    /** What all servers have. */
    public record Server(Loop loop, Runnable stop) {}

    /** Serves until it is stopped. */
    @FunctionalInterface
    public interface Loop {
        void run() throws InterruptedException;
    }

    private Serving(Server server) {
        this.server = server;
        this.thread = new Thread(this::run, "serving");
    }

    /**
     * Returns when it is connected.
     *
     * @param made the server, which says so by its first line
     */
    public static Serving begin(Function<Consumer<String>, Server> made) throws InterruptedException {
        CountDownLatch connected = new CountDownLatch(1);
        Serving serving = new Serving(made.apply(line -> connected.countDown()));
        serving.thread.start();
        connected.await();
        return serving;
    }

    private void run() {
        try {
            server.loop().run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns when it has ended. */
    public void stop() throws InterruptedException {
        server.stop().run();
        thread.join();
    }
}
