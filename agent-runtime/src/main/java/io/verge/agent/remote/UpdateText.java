package io.verge.agent.remote;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Updates as people read them. */
final class UpdateText {
    private static final String ROW = "  %-40s %-12s %-12s %-22s %s";

    private UpdateText() {}

    /** What, since when, why, and what to do. */
    static List<String> report(Map<String, Object> report, Instant now) {
        List<String> lines = new ArrayList<>();
        lines.add(Text.line("update", report, now));
        lines.add("    runs " + Text.of(report, "running") + ", generation " + Text.of(report, "generation"));
        String trust = Text.of(report, "trust");
        String until = Text.of(report, "trustedUntil");
        if (!trust.isEmpty() || !until.isEmpty()) {
            String validity = until.isEmpty() ? "" : "valid until " + until;
            lines.add("    metadata: "
                    + (trust.isEmpty() || until.isEmpty() ? trust + validity : trust + ", " + validity));
        }
        Object sources = report.get("sources");
        if (sources instanceof List<?> names && !names.isEmpty()) {
            lines.add("    sources: "
                    + String.join(", ", names.stream().map(String::valueOf).toList()));
        }
        String undone = undone(report);
        if (!undone.isEmpty()) {
            lines.add("    the last update was " + undone);
        }
        Map<String, Object> entry = Text.map(report.get("now"));
        if (!entry.isEmpty()) {
            lines.addAll(lines(entry, now));
        }
        return lines;
    }

    /** {@code 2026.12.1  failed  40 s  by maintainer local, undone in 0.4 s}. */
    static String entry(Map<String, Object> entry, Instant now) {
        return String.format(
                "%-20s %-10s %-7s by %s%s",
                Text.of(entry, "release"),
                Text.of(entry, "phase"),
                Text.age(Text.of(entry, "since"), now),
                Text.of(entry, "by"),
                progress(entry));
    }

    private static String progress(Map<String, Object> entry) {
        String undone = undone(entry);
        if (!undone.isEmpty()) {
            return ", " + undone;
        }
        long total = number(entry, "total");
        return total > 0 && !Boolean.TRUE.equals(entry.get("over"))
                ? ", " + size(number(entry, "fetched")) + " of " + size(total)
                : "";
    }

    /** Empty when it was not, or nobody knows in which time. */
    private static String undone(Map<String, Object> object) {
        return object.get("rollbackMillis") instanceof Number millis
                ? String.format(Locale.ROOT, "undone in %.1f s", millis.longValue() / 1e3)
                : "";
    }

    /** {@link #entry}, and below it why, and what to do, when there is something to say. */
    static List<String> lines(Map<String, Object> entry, Instant now) {
        String first = entry(entry, now);
        String why = why(entry);
        return why.isEmpty() ? List.of(first) : List.of(first, "    " + why);
    }

    /** Why, and what to do; empty when there is nothing to say. */
    static String why(Map<String, Object> entry) {
        String why = Text.of(entry, "why");
        String remedy = Text.of(entry, "remedy");
        return why.isEmpty() || remedy.isEmpty() ? why : why + " — " + remedy;
    }

    /** The blast radius. */
    static List<String> plan(Map<String, Object> plan) {
        List<String> lines = new ArrayList<>();
        List<Map<String, Object>> changes = Text.list(plan.get("changes"));
        if (changes.isEmpty()) {
            lines.add("release " + Text.of(plan, "release") + " runs already");
        } else {
            lines.add("release " + Text.of(plan, "release") + " changes " + count(changes.size(), "bundle"));
            lines.add(String.format(ROW, "BUNDLE", "FROM", "TO", "HOW", "FETCH"));
            for (Map<String, Object> change : changes) {
                lines.add(String.format(
                        ROW,
                        Text.of(change, "name"),
                        Text.orDash(Text.of(change, "from")),
                        Text.orDash(Text.of(change, "to")),
                        way(Text.of(change, "way")),
                        size(number(change, "octets"))));
            }
            lines.add("not heard meanwhile: " + pauses(Text.list(plan.get("pauses"))));
            lines.add("restart of the agent: " + restart(plan));
            lines.add("fetches " + size(number(plan, "octets")) + ", needs " + size(number(plan, "disk"))
                    + " of the disk, " + size(number(plan, "free")) + " are free");
            lines.add("at the earliest: " + Text.toTheSecond(Text.of(plan, "earliest")));
        }
        if (plan.containsKey("trustedUntil")) {
            lines.add("metadata valid until " + Text.of(plan, "trustedUntil"));
        }
        if (plan.get("obstacles") instanceof List<?> obstacles) {
            obstacles.forEach(obstacle -> lines.add("cannot be installed: " + obstacle));
        }
        return lines;
    }

    private static String way(String way) {
        return switch (way) {
            case "in-place" -> "while all runs";
            case "restart" -> "with a restart";
            case "kept" -> "not: changed by hand";
            default -> way;
        };
    }

    private static String pauses(List<Map<String, Object>> pauses) {
        if (pauses.isEmpty()) {
            return "no device";
        }
        return String.join(
                ", ",
                pauses.stream()
                        .map(pause -> Text.of(pause, "device")
                                + (pause.containsKey("expectedMillis")
                                        ? " (" + Text.of(pause, "expectedMillis") + " ms when measured last)"
                                        : " (not measured yet)"))
                        .toList());
    }

    private static String restart(Map<String, Object> plan) {
        if (!Boolean.TRUE.equals(plan.get("restarts"))) {
            return "no";
        }
        return plan.containsKey("restartMillis")
                ? "yes, " + Text.of(plan, "restartMillis") + " ms when measured last"
                : "yes, not measured yet";
    }

    private static String count(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    private static long number(Map<String, Object> object, String key) {
        return object.get(key) instanceof Number number ? number.longValue() : 0;
    }

    private static String size(long octets) {
        if (octets >= 1_000_000) {
            return String.format(Locale.ROOT, "%.1f MB", octets / 1e6);
        }
        return octets >= 1_000 ? String.format(Locale.ROOT, "%.1f kB", octets / 1e3) : octets + " B";
    }
}
