package io.verge.benchmarks.agent;

import io.verge.messages.csae.edition2020.MessageFrame;
import io.verge.messages.csae.edition2020.RoadsideSafetyMessage;
import io.verge.messages.uper.BitReader;
import io.verge.messages.uper.CodecException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * From the last octet of a radar's frame until the first RSM that it caused is at the radio, with 100 road users and four radars
 * of 20 Hz. An RSM tells the time of the scene that it was made of; the newest frame that was written before is the one that
 * caused the scene. Frames come each 12.5 ms, so only an agent that lies that far behind could be judged too well.
 */
public final class FrameToMessage {
    private static final double LIMIT_MILLIS = 5;
    private static final int WARM_UP = 20;
    private static final int SECONDS = 60;
    private static final double MILLI = 1e6;
    private static final long MILLIS_PER_MINUTE = TimeUnit.MINUTES.toMillis(1);
    private static final int SELF = 0;

    private final Path distribution;
    private final int warmUp;
    private final int seconds;

    private FrameToMessage(Path distribution, int warmUp, int seconds) {
        this.distribution = distribution;
        this.warmUp = warmUp;
        this.seconds = seconds;
    }

    private record Received(long nanos, RadioPort.Message message) {}

    /** The RSMs of one scene: when the first and the last came, how many there are, and with how many road users. */
    private record Group(long first, long last, int messages, int users) {
        Group and(long nanos, int more) {
            return new Group(Math.min(first, nanos), Math.max(last, nanos), messages + 1, users + more);
        }
    }

    /** What came out of one run. */
    private record Run(
            List<Double> first,
            List<Double> last,
            List<Double> users,
            List<Double> late,
            double resident,
            double peak) {}

    /**
     * Measures and prints.
     *
     * @param args folder of the distribution; seconds to warm up, if not 20; seconds to measure, if not 60
     */
    public static void main(String[] args) throws Exception {
        FrameToMessage benchmark = new FrameToMessage(
                Path.of(args[0]),
                args.length > 1 ? Integer.parseInt(args[1]) : WARM_UP,
                args.length > 2 ? Integer.parseInt(args[2]) : SECONDS);
        Run shipped = benchmark.run("");
        Run optimized = benchmark.run("-XX:TieredStopAtLevel=4");
        Limits limits = new Limits();
        Figures first = new Figures(shipped.first);
        limits.atLeast("road users in what is sent, median", new Figures(shipped.users).median(), 95, "");
        limits.atMost("frame in to first RSM out, 99 %", first.percentile(99), LIMIT_MILLIS, "ms");
        others(limits, "", shipped);
        Figures fast = new Figures(optimized.first);
        limits.figure("all compilers: frame in to first RSM out, 99 %", fast.percentile(99), "ms");
        others(limits, "all compilers: ", optimized);
        System.exit(limits.exitCode());
    }

    private static void others(Limits limits, String which, Run run) {
        Figures first = new Figures(run.first);
        limits.figure(which + "frame in to first RSM out, median", first.median(), "ms");
        limits.figure(which + "frame in to first RSM out, worst of " + run.first.size(), first.worst(), "ms");
        limits.figure(
                which + "frame in to last RSM of the scene out, 99 %", new Figures(run.last).percentile(99), "ms");
        limits.figure(which + "the benchmark's own lateness, 99 %", new Figures(run.late).percentile(99), "ms");
        limits.figure(which + "resident memory (VmRSS)", run.resident, "MB");
        limits.figure(which + "most of it (VmHWM)", run.peak, "MB");
    }

    private Run run(String javaOptions) throws Exception {
        List<Received> received = Collections.synchronizedList(new ArrayList<>());
        try (RadarFeed feed = new RadarFeed();
                RadioPort radio = new RadioPort((nanos, message) -> {
                    if (message.type().equals("RSM")) {
                        received.add(new Received(nanos, message));
                    }
                });
                Box box = Box.of(distribution, profile(feed, radio));
                Verge agent = box.run(javaOptions)) {
            feed.accept();
            feed.send(warmUp);
            received.clear();
            List<RadarFeed.Sent> sent = feed.send(seconds);
            hops(box, javaOptions);
            double resident = Linux.residentMegabytes(agent.pid());
            double peak = Linux.peakMegabytes(agent.pid());
            agent.stop();
            return judge(sent, List.copyOf(received), resident, peak);
        }
    }

