package io.verge.itests.scenarios;

import io.verge.api.geo.Mount;
import io.verge.api.geo.Position;
import io.verge.api.observation.Sensor;
import io.verge.api.observation.SensorError;
import io.verge.api.observation.SignalFrame;
import io.verge.api.road.SensorKind;
import io.verge.api.scene.Scene;
import io.verge.api.site.Site;
import io.verge.api.time.Stamps;
import io.verge.driver.simulator.internal.play.Eyes;
import io.verge.driver.simulator.internal.world.Body;
import io.verge.driver.simulator.internal.world.World;
import io.verge.perception.internal.Perception;
import io.verge.perception.internal.Perceptions;
import io.verge.testkit.DirectStages;
import io.verge.testkit.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Two radars and two cameras, placed as in the demo but with the reach to see the arms, feed the real perception. Each looks ten
 * times a second, one after the other; of the scenes that come of it the apps get one each 50 ms.
 */
final class SensedPictures implements Pictures {
    private final ManualClock clock = ManualClock.leaping();
    private final DirectStages stages = new DirectStages();
    private final List<Eyes> eyes;
    private final Perception perception;
    private final List<Scene> scenes = new ArrayList<>();
    private final Instant start;
    private int turn;

    SensedPictures(Site site, long seed) {
        SplittableRandom noise = new SplittableRandom(~seed);
        eyes = List.of(
                Eyes.radar(radar("radar-ne", 22, 22, 225), noise.split()),
                Eyes.camera(camera("camera-nw", -20, 20, 135), noise.split()),
                Eyes.radar(radar("radar-sw", -22, -22, 45), noise.split()),
                Eyes.camera(camera("camera-se", 20, -20, 315), noise.split()));
        perception = Perceptions.at(site, stages, scenes::add, clock);
        start = clock.now();
    }

    private static Sensor radar(String id, double east, double north, double azimuth) {
        Mount mount = new Mount(new Position(east, north, 6), azimuth, 0);
        return new Sensor(id, SensorKind.RADAR, mount, 120, 120, new SensorError.Polar(0.2, 1, 0.15));
    }

    private static Sensor camera(String id, double east, double north, double azimuth) {
        Mount mount = new Mount(new Position(east, north, 7), azimuth, 0);
        return new Sensor(id, SensorKind.CAMERA, mount, 90, 90, new SensorError.LineOfSight(0.03, 0.01));
    }

    @Override
    public void after(World world, Consumer<Picture> out) {
        Instant time = start.plusMillis(world.millis());
        clock.advance(Duration.between(clock.now(), time));
        List<Body> bodies = world.bodies();
        for (int i = 0; i < 2; i++) {
            perception.observed(eyes.get(turn).look(bodies, time));
            turn = (turn + 1) % eyes.size();
        }
        if (turn == 0) {
            perception.observed(new SignalFrame(
                    "signal",
                    time,
                    Stamps.NONE,
                    Set.of(),
                    List.copyOf(VirtualSignals.at(world.millis(), time).values())));
        }
        out.accept(new Picture(world.millis(), scenes.get(scenes.size() - 1), bodies));
        scenes.clear();
    }
}
