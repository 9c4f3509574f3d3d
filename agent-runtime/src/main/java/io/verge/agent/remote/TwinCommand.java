package io.verge.agent.remote;

import io.verge.agent.cli.ExitCode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.californium.core.coap.CoAP.Code;
import org.eclipse.californium.core.coap.MediaTypeRegistry;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** What the cloud wants of the running agent, what became of it, and what is held against it. */
@Command(
        name = "twin",
        description = "What the cloud wants, what became of it, and what is held against it.",
        mixinStandardHelpOptions = true)
public final class TwinCommand extends RemoteCommand {
    private final Clock clock;

    /** @param clock of this computer: says how long ago something was */
    public TwinCommand(Clock clock) {
        this.clock = clock;
    }

    /** The commands below it. */
    public static List<Object> all(Clock clock) {
        return List.of(new Hold(clock), new Release(clock));
    }

    @Override
    int run(AgentClient client) throws RemoteException {
        byte[] answer = client.get("twin");
        print(this, answer, clock.instant());
        return Text.of(Text.map(Text.parse(answer)), "state").equals("OK") ? ExitCode.OK : ExitCode.NOT_OK;
    }

    private static void print(RemoteCommand command, byte[] answer, Instant now) throws RemoteException {
        if (command.json) {
            command.printRaw(answer);
            return;
        }
        Map<String, Object> twin = Text.map(Text.parse(answer));
        command.out().println(Text.line("twin", twin, now));
        if (Text.of(twin, "desired").isEmpty()) {
            return;
        }
        command.out()
                .println(String.format(
                        "    epoch %s, version %s judged last, version %s in force",
                        Text.of(twin, "epoch"), Text.of(twin, "desired"), Text.of(twin, "applied")));
        for (Map<String, Object> key : Text.list(twin.get("keys"))) {
            command.out().println(line(key));
        }
    }

    /** {@code apps.signal-phase  overridden  by 12  until 2026-…: tests — verge twin release apps.signal-phase}. */
    private static String line(Map<String, Object> key) {
        String until = Text.of(key, "until");
        String why = Text.of(key, "why");
        StringBuilder line = new StringBuilder(String.format(
                "%-28s %-11s by %s", Text.of(key, "key"), Text.of(key, "outcome"), Text.of(key, "desired")));
        if (!until.isEmpty()) {
            line.append("  until ").append(until);
        }
        if (!why.isEmpty()) {
            line.append("  ").append(why);
        }
        if (!until.isEmpty()) {
            line.append(" — verge twin release ").append(Text.of(key, "key")).append(" ends it");
        }
        return line.toString();
    }

    private static String path(String key) {
        return "twin/holds/" + URLEncoder.encode(key, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Keeps a part as it is. */
    @Command(
            name = "hold",
            description = "Keep a part of the profile as it is against the cloud, for a time.",
            mixinStandardHelpOptions = true)
    static final class Hold extends RemoteCommand {
        private final Clock clock;

        @Parameters(paramLabel = "KEY", description = "Such as apps.collision-warning or devices.rsu.power.")
        private String key = "";

        @Option(
                names = "--for",
                paramLabel = "TIME",
                converter = TimeConverter.class,
                description = "Such as 90m, 8h or 2d, at most 7d; 8h without.")
        private Duration time = Duration.ofHours(8);

        @Option(names = "--reason", required = true, description = "Why, for those who read the trail.")
        private String reason = "";

        Hold(Clock clock) {
            this.clock = clock;
        }

        @Override
        int run(AgentClient client) throws RemoteException {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("seconds", time.toSeconds());
            fields.put("reason", reason);
            byte[] body = Text.json(fields).getBytes(StandardCharsets.UTF_8);
            print(this, client.change(Code.PUT, path(key), body, MediaTypeRegistry.APPLICATION_JSON), clock.instant());
            return ExitCode.OK;
        }
    }

    /** Gives a part back to the cloud. */
    @Command(
            name = "release",
            description = "End a hold: what the cloud wants counts again.",
            mixinStandardHelpOptions = true)
    static final class Release extends RemoteCommand {
        private final Clock clock;

        @Parameters(paramLabel = "KEY", description = "As `verge twin` shows it.")
        private String key = "";

        Release(Clock clock) {
            this.clock = clock;
        }

        @Override
        int run(AgentClient client) throws RemoteException {
            byte[] answer = client.change(Code.DELETE, path(key), null, MediaTypeRegistry.UNDEFINED);
            print(this, answer, clock.instant());
            return ExitCode.OK;
        }
    }

    /** A number and one of s, m, h, d. */
    static final class TimeConverter implements ITypeConverter<Duration> {
        private static final Pattern TIME = Pattern.compile("([0-9]{1,7})([smhd])");

        @Override
        public Duration convert(String text) {
            Matcher time = TIME.matcher(text);
            if (!time.matches()) {
                throw new TypeConversionException("a time such as 90m, 8h or 2d was expected, not " + text);
            }
            long count = Long.parseLong(time.group(1));
            return switch (time.group(2)) {
                case "s" -> Duration.ofSeconds(count);
                case "m" -> Duration.ofMinutes(count);
                case "h" -> Duration.ofHours(count);
                default -> Duration.ofDays(count);
            };
        }
    }
}
