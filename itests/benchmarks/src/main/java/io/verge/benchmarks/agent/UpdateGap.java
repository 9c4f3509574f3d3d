package io.verge.benchmarks.agent;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * What the update of a driver costs: how long its own device is not heard, and whether the others miss anything. The gap is
 * between the last frame that the old driver could take and the first that the new one counted, so it is a frame's period, 33 ms,
 * when nothing was lost; a frame that the old driver had not read when it was closed is not seen to be lost.
 */
public final class UpdateGap {
    private static final double LIMIT_MILLIS = 500;
    private static final int UPDATES = 20;
    private static final long PAUSE_MILLIS = 1_500;
    private static final double MILLI = 1e6;
    private static final List<String> RADARS = List.of("radar-ne", "radar-sw");
    private static final String FLIR = "camera-nw";
    private static final String SIGNAL = "signal";

    private UpdateGap() {}

    /** What the devices that were not updated have missed since their start. */
    private record Missed(long radarFrames, long signalFrames, long connects) {
        static Missed of(UpdatedBox box) throws IOException {
            long radarFrames = 0;
            long connects = box.counter(SIGNAL, "connects") + box.counter(FLIR, "connects");
            for (String radar : RADARS) {
                radarFrames += box.counter(radar, "gaps");
                connects += box.counter(radar, "connects");
            }
            return new Missed(radarFrames, box.counter(SIGNAL, "gaps"), connects);
        }
    }

    /**
     * Measures and prints.
     *
     * @param args folder of the distribution; number of updates, if not 20
     */
    public static void main(String[] args) throws Exception {
        int updates = args.length > 1 ? Integer.parseInt(args[1]) : UPDATES;
        System.exit(measure(Path.of(args[0]), updates).exitCode());
    }

    private static Limits measure(Path distribution, int updates) throws IOException, InterruptedException {
        List<Double> gaps = new ArrayList<>();
        List<Double> lost = new ArrayList<>();
        try (UpdatedBox box = new UpdatedBox(distribution)) {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            Missed before = Missed.of(box);
            for (int i = 0; i < updates; i++) {
                int from = box.camera().sent();
                box.update();
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
                int first = firstTaken(box);
                OptionalInt refused = box.camera().firstRefused(from);
                int last = Math.min(first, refused.orElse(first)) - 1;
                gaps.add((box.camera().sentAt(first) - box.camera().sentAt(last)) / MILLI);
                lost.add(first - last - 1.0);
            }
            Missed after = Missed.of(box);
            Limits limits = new Limits();
            limits.atMost(
                    "gap of the updated device, worst of " + updates, new Figures(gaps).worst(), LIMIT_MILLIS, "ms");
            limits.figure("gap of the updated device, median", new Figures(gaps).median(), "ms");
            limits.figure("its frames lost in an update, at most", new Figures(lost).worst(), "of 30 a second");
            limits.exactly("radar frames lost", after.radarFrames - before.radarFrames, 0);
            limits.exactly("signal frames lost", after.signalFrames - before.signalFrames, 0);
            limits.exactly("other devices connected again", after.connects - before.connects, 0);
            return limits;
        }
    }

    /** The number of the first frame that the driver that runs now has counted; it counts from its own start. */
    private static int firstTaken(UpdatedBox box) throws IOException, InterruptedException {
        while (true) {
            box.camera().awaitCalm();
            int sent = box.camera().sent();
            long frames = box.counter(UpdatedBox.DEVICE, "frames");
            if (box.camera().sent() == sent) {
                return (int) (sent - frames);
            }
        }
    }
}
