package io.verge.app.collisionwarning.internal;

import io.verge.api.announcement.Announcement;
import io.verge.api.scene.Scene;
import io.verge.api.signal.SignalPhase;
import io.verge.api.site.Connection;
import io.verge.api.site.Lane;
import io.verge.testkit.Crossing;
import io.verge.testkit.Traffic;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Time from a scene to the warnings, for a crossing with vehicles on all lanes: 20 m apart and as fast as that allows when there
 * are 100, bumper to bumper when there are 400; one arm stands before red signals. Six seconds of traffic are looked at again and
 * again; at each beginning time runs backwards, which the app takes for a clock that was set. The goals are 2 ms in 99 of 100
 * scenes of 100 vehicles, and not more than six times that of 400.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 6, time = 1, timeUnit = TimeUnit.SECONDS)
@Measurement(iterations = 6, time = 1, timeUnit = TimeUnit.SECONDS)
@Fork(
        value = 2,
        jvmArgsAppend = {"-Xms512m", "-Xmx512m"})
@NullUnmarked // JMH sets the fields
public class CollisionBenchmark {
    private static final int SCENES = 60;
    private static final int RED = 2;
    /** Of a lane, metres. */
    private static final double ROOM = 130;

    @Param({"100", "400"})
    public int vehicles;

    private final List<Scene> scenes = new ArrayList<>();
    private CollisionWarningApp app;
    private int turn;
    private long announced;

    @CollisionWarningConfig(id = "collision-warning")
    private static final class Defaults {}

    /** Makes the scenes. */
    @Setup
    public void fill() {
        app = new CollisionWarningApp(
                Objects.requireNonNull(Defaults.class.getAnnotation(CollisionWarningConfig.class)),
                Crossing.site(Crossing.map()));
        Traffic traffic = new Traffic(Crossing.map());
        for (int group = 1; group <= 8; group++) {
            traffic.signal(group, group <= RED ? SignalPhase.STOP_AND_REMAIN : SignalPhase.PERMISSIVE_MOVEMENT);
        }
        List<Lane> lanes = Crossing.map().lanes();
        for (int i = 0; i < vehicles; i++) {
            place(traffic, i, lanes.get(i % lanes.size()), i / lanes.size());
        }
        for (int i = 0; i < SCENES; i++) {
            scenes.add(traffic.scene());
            traffic.step();
        }
    }

    /** Evenly on its lane, each lane with a speed of its own; more slowly where they are dense, as people drive. */
    private void place(Traffic traffic, int i, Lane lane, int rank) {
        double gap = ROOM * Crossing.map().lanes().size() / vehicles;
        double speed = Math.min(14, gap / 2 + lane.id() % 3);
        double along = ROOM - gap * (rank + 0.5);
        if (lane.connections().isEmpty()) {
            traffic.car(i + 1).on(lane.id(), along).speed(speed);
        } else {
            Connection way = lane.connections().get(rank % lane.connections().size());
            boolean red = way.signalGroup() != null && way.signalGroup() <= RED;
            traffic.car(i + 1).on(lane.id(), way.toLane(), ROOM - along).speed(red ? 0 : speed);
        }
    }

    /** The warnings of the next scene. */
    @Benchmark
    public long scene() {
        app.onScene(scenes.get(turn++ % SCENES), this::hear);
        return announced;
    }

    private void hear(Announcement announcement) {
        announced++;
    }
}
