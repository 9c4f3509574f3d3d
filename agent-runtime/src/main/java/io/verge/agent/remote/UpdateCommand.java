package io.verge.agent.remote;

import io.verge.agent.cli.Directory;
import io.verge.agent.cli.ExitCode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.californium.core.coap.CoAP.Code;
import org.eclipse.californium.core.coap.MediaTypeRegistry;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Signed releases: what would change, changing it, and going back. */
@Command(
        name = "update",
        description = "Signed releases: how it stands; with a command: plan, apply, cancel, rollback, history.",
        mixinStandardHelpOptions = true)
public final class UpdateCommand extends RemoteCommand {
    private static final String RESOURCE = "update";

    private final Clock clock;

    /** @param clock of this computer: says how long ago something was */
    public UpdateCommand(Clock clock) {
        this.clock = clock;
    }

    /** The commands below it. */
    public static List<Object> all(Clock clock) {
        return List.of(
                new StatusOfUpdate(clock),
                new Plan(),
                new Apply(clock),
                new Cancel(clock),
                new Rollback(clock),
                new History(clock));
    }

    @Override
    int run(AgentClient client) throws RemoteException {
        return status(this, client, clock);
    }

    private static int status(RemoteCommand command, AgentClient client, Clock clock) throws RemoteException {
        byte[] answer = client.get(RESOURCE);
        Map<String, Object> report = Text.map(Text.parse(answer));
        if (command.json) {
            command.printRaw(answer);
        } else if (report.isEmpty()) {
            throw new RemoteException("the updater is not running: see `verge why io.verge.update`");
        } else {
            UpdateText.report(report, clock.instant()).forEach(command.out()::println);
        }
        return Text.of(report, "state").equals("OK") ? ExitCode.OK : ExitCode.NOT_OK;
    }

    /** The same as without a command. */
    @Command(name = "status", description = "How it stands.", mixinStandardHelpOptions = true)
    static final class StatusOfUpdate extends RemoteCommand {
        private final Clock clock;

        StatusOfUpdate(Clock clock) {
            this.clock = clock;
        }

        @Override
        int run(AgentClient client) throws RemoteException {
            return status(this, client, clock);
        }
    }

    /** Names a release and where it comes from. */
    abstract static class Wish extends RemoteCommand {
        @Parameters(paramLabel = "RELEASE", description = "Its name; 'shipped' is the installation as it came.")
        String release = "";

        @Option(
                names = "--from",
                paramLabel = "SOURCE",
                description =
                        "A folder of this computer, or a URI (default: the first source of the profile). With --host"
                                + " the box fetches from here, for as long as this command runs.")
        String from = "";

        @Override
        final int run(AgentClient client) throws RemoteException, InterruptedException {
            @Nullable Path folder = folder();
            if (folder == null) {
                return ask(client, wish(from), false);
            }
            if (agent.local()) {
                // The agent has another working directory.
                return ask(client, wish(folder.toUri().toString()), false);
            }
            try (LaptopFolder shared = LaptopFolder.share(folder, agent)) {
                return ask(client, wish(shared.uri()), true);
            }
        }

        /**
         * Asks the agent.
         *
         * @param fromHere whether the agent fetches from this computer, for as long as this command runs
         * @return the exit code
         */
        abstract int ask(AgentClient client, Map<String, Object> wish, boolean fromHere)
                throws RemoteException, InterruptedException;

        private Map<String, Object> wish(String source) {
            Map<String, Object> wish = new LinkedHashMap<>();
            wish.put("id", "cli-" + UUID.randomUUID());
            wish.put("release", release);
            wish.put("source", source);
            return wish;
        }

        /** Null when the source is no folder of this computer. */
        private @Nullable Path folder() {
            if (from.isEmpty() || isUri(from)) {
                return null;
            }
            try {
                Path folder = Directory.resolve(from);
                return Files.isDirectory(folder) ? folder : null;
            } catch (InvalidPathException e) {
                return null;
            }
        }

        private static boolean isUri(String text) {
            try {
                return URI.create(text).isAbsolute();
            } catch (IllegalArgumentException e) {
                return false;
            }
        }
    }

    private static byte[] post(AgentClient client, String what, Map<String, Object> body) throws RemoteException {
        byte[] json = Text.json(body).getBytes(StandardCharsets.UTF_8);
        return client.changeSlowly(Code.POST, RESOURCE + "?do=" + what, json, MediaTypeRegistry.APPLICATION_JSON);
    }

