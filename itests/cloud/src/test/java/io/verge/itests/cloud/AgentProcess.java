package io.verge.itests.cloud;

import io.verge.netlab.Proxy;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@link LightAgent} as a process behind a weak network of its own. */
final class AgentProcess implements AutoCloseable {
    private final Path folder;
    private final int first;
    private final int many;
    private final Proxy network;
    private int run;
    private @Nullable Process process;

    AgentProcess(Path folder, int first, int many, Proxy network) {
        this.folder = folder;
        this.first = first;
        this.many = many;
        this.network = network;
    }

    void start() throws IOException {
        process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx96m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LightAgent.class.getName(),
                        folder.toString(),
                        Integer.toString(first),
                        Integer.toString(many),
                        "mqtt://127.0.0.1:" + network.address().getPort(),
                        Integer.toString(run++)))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("agent-" + first + ".log").toFile()))
                .start();
    }

    Proxy network() {
        return network;
    }

    /** Writes a line to its standard input; one that is dead does not hear it. */
    void say(String line) {
        Process running = process;
        if (running != null && running.isAlive()) {
            try {
                OutputStream in = running.getOutputStream();
                in.write((line + "\n").getBytes(StandardCharsets.UTF_8));
                in.flush();
            } catch (IOException e) {
                // It has died since.
            }
        }
    }

    /** Returns when it has done what it was told, and has ended. */
    void end() throws IOException {
        Process running = process;
        if (running != null) {
            running.getOutputStream().close();
            running.onExit().join();
        }
    }

    /** kill -9. */
    void kill() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly().onExit().join();
        }
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    @Override
    public void close() {
        kill();
        network.close();
    }
}
