package io.verge.cloud.internal.session;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real broker as a process of its own, on a free port of loopback. */
final class Mosquitto implements AutoCloseable {
    private final Path folder;
    private final int port;
    private final List<String> more;
    private Process process;

    /**
     * Starts one.
     *
     * @param folder for its files; its retained messages and sessions survive a stop there
     * @param more lines of its configuration
     */
    Mosquitto(Path folder, String... more) throws IOException, InterruptedException {
        this.folder = folder;
        this.more = List.of(more);
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        process = launch();
    }

    static boolean installed() {
        return Files.isExecutable(Path.of("/usr/sbin/mosquitto"));
    }

    private Process launch() throws IOException, InterruptedException {
        Path configuration = folder.resolve("mosquitto.conf");
        Files.writeString(
                configuration,
                "listener " + port + " 127.0.0.1\nallow_anonymous true\npersistence true\npersistence_location "
                        + folder + "/\nmax_inflight_messages 200\nmax_queued_messages 0\n"
                        + String.join("\n", more) + "\n");
        Process started = new ProcessBuilder("/usr/sbin/mosquitto", "-c", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
                .start();
        while (!listens()) {
            if (!started.isAlive()) {
                throw new IOException("mosquitto does not start: " + Files.readString(folder.resolve("log")));
            }
        }
        return started;
    }

    private boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 100);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    int port() {
        return port;
    }

    /** Ends as when its machine loses power. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }

    void restart() throws IOException, InterruptedException {
        process.destroy();
        process.waitFor(10, TimeUnit.SECONDS);
        process = launch();
    }

    void startAgain() throws IOException, InterruptedException {
        process = launch();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
