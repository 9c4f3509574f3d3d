package io.verge.demo.internal;

import io.verge.api.air.AirReport;
import io.verge.api.app.AppReport;
import io.verge.api.time.LatencyReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which flows there were, and whether each was alive. The cloud is none of them: the road side lives without it. */
record Verdict(List<Flow> flows, List<LatencyReport> latency, Snapshot.Uplink uplink) {
    Verdict {
        flows = List.copyOf(flows);
        latency = List.copyOf(latency);
    }

    /**
     * One flow.
     *
     * @param what went through it, with figures
     */
    record Flow(String name, String what, boolean alive) {}

    /**
     * Of all that there was until a snapshot.
     *
     * @param mayBeQuiet apps that need not have announced anything
     */
    static Verdict of(Snapshot snapshot, Set<String> mayBeQuiet) {
        List<Flow> flows = new ArrayList<>();
        snapshot.devices().forEach(seen -> flows.add(device(seen)));
        snapshot.apps().forEach(app -> flows.add(app(app, mayBeQuiet.contains(app.name()))));
        snapshot.air().stream()
                .filter(report -> report.sent() > 0 || stopped(report) > 0)
                .forEach(report -> flows.add(message(report, snapshot)));
        demand(flows, "device ");
        demand(flows, "app ");
        demand(flows, "message ");
        return new Verdict(flows, snapshot.latency(), snapshot.uplink());
    }

    private static void demand(List<Flow> flows, String kind) {
        if (flows.stream().noneMatch(flow -> flow.name().startsWith(kind))) {
            flows.add(new Flow(kind + "-", "none", false));
        }
    }

    private static Flow device(Snapshot.Seen seen) {
        String what = seen.done()
                + (seen.radio() ? " sent, " : " frames, ")
                + seen.status().status().state();
        return new Flow(
                "device " + seen.id(),
                what,
                seen.done() > 0 && seen.status().status().works());
    }

    private static Flow app(AppReport app, boolean mayBeQuiet) {
        long events = app.counters().getOrDefault("events", 0L);
        long unspeakable = app.counters().getOrDefault("unspeakable", 0L);
        String what = (said(app) - unspeakable) + " announcements"
                + (unspeakable > 0 ? ", " + unspeakable + " that the message set cannot say" : "")
                + (events > 0 ? ", " + events + " events" : "");
        boolean looks = app.counters().getOrDefault("scenes", 0L) > 0;
        boolean alive = app.status().works() && (said(app) > 0 || (mayBeQuiet && looks));
        return new Flow("app " + app.name(), what, alive);
    }

    /** What an app has announced, also what no message set of this region can say. */
    static long said(AppReport app) {
        return app.counters().getOrDefault("announcements", 0L) + app.counters().getOrDefault("unspeakable", 0L);
    }

    private static Flow message(AirReport report, Snapshot snapshot) {
        long received = snapshot.heard("received", report.kind());
        long decoded = snapshot.heard("decoded", report.kind());
        long undecodable = snapshot.heard("undecodable", report.kind());
        String what = String.format(
                Locale.ROOT,
                "%d sent, %d stopped; at the radio %d received, %d decoded, %d undecodable",
                report.sent(),
                stopped(report),
                received,
                decoded,
                undecodable);
        return new Flow("message " + report.kind(), what, report.sent() > 0 && decoded > 0 && undecodable == 0);
    }

    private static long stopped(AirReport report) {
        return report.stopped().values().stream().mapToLong(count -> count).sum();
    }

    boolean good() {
        return flows.stream().allMatch(Flow::alive);
    }

    /** A table with the verdict below it, without a line end behind the last line. */
    String text() {
        List<String> lines = new ArrayList<>();
        lines.add(row("flow", "what went through", ""));
        for (Flow flow : flows) {
            lines.add(row(flow.name(), flow.what(), flow.alive() ? "alive" : "DEAD"));
        }
        for (LatencyReport hop : latency) {
            lines.add(row("latency " + hop.hop(), latency(hop), ""));
        }
        lines.add(row("cloud", UplinkText.summary(uplink), ""));
        long dead = flows.stream().filter(flow -> !flow.alive()).count();
        lines.add(
                good()
                        ? "all " + flows.size() + " flows were alive"
                        : dead + " of " + flows.size() + " flows were dead");
        return String.join(System.lineSeparator(), lines);
    }

    private static String latency(LatencyReport hop) {
        return String.format(
                Locale.ROOT,
                "p50 %.2f ms, p99 %.2f ms, greatest %.2f ms of %d",
                hop.p50Nanos() / 1e6,
                hop.p99Nanos() / 1e6,
                hop.maxNanos() / 1e6,
                hop.count());
    }

    private static String row(String name, String what, String state) {
        return String.format(Locale.ROOT, "%-22s %-76s %s", name, what, state).stripTrailing();
    }
}