    private static String profile(RadarFeed feed, RadioPort radio) {
        StringBuilder profile = new StringBuilder(
                """
                box:      {id: limits, tenant: limits, latitude: 30.5, longitude: 114.3, elevation: 21.0}
                messages: {set: csae, edition: 2020}
                apps:     {sensor-sharing: {rate: 10}}
                devices:
                """);
        profile.append("  rsu: {driver: radio-rsu41, address: \"")
                .append(radio.address())
                .append("\"}\n");
        for (int i = 0; i < Traffic.RADARS; i++) {
            Traffic.Radar radar = Traffic.radar(i);
            profile.append(String.format(
                    Locale.ROOT,
                    """
                              radar-%d:
                                driver: radar-ti-mmwave
                                port: %s
                                mount: {east: %.3f, north: %.3f, up: 1, azimuth: %.0f}
                                fieldOfView: %d
                                range: %d
                                sigma: {range: %.2f, azimuth: %.2f, radialSpeed: %.2f}
                            """,
                    i,
                    feed.address(i),
                    radar.east(),
                    radar.north(),
                    radar.azimuth(),
                    Traffic.FIELD_OF_VIEW,
                    Traffic.RANGE,
                    Traffic.RANGE_ERROR,
                    Traffic.AZIMUTH_ERROR,
                    Traffic.SPEED_ERROR));
        }
        return profile.toString();
    }

    /** What the agent says of itself, since its start and so with the warm-up. */
    private static void hops(Box box, String javaOptions) throws IOException {
        System.out.println("The agent's own figures since its start"
                + (javaOptions.isEmpty() ? "" : ", with " + javaOptions) + ":\n");
        System.out.println("| hop | count | 50 %, ms | 99 %, ms | worst, ms |");
        System.out.println("|---|---:|---:|---:|---:|");
        try (CoapDoor door = box.door()) {
            for (Object hop : door.latency()) {
                if (hop instanceof Map<?, ?> one) {
                    System.out.printf(
                            Locale.ROOT,
                            "| %s | %s | %s | %s | %s |%n",
                            one.get("hop"),
                            one.get("count"),
                            one.get("p50Millis"),
                            one.get("p99Millis"),
                            one.get("maxMillis"));
                }
            }
        }
        System.out.println();
    }

    private static Run judge(List<RadarFeed.Sent> sent, List<Received> received, double resident, double peak)
            throws CodecException, IOException {
        Run run = new Run(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), resident, peak);
        sent.forEach(one -> run.late.add((one.written() - one.due()) / MILLI));
        int frame = 0;
        for (Map.Entry<Long, Group> scene : groups(received).entrySet()) {
            while (frame + 1 < sent.size() && sent.get(frame + 1).written() < scene.getKey()) {
                frame++;
            }
            long cause = sent.get(frame).written();
            Group group = scene.getValue();
            if (cause < scene.getKey()) {
                run.first.add((group.first - cause) / MILLI);
                run.last.add((group.last - cause) / MILLI);
                run.users.add((double) group.users);
            }
        }
        if (run.first.isEmpty()) {
            throw new IOException("no RSM came");
        }
        return run;
    }

    /** By the end of the millisecond in which the scene was, on this machine's monotonic clock. */
    private static Map<Long, Group> groups(List<Received> received) throws CodecException {
        Instant now = Instant.now();
        long wall = TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano() - System.nanoTime();
        Map<Long, Group> groups = new TreeMap<>();
        for (Received one : received) {
            byte[] octets = one.message.payload();
            if (MessageFrame.decode(new BitReader(octets, 0, octets.length)) instanceof RoadsideSafetyMessage message) {
                long arrived = TimeUnit.NANOSECONDS.toMillis(one.nanos + wall);
                int mark = message.participants().get(0).secMark();
                long age = Math.floorMod(arrived - mark, MILLIS_PER_MINUTE);
                long sceneEnds = TimeUnit.MILLISECONDS.toNanos(arrived - age + 1) - wall;
                int users = (int) message.participants().stream()
                        .filter(participant -> participant.ptcId() != SELF)
                        .count();
                groups.merge(
                        sceneEnds,
                        new Group(one.nanos, one.nanos, 1, users),
                        (before, more) -> before.and(one.nanos, users));
            }
        }
        return groups;
    }
}
