package io.verge.itests.cloud;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A broker that others wrote, as a process, on a port of its own; its store is saved every second. */
final class Mosquitto implements AutoCloseable {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

    private final Path configuration;
    private final Path log;
    private final int port;
    private @Nullable Process process;

    /** In the clear, for everybody. */
    Mosquitto(Path folder) throws IOException {
        this(folder, "allow_anonymous true\nmax_queued_messages 0\nmax_inflight_messages 100\n");
    }

    /** @param settings of its listener and of the broker, each a line */
    Mosquitto(Path folder, String settings) throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Files.createDirectories(folder);
        log = folder.resolve("mosquitto.log");
        configuration = Files.writeString(
                folder.resolve("mosquitto.conf"),
                "listener " + port + " 127.0.0.1\n" + settings + "user root\npersistence true\npersistence_location "
                        + folder + "/\nautosave_interval 1\n");
    }

    int port() {
        return port;
    }

    /** Returns when it accepts connections. */
    void start() throws IOException {
        process = new ProcessBuilder("mosquitto", "-c", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!accepts()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IOException("mosquitto does not start:\n" + Files.readString(log));
            }
            Thread.onSpinWait();
        }
    }

    private boolean accepts() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** kill -9. */
    void kill() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly().onExit().join();
        }
    }

    @Override
    public void close() {
        kill();
    }
}
