package io.verge.agent.run;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The broker of the demo: a process of its own, which ends when this one does, however that comes. */
final class DemoBroker implements Closeable {
    private static final int PORT = 61461;
    /** Where it listens; the ports beside it are those of the simulated devices. */
    static final String ADDRESS = "mqtt://127.0.0.1:" + PORT;

    private final Process process;

    private DemoBroker(Process process) {
        this.process = process;
    }

    /**
     * Starts it and does not wait for it: that a broker is away for a while is a normal state.
     *
     * @return empty when this installation has none
     */
    static Optional<DemoBroker> start(Path installation) throws IOException {
        Path jars = installation.resolve("lib/broker");
        if (!Files.isDirectory(jars)) {
            return Optional.empty();
        }
        // Its standard input is a pipe from here: when that ends, so does the broker.
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx48m",
                        "-cp",
                        jars.resolve("*").toString(),
                        "io.verge.broker.Main",
                        String.valueOf(PORT)))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        return Optional.of(new DemoBroker(builder.start()));
    }

    /** At once: it keeps nothing that a clean end would save. */
    @Override
    public void close() {
        process.destroyForcibly();
    }
}
