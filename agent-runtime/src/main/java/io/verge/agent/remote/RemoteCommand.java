package io.verge.agent.remote;

import io.verge.agent.cli.ExitCode;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the commands that ask an agent have in common. */
abstract class RemoteCommand implements Callable<Integer> {
    @Mixin
    AgentOptions agent = new AgentOptions();

    @Option(names = "--json", description = "Print the answer as it came.")
    boolean json;

    @Spec
    @Nullable
    CommandSpec spec;

    PrintWriter out() {
        return spec().commandLine().getOut();
    }

    private CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException("picocli injects the command's specification");
        }
        return spec;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (AgentClient client = new AgentClient(agent)) {
            int code = run(client);
            out().flush();
            return code;
        } catch (RemoteException e) {
            out().flush();
            spec().commandLine().getErr().println("error: " + e.getMessage());
            return ExitCode.UNAVAILABLE;
        }
    }

    /** Asks and prints. */
    abstract int run(AgentClient client) throws RemoteException, InterruptedException;

    void printRaw(byte[] answer) {
        out().println(new String(answer, StandardCharsets.UTF_8));
    }
}
