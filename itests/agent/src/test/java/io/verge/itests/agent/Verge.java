package io.verge.itests.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** One run of the packaged command {@code verge}, with what it has printed. */
final class Verge implements AutoCloseable {
    private static final Path COMMAND = Path.of(System.getProperty("verge.distribution", ""), "verge");

    /** An option of Java for an agent that is to stop beside others which use the machine. */
    static final String TIME_TO_STOP = "-Dverge.stop.millis=10000";

    private final Process process;
    /** Guarded by this. */
    private final List<String> lines = new ArrayList<>();

    private boolean ended;

    private Verge(Process process) {
        this.process = process;
        Thread reader = new Thread(this::read, "verge-output");
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts it; standard output and standard error are read together. */
    static Verge start(Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(COMMAND.toString()));
        command.addAll(List.of(arguments));
        return start(environment, command);
    }

    static Verge start(Map<String, String> environment, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("VERGE_SUPERVISED", "1"); // its process is the agent's, and ends when that does
        builder.environment().putAll(environment);
        return new Verge(builder.start());
    }

    /** Runs a command to its end. */
    static Result run(Map<String, String> environment, String... arguments) throws Exception {
        try (Verge verge = start(environment, arguments)) {
            int code = verge.exitCode(Duration.ofMinutes(2));
            return new Result(code, verge.lines());
        }
    }

    /** What a command said and how it ended. */
    record Result(int code, List<String> lines) {
        String text() {
            return String.join("\n", lines);
        }

        /** Fails, and says all that it printed, when it ended otherwise. */
        void assertEnded(int expected) {
            assertThat(code).as(text()).isEqualTo(expected);
        }
    }

    private void read() {
        try (BufferedReader output = new BufferedReader(process.inputReader(StandardCharsets.UTF_8))) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                add(line);
            }
        } catch (IOException e) {
            add("# " + e.getMessage());
        }
        synchronized (this) {
            ended = true;
            notifyAll();
        }
    }

    private synchronized void add(String line) {
        lines.add(line);
        notifyAll();
    }

    synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    /** Waits until it has printed such a line. */
    synchronized String await(Predicate<String> wanted, Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        int seen = 0;
        while (true) {
            for (; seen < lines.size(); seen++) {
                if (wanted.test(lines.get(seen))) {
                    return lines.get(seen);
                }
            }
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (ended || left <= 0) {
                throw new AssertionError(
                        (ended ? "it ended" : "nothing in " + limit) + "; it printed:\n" + String.join("\n", lines));
            }
            wait(left);
        }
    }

    long pid() {
        return process.pid();
    }

    /** As `kill` does. */
    void terminate() {
        process.destroy();
    }

    int exitCode(Duration limit) throws InterruptedException {
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("still running after " + limit + "; it printed:\n" + String.join("\n", lines()));
        }
        synchronized (this) {
            while (!ended) {
                wait();
            }
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
