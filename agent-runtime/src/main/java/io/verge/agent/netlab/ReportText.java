package io.verge.agent.netlab;

import io.verge.netlab.Report;
import io.verge.netlab.Report.Way;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What happened since the last line, in one line. */
final class ReportText {
    private @Nullable Report last;

    String line(Report report) {
        Report before = last;
        last = report;
        String line = way("up", before == null ? null : before.up(), report.up())
                + " | "
                + way("down", before == null ? null : before.down(), report.down())
                + " | " + report.connections() + " connected, " + report.resets() + " reset";
        return report.outage() ? line + ", link down" : line;
    }

    private static String way(String name, @Nullable Way before, Way now) {
        Way past = before == null ? new Way(0, 0, 0, 0, 0, 0, 0) : before;
        return String.format(
                Locale.ROOT,
                "%-4s %9d B passed, %d delayed, %d lost, %d vanished, %d B wait",
                name,
                now.octets() - past.octets(),
                now.stalled() - past.stalled(),
                now.lost() - past.lost(),
                now.vanished() - past.vanished(),
                now.waiting());
    }
}
