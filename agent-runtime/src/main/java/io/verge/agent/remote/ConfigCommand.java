package io.verge.agent.remote;

import io.verge.agent.cli.ExitCode;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.eclipse.californium.core.coap.CoAP.Code;
import org.eclipse.californium.core.coap.MediaTypeRegistry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The device profile of a running agent. */
@Command(
        name = "config",
        description = "Show, check or apply the device profile.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
public final class ConfigCommand {
    /** Shows the profile that is in force, and what is wrong with it. */
    @Command(name = "show", description = "The profile of the running agent.", mixinStandardHelpOptions = true)
    public static final class Show extends RemoteCommand {
        @Override
        int run(AgentClient client) throws RemoteException {
            byte[] answer = client.get("config");
            Map<String, Object> config = Text.map(Text.parse(answer));
            if (json) {
                printRaw(answer);
            } else {
                out().print(Text.of(config, "text"));
                for (Map<String, Object> problem : Text.list(config.get("problems"))) {
                    out().println("# " + problem(problem));
                }
            }
            return Text.list(config.get("problems")).isEmpty() ? ExitCode.OK : ExitCode.NOT_OK;
        }
    }

    /** Sends a profile; the agent takes it as a whole or not at all. */
    @Command(name = "apply", description = "Give the running agent another profile.", mixinStandardHelpOptions = true)
    public static final class Apply extends RemoteCommand {
        @Parameters(paramLabel = "FILE", description = "The profile.")
        private Path file = Path.of("");

        @Override
        int run(AgentClient client) throws RemoteException {
            byte[] answer = client.changeOrProblems(Code.PUT, "config", read(file), MediaTypeRegistry.TEXT_PLAIN);
            Map<String, Object> report = Text.map(Text.parse(answer));
            for (Map<String, Object> problem : Text.list(report.get("problems"))) {
                out().println(file + ":" + problem(problem));
            }
            if (!Text.list(report.get("problems")).isEmpty()) {
                return ExitCode.CONFIGURATION;
            }
            for (Map<String, Object> note : Text.list(report.get("notes"))) {
                out().println("note: " + file + ":" + problem(note));
            }
            for (Map<String, Object> change : Text.list(report.get("changes"))) {
                out().println(Text.of(change, "kind").toLowerCase(Locale.ROOT) + " " + Text.of(change, "pid"));
            }
            out().println("applied");
            return ExitCode.OK;
        }
    }

    private static String problem(Map<String, Object> problem) {
        String key = Text.of(problem, "key");
        return Text.of(problem, "line") + ": " + (key.isEmpty() ? "" : key + ": ") + Text.of(problem, "message");
    }
}
