package io.verge.benchmarks.agent;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * From the start of the process until the first SPAT is at the radio, and how much memory is in use a while later: the crossing
 * of the demo, each time in a new folder, so that nothing is left from the start before.
 */
public final class StartToSpat {
    private static final double LIMIT_SECONDS = 2.0;
    private static final double LIMIT_MEGABYTES = 128;
    private static final int RUNS = 10;
    /** Memory is looked at in so many of the runs: each takes long, and they differ little. */
    private static final int MEMORY_RUNS = 3;

    private static final long MEMORY_SECONDS = 20;
    private static final long GIVE_UP_SECONDS = 60;
    private static final String ARCHIVE = "verge.jsa";

    private final Path distribution;
    private final int runs;

    private StartToSpat(Path distribution, int runs) {
        this.distribution = distribution;
        this.runs = runs;
    }

    /** What was measured of one way to start it. */
    private static final class Series {
        private final List<Double> seconds = new ArrayList<>();
        private final List<Double> work = new ArrayList<>();
        private final List<Double> resident = new ArrayList<>();
        private final List<Double> peak = new ArrayList<>();
        private int archived;
    }

    /**
     * Measures and prints.
     *
     * @param args folder of the distribution; number of runs, if not 10
     */
    public static void main(String[] args) throws Exception {
        int runs = args.length > 1 ? Integer.parseInt(args[1]) : RUNS;
        StartToSpat benchmark = new StartToSpat(Path.of(args[0]), runs);
        Series shipped = benchmark.series("");
        Series bare = benchmark.series("-Xshare:off");
        Limits limits = new Limits();
        limits.exactly("runs in which the class archive was used", shipped.archived, runs);
        Figures seconds = new Figures(shipped.seconds);
        limits.atMost("start to first SPAT, median of " + runs, seconds.median(), LIMIT_SECONDS, "s");
        limits.atMost("start to first SPAT, worst of " + runs, seconds.worst(), LIMIT_SECONDS, "s");
        limits.figure("processor time until then, median", new Figures(shipped.work).median(), "s");
        memory(limits, "", shipped, true);
        Figures without = new Figures(bare.seconds);
        limits.figure("without class archive: start to first SPAT, median", without.median(), "s");
        limits.figure("without class archive: start to first SPAT, worst", without.worst(), "s");
        limits.figure("without class archive: processor time until then, median", new Figures(bare.work).median(), "s");
        memory(limits, "without class archive: ", bare, false);
        System.exit(limits.exitCode());
    }

    private static void memory(Limits limits, String which, Series series, boolean limited) {
        String when = MEMORY_SECONDS + " s after the start (VmRSS)";
        double resident = new Figures(series.resident).worst();
        if (limited) {
            limits.atMost(which + "resident memory " + when, resident, LIMIT_MEGABYTES, "MB");
        } else {
            limits.figure(which + "resident memory " + when, resident, "MB");
        }
        limits.figure(which + "most of it until then (VmHWM)", new Figures(series.peak).worst(), "MB");
    }

    private Series series(String javaOptions) throws Exception {
        Series series = new Series();
        for (int i = 0; i < runs; i++) {
            CompletableFuture<Long> first = new CompletableFuture<>();
            try (RadioPort radio = new RadioPort((nanos, message) -> {
                        if (message.type().equals("SPAT")) {
                            first.complete(nanos);
                        }
                    });
                    Box box = Box.ofDemo(distribution, profile -> withRadio(profile, radio.address()));
                    Verge agent = box.run(javaOptions)) {
                series.seconds.add((await(first, agent) - agent.startedAt()) / 1e9);
                series.work.add(agent.processorTime().toMillis() / 1e3);
                series.archived += Linux.maps(agent.pid(), ARCHIVE) ? 1 : 0;
                if (i >= runs - MEMORY_RUNS) {
                    long due = agent.startedAt() + TimeUnit.SECONDS.toNanos(MEMORY_SECONDS);
                    TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                    series.resident.add(Linux.residentMegabytes(agent.pid()));
                    series.peak.add(Linux.peakMegabytes(agent.pid()));
                }
                agent.stop();
            }
        }
        return series;
    }

    /** The simulator's own radio stays, and hears nothing. */
    private static String withRadio(String profile, String address) {
        return Box.replace(profile, "address: 127.0.0.1:62441", "address: " + address);
    }

    private static long await(CompletableFuture<Long> first, Verge agent) throws IOException, InterruptedException {
        try {
            return first.get(GIVE_UP_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new IOException("no SPAT within " + GIVE_UP_SECONDS + " s; " + agent.said(), e);
        }
    }
}
