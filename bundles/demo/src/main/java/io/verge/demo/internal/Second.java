package io.verge.demo.internal;

import io.verge.api.air.AirReport;
import io.verge.api.app.AppReport;
import io.verge.api.road.RoadUserType;
import io.verge.api.scene.RoadUser;
import io.verge.api.scene.Scene;
import io.verge.api.signal.SignalPhase;
import io.verge.api.signal.SignalState;
import io.verge.api.signal.SignalTiming;
import io.verge.api.status.Status;
import io.verge.api.time.Latency;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A few lines on what went through the agent between two snapshots. */
final class Second {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Snapshot before;
    private final Snapshot now;
    private final double seconds;

    Second(Snapshot before, Snapshot now) {
        this.before = before;
        this.now = now;
        seconds = Math.max(1e-3, (now.nanos() - before.nanos()) / 1e9);
    }

    /** The lines, without a line end behind the last. */
    String text() {
        return String.join(
                System.lineSeparator(),
                TIME.format(now.time()) + "  devices  " + devices(),
                "          road     " + road(now.scene()),
                "          signals  " + signals(now.scene()),
                "          apps     " + apps(),
                "          events   " + events(),
                "          air      " + air(),
                "          latency  " + latency(),
                "          cloud    " + UplinkText.line(now.uplink()));
    }

    private String devices() {
        return now.devices().isEmpty()
                ? "none yet"
                : now.devices().stream().map(this::device).collect(Collectors.joining("  "));
    }

    private String device(Snapshot.Seen seen) {
        Status status = seen.status().status();
        if (!status.works()) {
            String cause =
                    status.trouble() == null ? "" : " (" + status.trouble().cause() + ")";
            return seen.id() + " " + status.state() + cause;
        }
        return seen.id() + " " + rate(seen.done() - before.done(seen.id()));
    }

    private String road(@Nullable Scene scene) {
        if (scene == null) {
            return "no scene yet";
        }
        Map<RoadUserType, Integer> types = new EnumMap<>(RoadUserType.class);
        for (RoadUser user : scene.roadUsers()) {
            types.merge(user.type(), 1, Integer::sum);
        }
        String users = types.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return (users.isEmpty() ? "nobody" : users) + "; " + scene.events().size() + " events; scenes "
                + rate(now.scenes() - before.scenes());
    }

    private static String signals(@Nullable Scene scene) {
        if (scene == null || scene.signals().isEmpty()) {
            return "none heard";
        }
        return scene.signals().values().stream()
                .map(state -> signal(state, scene.time()))
                .collect(Collectors.joining("  "));
    }

    private static String signal(SignalState state, Instant time) {
        String shown = state.group() + " " + colour(state.phase());
        SignalTiming timing = state.timing();
        if (timing == null) {
            return shown;
        }
        Instant end = timing.likelyEnd() == null ? timing.minEnd() : timing.likelyEnd();
        double left = Math.max(0, Duration.between(time, end).toMillis() / 1000.0);
        return shown + String.format(Locale.ROOT, " %.1f s", left);
    }

    private static String colour(SignalPhase phase) {
        return switch (phase) {
            case PERMISSIVE_MOVEMENT, PROTECTED_MOVEMENT -> "green";
            case PERMISSIVE_CLEARANCE, PROTECTED_CLEARANCE -> "yellow";
            case STOP_AND_REMAIN -> "red";
            case PRE_MOVEMENT -> "red-yellow";
            case STOP_THEN_PROCEED -> "flashing red";
            case CAUTION -> "flashing yellow";
            case DARK -> "dark";
            case UNAVAILABLE -> "unknown";
        };
    }

    /** What each app announces a second, and how many events it has found. */
    private String apps() {
        return now.apps().isEmpty()
                ? "none yet"
                : now.apps().stream().map(this::app).collect(Collectors.joining("  "));
    }

    private String app(AppReport app) {
        if (!app.status().works()) {
            return app.name() + " " + app.status().state();
        }
        long events = app.counters().getOrDefault("events", 0L);
        String said = app.name() + " " + rate(Verdict.said(app) - before.said(app.name()));
        return events == 0 ? said : said + " (" + events + " events)";
    }

    private String events() {
        return now.events().isEmpty() ? "none yet" : String.join("; ", now.events());
    }

    private String air() {
        List<AirReport> sent =
                now.air().stream().filter(report -> report.sent() > 0).toList();
        if (sent.isEmpty()) {
            return "nothing sent yet";
        }
        String rates = sent.stream()
                .map(report -> report.kind() + " " + rate(report.sent() - before.sent(report.kind())))
                .collect(Collectors.joining("  "));
        String decoded = sent.stream()
                .map(report -> report.kind() + " " + now.heard("decoded", report.kind()))
                .collect(Collectors.joining(" "));
        return rates + "; the radio has decoded " + decoded;
    }

    private String latency() {
        return now.latency().stream()
                .filter(report -> report.hop().equals(Latency.TOTAL))
                .findFirst()
                .map(report -> String.format(
                        Locale.ROOT,
                        "from device to air p50 %.1f ms, p99 %.1f ms",
                        report.p50Nanos() / 1e6,
                        report.p99Nanos() / 1e6))
                .orElse("not measured yet");
    }

    private String rate(long count) {
        return String.format(Locale.ROOT, "%.0f/s", count / seconds);
    }
}
