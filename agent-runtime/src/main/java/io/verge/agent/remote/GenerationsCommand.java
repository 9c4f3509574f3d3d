package io.verge.agent.remote;

import io.verge.agent.cli.ExitCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;

/** The sets of bundles that the box can start. */
@Command(
        name = "generations",
        description =
                "The sets of bundles that the box can start: which runs, which is current, which is the last good one.",
        mixinStandardHelpOptions = true)
public final class GenerationsCommand extends RemoteCommand {
    private static final String ROW = "%-6s %-20s %-22s %-22s %s";

    @Override
    int run(AgentClient client) throws RemoteException {
        byte[] answer = client.get("generations");
        if (json) {
            printRaw(answer);
            return ExitCode.OK;
        }
        out().println(String.format(ROW, "NUMBER", "RELEASE", "MADE", "STATE", "SIZE"));
        for (Map<String, Object> one : Text.list(Text.parse(answer))) {
            out().println(String.format(
                    ROW,
                    Text.of(one, "number"),
                    one.containsKey("release") ? Text.of(one, "release") : "(shipped)",
                    one.containsKey("made") ? Text.of(one, "made") : "-",
                    states(one),
                    size(one)));
        }
        return ExitCode.OK;
    }

    private static String states(Map<String, Object> generation) {
        List<String> states = new ArrayList<>();
        for (String state : List.of("running", "current", "good")) {
            if (Boolean.TRUE.equals(generation.get(state))) {
                states.add(state);
            }
        }
        return states.isEmpty() ? "-" : String.join(",", states);
    }

    private static String size(Map<String, Object> generation) {
        return generation.get("size") instanceof Number octets && octets.longValue() > 0
                ? String.format(Locale.ROOT, "%.1f MB", octets.longValue() / 1e6)
                : "-";
    }
}
