package io.verge.agent.remote;

import io.verge.agent.cli.ExitCode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.eclipse.californium.core.coap.CoAP.Code;
import org.eclipse.californium.core.coap.MediaTypeRegistry;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Signs and notices of the running agent. */
@Command(
        name = "sign",
        description = "Show, put up or take down traffic signs and notices.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
public final class SignCommand {
    /** The commands below it. */
    public static List<Object> all() {
        return List.of(new Show(), new Put(), new Remove());
    }

    /** All, a line each. */
    @Command(name = "list", description = "All signs and notices.", mixinStandardHelpOptions = true)
    static final class Show extends RemoteCommand {
        @Override
        int run(AgentClient client) throws RemoteException {
            byte[] answer = client.get("signs");
            if (json) {
                printRaw(answer);
            } else {
                Text.list(Text.parse(answer)).forEach(sign -> out().println(line(sign)));
            }
            return ExitCode.OK;
        }
    }

    /** One more, or another in the place of the one with its name. */
    @Command(
            name = "put",
            description = "Put up a sign or notice, or change it; it is gone after a restart of the agent.",
            mixinStandardHelpOptions = true)
    static final class Put extends RemoteCommand {
        @Parameters(paramLabel = "ID", description = "Its name: lower-case letters, digits and hyphens.")
        private String id = "";

        @Option(names = "--sign", description = "Code of the national catalogue.")
        private @Nullable Integer sign;

        @Option(names = "--event", description = "road-works or weather, instead of a sign.")
        private @Nullable String event;

        @Option(names = "--text", description = "On it, or about it.")
        private @Nullable String text;

        @Option(names = "--value", description = "Number on it, such as a speed limit in m/s.")
        private @Nullable Double value;

        @Option(names = "--east", required = true, description = "Metres east of the box.")
        private double east;

        @Option(names = "--north", required = true, description = "Metres north of the box.")
        private double north;

        @Option(names = "--radius", description = "Metres around it that an event concerns.")
        private @Nullable Double radius;

        @Option(names = "--lanes", split = ",", description = "Lanes of the map; all without.")
        private List<Integer> lanes = new ArrayList<>();

        @Option(names = "--from", description = "When it begins, such as 2026-12-31T18:00Z; now without.")
        private @Nullable String from;

        @Option(names = "--until", description = "When it ends; after a day without.")
        private @Nullable String until;

        @Override
        int run(AgentClient client) throws RemoteException {
            byte[] body = Text.json(fields()).getBytes(StandardCharsets.UTF_8);
            byte[] answer =
                    client.changeOrProblems(Code.PUT, "signs/" + path(id), body, MediaTypeRegistry.APPLICATION_JSON);
            Map<String, Object> report = Text.map(Text.parse(answer));
            if (json) {
                printRaw(answer);
            } else if (report.get("problems") instanceof List<?> problems) {
                problems.forEach(problem -> out().println(id + ": " + problem));
            } else {
                out().println(line(report));
            }
            return report.containsKey("problems") ? ExitCode.CONFIGURATION : ExitCode.OK;
        }

        private Map<String, Object> fields() {
            Map<String, Object> fields = new LinkedHashMap<>();
            add(fields, "sign", sign);
            add(fields, "event", event);
            add(fields, "text", text);
            add(fields, "value", value);
            add(fields, "east", east);
            add(fields, "north", north);
            add(fields, "radius", radius);
            add(fields, "lanes", lanes);
            add(fields, "from", from);
            add(fields, "until", until);
            return fields;
        }

        private static void add(Map<String, Object> fields, String name, @Nullable Object field) {
            if (field != null) {
                fields.put(name, field);
            }
        }
    }

    /** One less. */
    @Command(name = "remove", description = "Take down what was put up.", mixinStandardHelpOptions = true)
    static final class Remove extends RemoteCommand {
        @Parameters(paramLabel = "ID", description = "As `verge sign list` shows it.")
        private String id = "";

        @Override
        int run(AgentClient client) throws RemoteException {
            client.change(Code.DELETE, "signs/" + path(id), null, MediaTypeRegistry.UNDEFINED);
            out().println(id + " is taken down");
            return ExitCode.OK;
        }
    }

    /** As a part of an address, whatever was typed: what an id may be is for the agent to say. */
    private static String path(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** {@code hole  on the air  local  east 30.0, lanes [], north 2.0, sign 38, until …}. */
    private static String line(Map<String, Object> sign) {
        String state = "true".equals(Text.of(sign, "announced")) ? "on the air" : "waits";
        List<String> rest = new ArrayList<>();
        for (String key : new TreeSet<>(sign.keySet())) {
            if (!List.of("id", "announced", "origin").contains(key)) {
                rest.add(key + " " + Text.of(sign, key));
            }
        }
        return String.format(
                "%-16s %-10s %-8s %s", Text.of(sign, "id"), state, Text.of(sign, "origin"), String.join(", ", rest));
    }
}