    /** The blast radius of a release. */
    @Command(
            name = "plan",
            description = "What a release would change, which devices would pause, and what it needs. Changes nothing.",
            mixinStandardHelpOptions = true)
    static final class Plan extends Wish {
        @Override
        int ask(AgentClient client, Map<String, Object> wish, boolean fromHere) throws RemoteException {
            byte[] answer = post(client, "plan", wish);
            Map<String, Object> plan = Text.map(Text.parse(answer));
            if (json) {
                printRaw(answer);
            } else {
                UpdateText.plan(plan).forEach(out()::println);
            }
            return plan.get("obstacles") instanceof List<?> obstacles && !obstacles.isEmpty()
                    ? ExitCode.NOT_OK
                    : ExitCode.OK;
        }
    }

    /** Wishes for a release. */
    @Command(
            name = "apply",
            description = "Install a release: it goes on by itself, also after a restart.",
            mixinStandardHelpOptions = true)
    static final class Apply extends Wish {
        private final Clock clock;

        @Option(
                names = "--now",
                description = "Do not wait for the maintenance window and for objections; a safe moment it waits for.")
        private boolean now;

        @Option(names = "--wait", description = "Follow it to its end: exit code 0 when it is committed, else 1.")
        private boolean wait;

        Apply(Clock clock) {
            this.clock = clock;
        }

        @Override
        int ask(AgentClient client, Map<String, Object> wish, boolean fromHere)
                throws RemoteException, InterruptedException {
            wish.put("forced", now);
            byte[] answer = post(client, "apply", wish);
            if (wait || fromHere) {
                return new UpdateFollower(client, Text.of(wish, "id"), clock, out())
                        .toTheEnd(Text.map(Text.parse(answer)));
            }
            if (json) {
                printRaw(answer);
            } else {
                out().println(UpdateText.entry(Text.map(Text.parse(answer)), clock.instant()));
                out().println("    it goes on by itself: see `verge update`");
            }
            return ExitCode.OK;
        }
    }

    /** Says why. */
    abstract static class Because extends RemoteCommand {
        private final Clock clock;
        private final String what;

        @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the history.")
        @Nullable
        String reason;

        Because(Clock clock, String what) {
            this.clock = clock;
            this.what = what;
        }

        @Override
        int run(AgentClient client) throws RemoteException {
            Map<String, Object> body = new LinkedHashMap<>();
            if (reason != null) {
                body.put("why", reason);
            }
            byte[] answer = post(client, what, body);
            if (json) {
                printRaw(answer);
            } else {
                out().println(UpdateText.entry(Text.map(Text.parse(answer)), clock.instant()));
            }
            return ExitCode.OK;
        }
    }

    /** Gives up what goes on. */
    @Command(
            name = "cancel",
            description = "Give up the update that goes on, as long as nothing was switched.",
            mixinStandardHelpOptions = true)
    static final class Cancel extends Because {
        Cancel(Clock clock) {
            super(clock, "cancel");
        }
    }

    /** Goes back. */
    @Command(
            name = "rollback",
            description = "Go back to the set that ran before; needs no network.",
            mixinStandardHelpOptions = true)
    static final class Rollback extends Because {
        Rollback(Clock clock) {
            super(clock, "rollback");
        }
    }

    /** Earlier ones. */
    @Command(name = "history", description = "Earlier updates, the newest first.", mixinStandardHelpOptions = true)
    static final class History extends RemoteCommand {
        private final Clock clock;

        @Option(names = "--last", paramLabel = "N", defaultValue = "20", description = "So many (default: 20).")
        private int last;

        History(Clock clock) {
            this.clock = clock;
        }

        @Override
        int run(AgentClient client) throws RemoteException {
            byte[] answer = client.get(RESOURCE + "/history?last=" + last);
            if (json) {
                printRaw(answer);
                return ExitCode.OK;
            }
            List<Map<String, Object>> entries = Text.list(Text.parse(answer));
            if (entries.isEmpty()) {
                out().println("no update was made yet");
            }
            for (Map<String, Object> entry : entries) {
                UpdateText.lines(entry, clock.instant()).forEach(out()::println);
            }
            return ExitCode.OK;
        }
    }
}
