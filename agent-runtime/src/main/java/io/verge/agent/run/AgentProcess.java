package io.verge.agent.run;

import io.verge.agent.cli.ExitCode;
import io.verge.agent.launcher.Agent;
import io.verge.agent.launcher.AgentException;
import io.verge.agent.launcher.Ending;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** An agent as this process: a signal ends it cleanly, and within two seconds in any case. */
final class AgentProcess {
    private AgentProcess() {}

    /**
     * Runs it to its end.
     *
     * @param ending hears how that comes
     */
    static int run(Agent agent, PrintWriter err, Ending ending) throws InterruptedException, IOException {
        return run(agent, err, ending, () -> {});
    }

    /**
     * Runs it to its end.
     *
     * @param afterwards what must be gone before the process is, however it ends
     */
    static int run(Agent agent, PrintWriter err, Closeable afterwards) throws InterruptedException, IOException {
        return run(agent, err, Ending.UNHEARD, afterwards);
    }

    private static int run(Agent agent, PrintWriter err, Ending ending, Closeable afterwards)
            throws InterruptedException, IOException {
        CountDownLatch stopped = new CountDownLatch(1);
        Thread onEnd = new Thread(() -> stopAndHalt(agent, ending, stopped), "stop");
        Runtime.getRuntime().addShutdownHook(onEnd);
        try {
            return agent.run();
        } catch (AgentException e) {
            err.println("error: " + e.getMessage());
            ending.failed(String.valueOf(e.getMessage()));
            return ExitCode.FAULT;
        } finally {
            try {
                afterwards.close();
            } finally {
                stopped.countDown();
                forget(onEnd);
            }
        }
    }

    /** The exit code of a process that a signal ends would be the signal's; a clean stop is a success. */
    private static void stopAndHalt(Agent agent, Ending ending, CountDownLatch stopped) {
        Optional<String> within = ExitCaller.find();
        within.ifPresentOrElse(ending::fromWithin, ending::asked);
        agent.requestExit(ExitCode.OK);
        try {
            boolean inTime = stopped.await(Agent.STOP_MILLIS, TimeUnit.MILLISECONDS);
            System.out.flush();
            Runtime.getRuntime().halt(inTime && within.isEmpty() ? ExitCode.OK : ExitCode.FAULT);
        } catch (InterruptedException e) {
            Runtime.getRuntime().halt(ExitCode.FAULT);
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending by a signal: the hook is what waits for us.
        }
    }
}
