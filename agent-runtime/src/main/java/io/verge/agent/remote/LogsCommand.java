package io.verge.agent.remote;

import io.verge.agent.cli.ExitCode;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The last lines of the log, and on request those that follow. */
@Command(name = "logs", description = "The last lines of the agent's log.", mixinStandardHelpOptions = true)
public final class LogsCommand extends RemoteCommand {
    @Option(
            names = {"-f", "--follow"},
            description = "Go on with each new line, until told to stop.")
    private boolean follow;

    private long last = -1;

    @Override
    int run(AgentClient client) throws RemoteException, InterruptedException {
        if (follow) {
            return WatchCommand.follow(client, "logs", this::printQuietly, 0);
        }
        print(client.get("logs"));
        return ExitCode.OK;
    }

    private void printQuietly(byte[] answer) {
        try {
            print(answer);
        } catch (RemoteException e) {
            out().println("# " + e.getMessage());
        }
        out().flush();
    }

    private void print(byte[] answer) throws RemoteException {
        for (Map<String, Object> line : Text.list(Text.parse(answer))) {
            long number = line.get("number") instanceof Number n ? n.longValue() : -1;
            if (number > last) {
                last = number;
                out().println(json ? Text.json(line) : words(line));
            }
        }
    }

    private static String words(Map<String, Object> line) {
        String logger = Text.of(line, "logger");
        String thrown = Text.of(line, "thrown");
        return Text.of(line, "time") + " " + String.format("%-5s", Text.of(line, "level")) + " "
                + logger.substring(logger.lastIndexOf('.') + 1) + ": " + Text.of(line, "message")
                + (thrown.isEmpty() ? "" : " (" + thrown + ")");
    }
}
