package io.verge.benchmarks.agent;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One run of the packaged command {@code verge}; what it prints goes to a file. */
final class Verge implements AutoCloseable {
    private static final int TAIL = 30;

    private final Process process;
    private final Path output;
    private final long startedAt;

    private Verge(Process process, Path output, long startedAt) {
        this.process = process;
        this.output = output;
        this.startedAt = startedAt;
    }

    /**
     * Starts it. It ends with this process, whatever ends that.
     *
     * @param javaOptions go after those that the command gives itself; may be empty
     */
    static Verge start(Path distribution, Path output, String javaOptions, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(distribution.resolve("verge").toString());
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("VERGE_SUPERVISED", "1"); // else the script would stay, to start it again
        builder.environment().put("VERGE_JAVA_OPTIONS", javaOptions);
        long now = System.nanoTime();
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new Verge(process, output, now);
    }

    /** The command is a script that becomes Java, so this is the virtual machine's number too. */
    long pid() {
        return process.pid();
    }

    /** Just before the process was made, on this machine's monotonic clock. */
    long startedAt() {
        return startedAt;
    }

    /** Time that processors have worked for it, all its threads together. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Ends it as {@code kill} does, and says how it ended. */
    int stop() throws IOException, InterruptedException {
        process.destroy();
        return exitCode(20);
    }

    int exitCode(long seconds) throws IOException, InterruptedException {
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            throw new IOException("verge still runs after " + seconds + " s; " + said());
        }
        return process.exitValue();
    }

    /** The last lines that it printed. */
    String said() throws IOException {
        List<String> lines = Files.readAllLines(output, StandardCharsets.UTF_8);
        return "it printed:\n" + String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL), lines.size()));
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
