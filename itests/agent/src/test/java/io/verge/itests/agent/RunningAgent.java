package io.verge.itests.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

/** An agent that runs the crossing of the demo, and what its own command line says of it. */
final class RunningAgent implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration STOP = Duration.ofMinutes(1);

    private final Home home;
    private Verge agent;

    private RunningAgent(Home home, Verge agent) {
        this.home = home;
        this.agent = agent;
    }

    /** Starts it and waits until all its parts are OK. */
    static RunningAgent start(Path folder) throws Exception {
        return start(Home.ofDemo(folder));
    }

    static RunningAgent start(Home home) throws Exception {
        return start(home, home.environment());
    }

    /** Without a supervisor: the script starts it again when it asks for that. */
    static RunningAgent startAlone(Home home) throws Exception {
        Map<String, String> environment = new HashMap<>(home.environment());
        environment.put("VERGE_SUPERVISED", "");
        return start(home, environment);
    }

    private static RunningAgent start(Home home, Map<String, String> environment) throws Exception {
        RunningAgent running = new RunningAgent(home, Verge.start(withTimeToStop(environment), "run"));
        try {
            running.awaitOk();
            return running;
        } catch (Exception | AssertionError e) {
            running.close(); // else it would stand in the way of the next one
            throw e;
        }
    }

    /** Others run beside the tests: what takes a box a second may take longer here. */
    private static Map<String, String> withTimeToStop(Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("VERGE_JAVA_OPTIONS", Verge.TIME_TO_STOP);
        return all;
    }

    Home home() {
        return home;
    }

    Verge process() {
        return agent;
    }

    /** Stops it by a signal, and says how it ended. */
    int stop() throws Exception {
        agent.terminate();
        return agent.exitCode(STOP);
    }

    void startAgain() throws Exception {
        agent = Verge.start(withTimeToStop(home.environment()), "run");
        awaitOk();
    }

    /** Asks again and again: nothing tells an outsider when an agent is ready. */
    void awaitOk() throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Verge.Result status = home.verge("status");
            if (status.code() == 0) {
                return;
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError(
                        "not OK after " + PATIENCE + ":\n" + status.text() + "\n" + String.join("\n", agent.lines()));
            }
        }
    }

    /** Asks again and again until it is answered so. */
    static Verge.Result await(Callable<Verge.Result> question, Predicate<Verge.Result> wanted) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Verge.Result answer = question.call();
        while (!wanted.test(answer)) {
            assertThat(System.nanoTime()).as(answer.text()).isLessThan(deadline);
            answer = question.call();
        }
        return answer;
    }

    Map<String, Object> device(String id) throws Exception {
        return home.device(id);
    }

    long counter(String device, String name) throws Exception {
        return home.counter(device, name);
    }

    /** Asks again and again until a device has counted that far. */
    void awaitCounter(String device, String name, long least) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (long count = counter(device, name); count < least; count = counter(device, name)) {
            assertThat(System.nanoTime())
                    .as("%s of %s: %d", name, device, count)
                    .isLessThan(deadline);
        }
    }

    /** The objects of an array that a command prints with {@code --json}. */
    List<Map<String, Object>> json(String... command) throws Exception {
        return home.json(command);
    }

    @Override
    public void close() {
        agent.close();
    }
}
