package io.verge.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** Mosquitto with the configuration of the documentation, in a folder and on a port of its own. */
final class Mosquitto implements AutoCloseable {
    private final Process process;
    private final int port;

    private Mosquitto(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it; it listens when this returns. */
    static Mosquitto start(Path folder, Certificates certificates) throws Exception {
        certificates.issue("server");
        certificates.key("server");
        int port = freePort();
        String configuration = Files.readString(documentation("mosquitto.conf"))
                .replace("/etc/mosquitto/verge", folder.toString())
                .replace("/var/lib/mosquitto", folder.toString())
                .replace("listener 8883", "listener " + port + " 127.0.0.1");
        Files.copy(documentation("mosquitto.acl"), folder.resolve("acl"));
        Path file = Files.writeString(
                folder.resolve("mosquitto.conf"), configuration + "\nuser " + System.getProperty("user.name") + "\n");
        Process process = new ProcessBuilder(command(), "-v", "-c", file.toString())
                .redirectErrorStream(true)
                .start();
        awaitRunning(process);
        return new Mosquitto(process, port);
    }

    String address() {
        return "mqtts://127.0.0.1:" + port;
    }

    /** Debian has it where only root looks. */
    private static String command() {
        return Files.isExecutable(Path.of("/usr/sbin/mosquitto")) ? "/usr/sbin/mosquitto" : "mosquitto";
    }

    private static Path documentation(String name) {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path file = at.resolve("docs/cloud/config").resolve(name);
            if (Files.exists(file)) {
                return file;
            }
        }
        throw new IllegalStateException(
                name + " is above no folder of " + Path.of("").toAbsolutePath());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Reads what it says until it runs, and then to the end, so that it never waits for a reader. */
    private static void awaitRunning(Process process) throws IOException {
        BufferedReader said = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        StringBuilder all = new StringBuilder();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            all.append(line).append('\n');
            if (line.endsWith(" running")) {
                Thread drain = new Thread(() -> said.lines().forEach(passed -> {}), "mosquitto");
                drain.setDaemon(true);
                drain.start();
                return;
            }
        }
        throw new IOException("Mosquitto did not start:\n" + all);
    }

    /** Returns when it has ended: until then it writes into its folder. */
    @Override
    public void close() {
        process.destroy();
        Process unused = process.onExit().join();
    }
}
