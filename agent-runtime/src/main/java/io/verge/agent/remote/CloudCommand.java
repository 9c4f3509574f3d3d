package io.verge.agent.remote;

import io.verge.agent.cli.ExitCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import picocli.CommandLine.Command;

/** {@code verge cloud}: the session with the cloud, as {@code systemctl status} shows a service. */
@Command(
        name = "cloud",
        description = "The session with the cloud, and why there is none.",
        mixinStandardHelpOptions = true)
final class CloudCommand extends RemoteCommand {
    private final Clock clock;

    CloudCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    int run(AgentClient client) throws RemoteException {
        byte[] answer = client.get("cloud");
        Map<String, Object> cloud = Text.map(Text.parse(answer));
        if (json) {
            printRaw(answer);
        } else if (cloud.isEmpty()) {
            out().println("the profile has no section cloud: nothing is sent anywhere");
        } else {
            print(cloud, clock.instant());
        }
        return cloud.isEmpty() || Text.of(cloud, "state").equals("OK") ? ExitCode.OK : ExitCode.NOT_OK;
    }

    private void print(Map<String, Object> cloud, Instant now) {
        out().println(Text.line("cloud", cloud, now));
        row("broker", Text.of(cloud, "broker") + " as " + Text.of(cloud, "client"));
        row("session", session(cloud, now));
        row("mode", Text.of(cloud, "mode"));
        String roundTrip = Text.of(cloud, "roundTripMillis");
        row("round trip", roundTrip.isEmpty() ? "" : roundTrip + " ms");
        String expires = Text.of(cloud, "identityExpires");
        row("identity", expires.isEmpty() ? "" : Text.of(cloud, "identityState") + ", until " + expires);
        row("consumers", consumers(Text.map(cloud.get("consumers"))));
        row("counters", Text.counters(cloud.get("counters")));
        Map<String, Object> last = Text.map(cloud.get("last"));
        if (!last.isEmpty()) {
            row("last end", Text.of(last, "since") + "  " + Text.of(last, "cause"));
            row("", "→ " + Text.of(last, "remedy"));
        }
    }

    private void row(String name, String text) {
        if (!text.isEmpty()) {
            out().println(String.format("    %-11s %s", name, text));
        }
    }

    private static String session(Map<String, Object> cloud, Instant now) {
        String head = Text.of(cloud, "phase") + ", connection " + Text.of(cloud, "connection");
        String connected = Text.of(cloud, "connected");
        String next = Text.of(cloud, "nextAttempt");
        if (!connected.isEmpty()) {
            return head + ", since " + connected;
        }
        if (!next.isEmpty()) {
            long seconds =
                    Math.max(0, Duration.between(now, Instant.parse(next)).toSeconds());
            return head + ", next attempt in " + seconds + " s";
        }
        return head;
    }

    private static String consumers(Map<String, Object> consumers) {
        StringJoiner all = new StringJoiner("  ");
        new TreeMap<>(consumers)
                .forEach((name, there) -> all.add(name + (Boolean.TRUE.equals(there) ? " online" : " away")));
        return all.toString();
    }
}
