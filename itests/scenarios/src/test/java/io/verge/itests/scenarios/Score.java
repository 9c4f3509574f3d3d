package io.verge.itests.scenarios;

import io.verge.driver.simulator.internal.world.Happening;
import io.verge.driver.simulator.internal.world.Incident;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How well the incidents of one kind were found.
 *
 * @param count how many there were
 * @param missed those that no event told of
 * @param delays from their beginning to the first event, seconds, ascending
 * @param leads from the first event to the conflict, seconds, ascending; negative when it came too late
 */
record Score(Incident incident, int count, List<Happening> missed, List<Double> delays, List<Double> leads) {
    /** Of all, 0 to 1; 1 when there were none. */
    double detected() {
        return count == 0 ? 1 : (count - missed.size()) / (double) count;
    }

    /** The part of those with a conflict that were warned of at least so many seconds before. */
    double warned(double seconds) {
        return count == 0
                ? 1
                : leads.stream().filter(lead -> lead >= seconds - 1e-9).count() / (double) count;
    }

    /** Together with what another hour brought. */
    Score and(Score other) {
        return new Score(
                incident,
                count + other.count,
                joined(missed, other.missed),
                joined(delays, other.delays).stream().sorted().toList(),
                joined(leads, other.leads).stream().sorted().toList());
    }

    private static <T> List<T> joined(List<T> one, List<T> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    static double quantile(List<Double> ascending, double part) {
        return ascending.isEmpty()
                ? Double.NaN
                : ascending.get((int) Math.min(ascending.size() - 1L, Math.round(part * (ascending.size() - 1))));
    }

    static String header() {
        return String.format(
                "%-18s %6s %9s %22s %30s",
                "incident", "count", "detected", "delay p50, p95, max s", "lead p95, p50, p5, min s");
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%-18s %6d %8.1f%% %7.1f %6.1f %6.1f %12.1f %5.1f %5.1f %5.1f",
                incident.key(),
                count,
                100 * detected(),
                quantile(delays, 0.5),
                quantile(delays, 0.95),
                quantile(delays, 1),
                quantile(leads, 0.95),
                quantile(leads, 0.5),
                quantile(leads, 0.05),
                quantile(leads, 0));
    }
}
