package io.verge.agent.remote;

import io.verge.agent.cli.ExitCode;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** What waits for the cloud: a line a lane, then the file and how it is. */
@Command(
        name = "outbox",
        description = "What waits for the cloud, what was dropped and why, and whether it is durable.",
        mixinStandardHelpOptions = true)
public final class OutboxCommand extends RemoteCommand {
    private static final String ROW = "%-10s %9s %10s %6s  %-8s %9s %9s  %s";
    private static final double MEGABYTE = 1e6;

    private final Clock clock;

    public OutboxCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    int run(AgentClient client) throws RemoteException {
        byte[] answer = client.get("outbox");
        Map<String, Object> outbox = Text.map(Text.parse(answer));
        if (json) {
            printRaw(answer);
            return ExitCode.OK;
        }
        if (outbox.isEmpty()) {
            out().println("there is no outbox in this agent");
            return ExitCode.NOT_OK;
        }
        Instant now = clock.instant();
        out().println(String.format(
                ROW, "LANE", "WAITS", "OCTETS", "BUDGET", "OLDEST", "OFFERED", "CONFIRMED", "DROPPED"));
        for (Map<String, Object> lane : Text.list(outbox.get("lanes"))) {
            out().println(row(lane, now));
        }
        out().println(String.format(
                Locale.ROOT,
                "store %s, files %.1f MB",
                Text.of(outbox, "store"),
                number(outbox.get("fileOctets")) / MEGABYTE));
        out().println(Text.line("outbox", outbox, now));
        return Text.of(outbox, "state").equals("OK") ? ExitCode.OK : ExitCode.NOT_OK;
    }

    private static String row(Map<String, Object> lane, Instant now) {
        double budget = number(lane.get("budget"));
        double percent = budget > 0 ? number(lane.get("octets")) * 100 / budget : 0;
        return String.format(
                        Locale.ROOT,
                        ROW,
                        Text.of(lane, "lane"),
                        Text.of(lane, "records"),
                        Text.of(lane, "octets"),
                        String.format(Locale.ROOT, "%.1f%%", percent),
                        Text.age(Text.of(lane, "oldest"), now),
                        Text.of(lane, "offered"),
                        Text.of(lane, "confirmed"),
                        Text.counters(lane.get("dropped")))
                .stripTrailing();
    }

    private static double number(@Nullable Object value) {
        return value instanceof Number number ? number.doubleValue() : 0;
    }
}
