package io.verge.update.internal.live;

import io.verge.api.device.Device;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How many frames each device gives a second, from what its driver has counted at several looks. What hears much or little with the traffic,
 * as a radio does, has given little now and then, which is remembered for ten minutes (docs/decisions/0025). One thread.
 */
final class Rates {
    /** Long enough for what comes once a second to be a figure. */
    private static final Duration WINDOW = Duration.ofSeconds(15);

    private static final Duration SHORTEST = Duration.ofSeconds(3);
    /** What is left of the window when its oldest look has just gone. */
    private static final Duration WHOLE = Duration.ofSeconds(13);

    /** What is remembered goes part by part. */
    private static final Duration PART = Duration.ofMinutes(1);

    private static final int PARTS = 10;
    /** Looks that come faster than that count only while they are the latest. */
    private static final Duration STEP = Duration.ofSeconds(1);

    /** The oldest first. */
    private final Deque<Look> looks = new ArrayDeque<>();

    /** The oldest first. */
    private final Deque<Part> parts = new ArrayDeque<>();

    private Look latest = new Look(0, Map.of());

    private record Look(long nanos, Map<String, Long> frames) {}

    /** Frames of a device between two looks. */
    private record Count(long frames, long nanos, boolean began) {
        double rate() {
            return frames * 1e9 / nanos;
        }

        double margin() {
            return 1e9 / nanos;
        }

        double least() {
            return Math.max(0, rate() - margin());
        }
    }

    /** The least rate of each device in some time, of those over the whole window. */
    private record Part(long begin, Map<String, Double> least) {}

    /** Looks at what they have counted. */
    void look(Collection<Device> devices, long nanos) {
        Map<String, Long> frames = new HashMap<>();
        for (Device device : devices) {
            frames.put(device.id(), counted(device));
        }
        latest = new Look(nanos, frames);
        Look kept = looks.peekLast();
        if (kept == null || nanos - kept.nanos() >= STEP.toNanos()) {
            looks.addLast(latest);
        }
        while (nanos - looks.getFirst().nanos() > WINDOW.toNanos()) {
            looks.removeFirst();
        }
        remember(nanos);
    }

    private void remember(long nanos) {
        Part part = parts.peekLast();
        if (part == null || nanos - part.begin() >= PART.toNanos()) {
            part = new Part(nanos, new HashMap<>());
            parts.addLast(part);
        }
        if (parts.size() > PARTS) {
            parts.removeFirst();
        }
        for (String device : latest.frames().keySet()) {
            Count count = count(device);
            if (count.nanos() >= WHOLE.toNanos() && count.began()) {
                part.least().merge(device, count.least(), Math::min);
            }
        }
    }

    /** A driver that cannot even say what it has counted has counted nothing. */
    private static long counted(Device device) {
        try {
            return device.status().counters().getOrDefault("frames", 0L);
        } catch (RuntimeException | Error e) {
            return 0;
        }
    }

    /** Of the devices that are there and were looked at for long enough. */
    Map<String, Rate> now() {
        Map<String, Rate> rates = new TreeMap<>();
        for (String device : latest.frames().keySet()) {
            Count count = count(device);
            if (count.nanos() >= SHORTEST.toNanos()) {
                rates.put(device, new Rate(count.rate(), count.margin(), quiet(device, count.least())));
            }
        }
        return rates;
    }

    /** A quarter of the parts were no better: what happens to a device once is not what it does at times. */
    private double quiet(String device, double unlessKnown) {
        double[] least = parts.stream()
                .flatMapToDouble(
                        part -> Stream.ofNullable(part.least().get(device)).mapToDouble(rate -> rate))
                .sorted()
                .toArray();
        return least.length == 0 ? unlessKnown : least[least.length / 4];
    }

    /** Since its driver was started last, within the window. */
    private Count count(String device) {
        Look oldest = latest;
        long frames = latest.frames().getOrDefault(device, 0L);
        long count = frames;
        for (Iterator<Look> back = looks.descendingIterator(); back.hasNext(); ) {
            Look look = back.next();
            Long counted = look.frames().get(device);
            if (counted == null || counted > count) {
                break;
            }
            oldest = look;
            count = counted;
        }
        return new Count(frames - count, latest.nanos() - oldest.nanos(), count > 0);
    }
}
