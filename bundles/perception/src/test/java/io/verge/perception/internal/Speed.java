package io.verge.perception.internal;

import io.verge.api.observation.Detection;
import io.verge.api.observation.DetectionFrame;
import io.verge.api.observation.Sensor;
import io.verge.api.road.SensorKind;
import io.verge.perception.internal.Street.Thing;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * What a frame costs: {@code java … Speed ROAD-USERS FALSE-DETECTIONS}. Three radars and a camera of 20 Hz; the processor's time of the
 * thread, so that it can be measured on a machine that has other work.
 */
final class Speed {
    private static final int FRAMES = 1600;
    private static final int PER_SECOND = 80;

    private final Random random = new Random(1);
    private final Street street = new Street(3);
    private final List<Sensor> sensors = List.of(
            Street.radar("a", -30, -30, 45),
            Street.radar("b", 30, 30, 225),
            Street.radar("c", -30, 30, 135),
            Street.camera());

    private Speed() {}

    public static void main(String[] arguments) {
        int users = Integer.parseInt(arguments[0]);
        int clutter = Integer.parseInt(arguments[1]);
        long[] nanos = new Speed().measure(users, clutter);
        Arrays.sort(nanos);
        System.out.printf(
                "%d road users, %d false detections: median %.3f ms, 99 %% %.3f ms%n",
                users, clutter, nanos[nanos.length / 2] / 1e6, nanos[nanos.length * 99 / 100] / 1e6);
    }

    /** Of the second half of the frames, when all is compiled. */
    private long[] measure(int users, int clutter) {
        List<Thing> things = things(users);
        Tracker tracker = new Tracker(Defaults.settings());
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long[] nanos = new long[FRAMES];
        for (int i = 0; i < FRAMES; i++) {
            DetectionFrame frame = frame(i, things, clutter);
            long before = threads.getCurrentThreadCpuTime();
            tracker.onFrame(frame);
            nanos[i] = threads.getCurrentThreadCpuTime() - before;
        }
        return Arrays.copyOfRange(nanos, FRAMES / 2, FRAMES);
    }

    private List<Thing> things(int users) {
        List<Thing> things = new ArrayList<>();
        for (int i = 0; i < users; i++) {
            double east = 160 * random.nextDouble() - 80;
            double north = 160 * random.nextDouble() - 80;
            things.add(
                    i % 4 == 0
                            ? Street.walker(east, north, random.nextGaussian(), random.nextGaussian())
                            : Street.car(east, north, 3 * random.nextGaussian(), 3 * random.nextGaussian()));
        }
        return things;
    }

    private DetectionFrame frame(int number, List<Thing> things, int clutter) {
        Sensor sensor = sensors.get(number % sensors.size());
        double seconds = number / (double) PER_SECOND;
        List<Detection> detections =
                new ArrayList<>(street.look(sensor, seconds, things).detections());
        for (int i = 0; i < clutter && sensor.kind() == SensorKind.RADAR; i++) {
            detections.add(street.clutter(sensor));
        }
        return Street.frame(sensor, seconds, detections);
    }
}
