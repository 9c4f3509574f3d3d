package io.verge.flow.internal;

import io.verge.api.time.Hop;
import io.verge.api.time.Latency;
import io.verge.api.time.LatencyReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;

/** A histogram a hop, two significant digits, up to ten seconds. */
@Component(service = Latency.class)
public final class LatencyMeter implements Latency {
    private static final long HIGHEST = TimeUnit.SECONDS.toNanos(10);
    private static final List<String> WAY = way();

    private final Map<String, Meter> meters = new ConcurrentHashMap<>();

    private static List<String> way() {
        List<String> way = new ArrayList<>();
        for (Hop hop : Hop.values()) {
            way.add(hop.name().toLowerCase(Locale.ROOT));
        }
        way.add(TOTAL);
        return List.copyOf(way);
    }

    @Override
    public void record(String hop, long nanos) {
        Meter meter = meters.get(hop);
        if (meter == null) {
            if (!WAY.contains(hop)) {
                throw new IllegalArgumentException("no such hop: " + hop);
            }
            meter = meters.computeIfAbsent(hop, absent -> new Meter());
        }
        meter.recorder.recordValue(Math.max(0, Math.min(nanos, HIGHEST)));
    }

    @Override
    public List<LatencyReport> reports() {
        List<LatencyReport> reports = new ArrayList<>();
        for (String hop : WAY) {
            Meter meter = meters.get(hop);
            if (meter != null) {
                reports.add(meter.report(hop));
            }
        }
        return reports;
    }

    /** What is recorded without locks, and what was before. */
    private static final class Meter {
        private final Recorder recorder = new Recorder(HIGHEST, 2);
        private final Histogram all = new Histogram(HIGHEST, 2);
        private @Nullable Histogram interval;

        synchronized LatencyReport report(String hop) {
            interval = recorder.getIntervalHistogram(interval);
            all.add(interval);
            return new LatencyReport(
                    hop,
                    all.getTotalCount(),
                    all.getValueAtPercentile(50),
                    all.getValueAtPercentile(99),
                    all.getMaxValue());
        }
    }
}
