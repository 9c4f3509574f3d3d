package io.verge.agent.remote;

import io.verge.agent.cli.ExitCode;
import io.verge.agent.cli.PrintingCommand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the commands that ask an agent have in common. */
abstract class RemoteCommand extends PrintingCommand {
    @Mixin
    AgentOptions agent = new AgentOptions();

    @Option(names = "--json", description = "Print the answer as it came.")
    boolean json;

    @Override
    public Integer call() throws InterruptedException {
        try (AgentClient client = new AgentClient(agent)) {
            int code = run(client);
            out().flush();
            return code;
        } catch (RemoteException e) {
            out().flush();
            err().println("error: " + e.getMessage());
            return ExitCode.UNAVAILABLE;
        }
    }

    /** Asks and prints. */
    abstract int run(AgentClient client) throws RemoteException, InterruptedException;

    /** All of a file that is to be sent. */
    static byte[] read(Path file) throws RemoteException {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new RemoteException(file + " cannot be read: " + e.getMessage());
        }
    }

    void printRaw(byte[] answer) {
        out().println(new String(answer, StandardCharsets.UTF_8));
    }
}
