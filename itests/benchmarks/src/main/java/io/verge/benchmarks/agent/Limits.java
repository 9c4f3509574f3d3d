package io.verge.benchmarks.agent;

import java.util.Locale;

/** Prints figures with their limits as rows of a Markdown table, and remembers whether a limit was missed. */
public final class Limits {
    /** A limit was missed. */
    private static final int MISSED = 1;

    private boolean missed;

    /** Begins the table. */
    public Limits() {
        System.out.println("| what | figure | limit | |");
        System.out.println("|---|---:|---:|---|");
    }

    /** A figure that no limit is set for. */
    public void figure(String what, double figure, String unit) {
        row(what, text(figure, unit), "", "");
    }

    /** A figure that must not be greater than its limit; the unit may be empty. */
    public void atMost(String what, double figure, double limit, String unit) {
        judge(what, text(figure, unit), "≤ " + text(limit, unit), figure <= limit);
    }

    public void atLeast(String what, double figure, double limit, String unit) {
        judge(what, text(figure, unit), "≥ " + text(limit, unit), figure >= limit);
    }

    public void exactly(String what, long figure, long wanted) {
        judge(what, Long.toString(figure), Long.toString(wanted), figure == wanted);
    }

    private void judge(String what, String figure, String limit, boolean kept) {
        missed |= !kept;
        row(what, figure, limit, kept ? "kept" : "MISSED");
    }

    private static void row(String... cells) {
        System.out.println("| " + String.join(" | ", cells) + " |");
    }

    /** Three significant digits, as many as a run on a box repeats; the unit may be empty. */
    private static String text(double figure, String unit) {
        double size = Math.abs(figure);
        int decimals = size >= 100 || figure == Math.rint(figure) ? 0 : size >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%." + decimals + "f %s", figure, unit)
                .strip();
    }

    /** For the process: 0 when all limits were kept. */
    public int exitCode() {
        return missed ? MISSED : 0;
    }
}
