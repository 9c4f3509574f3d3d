package io.verge.perception.internal;

import io.verge.api.geo.Mount;
import io.verge.api.geo.Position;
import io.verge.api.observation.Detection;
import io.verge.api.observation.DetectionFrame;
import io.verge.api.observation.RadarDetection;
import io.verge.api.observation.Sensor;
import io.verge.api.observation.SensorError;
import io.verge.api.road.SensorKind;
import io.verge.api.scene.RoadUser;
import io.verge.api.time.Stamps;
import io.verge.benchmarks.agent.Traffic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Time from a radar's frame of 100 road users to the list of all of them, four radars in turn; and beside it, for the same frames,
 * the time to find the nearest of 100 places for each detection by looking at all of them, which is the least that following
 * them takes without any thought.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 6, time = 1, timeUnit = TimeUnit.SECONDS)
@Measurement(iterations = 6, time = 1, timeUnit = TimeUnit.SECONDS)
@Fork(
        value = 2,
        jvmArgsAppend = {"-Xms512m", "-Xmx512m"})
@NullUnmarked // JMH sets the fields
public class TrackerBenchmark {
    private static final int RATE = 20 * Traffic.RADARS;
    private static final int FRAMES = RATE * Traffic.PERIOD;
    private static final long STEP = TimeUnit.SECONDS.toNanos(1) / RATE;
    private static final int MOST_STRAY = Traffic.USERS / 20;

    private final List<Sensor> sensors = new ArrayList<>();
    private final List<List<Detection>> looks = new ArrayList<>();
    private final double[] east = new double[Traffic.USERS];
    private final double[] north = new double[Traffic.USERS];
    private Tracker tracker;
    private Instant time;
    private int turn;

    @PerceptionConfig
    private static final class Defaults {}

    /** Makes the frames, and lets the tracker find everybody. */
    @Setup
    public void meetEverybody() {
        for (int i = 0; i < Traffic.RADARS; i++) {
            sensors.add(sensor(i));
        }
        SplittableRandom random = new SplittableRandom(417);
        for (int i = 0; i < FRAMES; i++) {
            looks.add(Traffic.look(Traffic.radar(i % Traffic.RADARS), (double) i / RATE, random).stream()
                    .map(TrackerBenchmark::detection)
                    .toList());
        }
        tracker =
                new Tracker(Settings.of(Objects.requireNonNull(Defaults.class.getAnnotation(PerceptionConfig.class))));
        time = Instant.parse("2026-01-01T00:00:00Z");
        for (int i = 0; i < FRAMES; i++) {
            frame();
        }
        List<RoadUser> users = frame();
        if (Math.abs(users.size() - Traffic.USERS) > MOST_STRAY) {
            throw new IllegalStateException("the tracker follows " + users.size() + " instead of " + Traffic.USERS);
        }
        for (int i = 0; i < Traffic.USERS; i++) {
            Position place = users.get(i % users.size()).motion().position();
            east[i] = place.east();
            north[i] = place.north();
        }
    }

    private static Sensor sensor(int index) {
        Traffic.Radar radar = Traffic.radar(index);
        return new Sensor(
                "radar-" + index,
                SensorKind.RADAR,
                new Mount(new Position(radar.east(), radar.north(), 1), radar.azimuth(), 0),
                Traffic.FIELD_OF_VIEW,
                Traffic.RANGE,
                new SensorError.Polar(Traffic.RANGE_ERROR, Traffic.AZIMUTH_ERROR, Traffic.SPEED_ERROR));
    }

    private static Detection detection(Traffic.Echo echo) {
        return new RadarDetection(echo.range(), echo.azimuth(), 0, echo.radialSpeed(), 20);
    }

    /** The next frame, and who is there then. */
    @Benchmark
    public List<RoadUser> frame() {
        time = time.plusNanos(STEP);
        tracker.onFrame(new DetectionFrame(
                sensors.get(turn % Traffic.RADARS), time, Stamps.NONE, turn, looks.get(turn % FRAMES)));
        turn++;
        return tracker.roadUsersAt(time);
    }

    /** All pairs of the next frame's detections and 100 places. */
    @Benchmark
    public double nearestOfAll() {
        Mount mount = sensors.get(turn % Traffic.RADARS).mount();
        double sum = 0;
        for (Detection detection : looks.get(turn % FRAMES)) {
            if (detection instanceof RadarDetection radar) {
                double azimuth = Math.toRadians(radar.azimuth());
                Position place = mount.toSite(radar.range() * Math.sin(azimuth), radar.range() * Math.cos(azimuth), 0);
                sum += nearest(place);
            }
        }
        turn++;
        return sum;
    }

    private double nearest(Position place) {
        double nearest = Double.MAX_VALUE;
        for (int i = 0; i < east.length; i++) {
            double de = east[i] - place.east();
            double dn = north[i] - place.north();
            nearest = Math.min(nearest, de * de + dn * dn);
        }
        return nearest;
    }
}
