package io.verge.agent.remote;

import io.verge.agent.cli.ExitCode;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The commands that print one answer. */
public final class LookCommands {
    private LookCommands() {}

    /** What makes them, by name, in the order of the help. */
    public static Map<String, Supplier<Object>> all(Clock clock) {
        Map<String, Supplier<Object>> all = new LinkedHashMap<>();
        all.put("status", () -> new StatusCommand(clock));
        all.put("devices", () -> new PartsCommand.Devices(clock));
        all.put("apps", () -> new PartsCommand.Apps(clock));
        all.put("bundles", BundlesCommand::new);
        all.put("cloud", () -> new CloudCommand(clock));
        all.put("why", WhyCommand::new);
        return all;
    }

    @Command(name = "status", description = "How the agent and all its parts are.", mixinStandardHelpOptions = true)
    static final class StatusCommand extends RemoteCommand {
        private final Clock clock;

        StatusCommand(Clock clock) {
            this.clock = clock;
        }

        @Override
        int run(AgentClient client) throws RemoteException {
            byte[] answer = client.get("status");
            Map<String, Object> status = Text.map(Text.parse(answer));
            if (json) {
                printRaw(answer);
            } else {
                Instant now = clock.instant();
                out().println(Text.line("agent", status, now));
                out().println(Text.line("profile", Text.map(status.get("profile")), now));
                generation(Text.map(status.get("generation")), now);
                update(Text.map(status.get("update")), now);
                for (String part : List.of("outbox", "cloud")) {
                    if (status.containsKey(part)) {
                        out().println(Text.line(part, Text.map(status.get(part)), now));
                    }
                }
                for (Map<String, Object> device : Text.list(status.get("devices"))) {
                    out().println(Text.line(Text.of(device, "id"), device, now));
                }
                for (Map<String, Object> app : Text.list(status.get("apps"))) {
                    out().println(Text.line(Text.of(app, "name"), app, now));
                }
            }
            return Text.of(status, "state").equals("OK") ? ExitCode.OK : ExitCode.NOT_OK;
        }

        /** Only when there is something to say: most boxes are not updated most of the time. */
        private void update(Map<String, Object> update, Instant now) {
            boolean failed = List.of("DEGRADED", "FAILED").contains(Text.of(update, "state"));
            if (failed) {
                out().println(Text.line("update", update, now));
            }
            if (update.containsKey("phase")) {
                String why = Text.of(update, "why");
                out().println(String.format(
                                "%-16s %-11s %-7s %s",
                                "update",
                                Text.of(update, "phase"),
                                Text.age(Text.of(update, "phaseSince"), now),
                                "to " + Text.of(update, "release") + (why.isEmpty() ? "" : ": " + why))
                        .stripTrailing());
            }
        }

        /** Nothing of an agent that does not know generations. */
        private void generation(Map<String, Object> generation, Instant now) {
            if (!generation.isEmpty()) {
                boolean safe = Text.of(generation, "code").equals("safe-mode");
                String name = safe ? "SAFE MODE" : "generation " + Text.of(generation, "number");
                out().println(Text.line(name, generation, now));
            }
        }
    }

    /** Devices and apps alike: a line of status, a line of counters. */
    abstract static class PartsCommand extends RemoteCommand {
        private final Clock clock;
        private final String path;
        private final String key;

        PartsCommand(Clock clock, String path, String key) {
            this.clock = clock;
            this.path = path;
            this.key = key;
        }

        @Override
        int run(AgentClient client) throws RemoteException {
            byte[] answer = client.get(path);
            if (json) {
                printRaw(answer);
                return ExitCode.OK;
            }
            Instant now = clock.instant();
            for (Map<String, Object> part : Text.list(Text.parse(answer))) {
                out().println(Text.line(Text.of(part, key), part, now));
                if (!Text.of(part, "driver").isEmpty()) {
                    out().println("    driver " + Text.of(part, "driver"));
                }
                out().println("    " + Text.counters(part.get("counters")));
                if (!Text.of(part, "lastEvent").isEmpty()) {
                    out().println("    last event: " + Text.of(part, "lastEvent"));
                }
            }
            return ExitCode.OK;
        }

        @Command(
                name = "devices",
                description = "The devices, how they are, and their counters.",
                mixinStandardHelpOptions = true)
        static final class Devices extends PartsCommand {
            Devices(Clock clock) {
                super(clock, "devices", "id");
            }
        }

        @Command(
                name = "apps",
                description = "The apps, how they are, and their counters.",
                mixinStandardHelpOptions = true)
        static final class Apps extends PartsCommand {
            Apps(Clock clock) {
                super(clock, "apps", "name");
            }
        }
    }

    @Command(name = "bundles", description = "The bundles of the agent.", mixinStandardHelpOptions = true)
    static final class BundlesCommand extends RemoteCommand {
        @Override
        int run(AgentClient client) throws RemoteException {
            byte[] answer = client.get("bundles");
            if (json) {
                printRaw(answer);
                return ExitCode.OK;
            }
            out().println(String.format("%-48s %-12s %-10s %s", "NAME", "VERSION", "STATE", "ORIGIN"));
            for (Map<String, Object> bundle : Text.list(Text.parse(answer))) {
                out().println(String.format(
                        "%-48s %-12s %-10s %s",
                        Text.of(bundle, "name"),
                        Text.of(bundle, "version"),
                        Text.of(bundle, "state"),
                        Text.of(bundle, "origin")));
            }
            return ExitCode.OK;
        }
    }

    @Command(
            name = "why",
            description = "Why something does not work, and what to do.",
            mixinStandardHelpOptions = true)
    static final class WhyCommand extends RemoteCommand {
        @Parameters(paramLabel = "NAME", description = "A device, an app, a bundle or a component.")
        private String name = "";

        @Override
        int run(AgentClient client) throws RemoteException {
            byte[] answer = client.get("why/" + name);
            Map<String, Object> why = Text.map(Text.parse(answer));
            if (json) {
                printRaw(answer);
            } else {
                String indent = "";
                for (Object link : why.get("chain") instanceof List<?> chain ? chain : List.of()) {
                    out().println(indent + link);
                    indent = indent + "  ";
                }
                if (!Text.of(why, "remedy").isEmpty()) {
                    out().println("→ " + Text.of(why, "remedy"));
                }
            }
            return Boolean.TRUE.equals(why.get("works")) ? ExitCode.OK : ExitCode.NOT_OK;
        }
    }
}
