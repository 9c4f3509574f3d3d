package io.verge.itests.scenarios;

import io.verge.api.geo.Covariance;
import io.verge.api.geo.Position;
import io.verge.api.road.RoadUserType;
import io.verge.api.road.SensorKind;
import io.verge.api.road.Velocity;
import io.verge.api.scene.Motion;
import io.verge.api.scene.RoadUser;
import io.verge.api.scene.Scene;
import io.verge.api.time.ClockQuality;
import io.verge.api.time.Stamps;
import io.verge.driver.simulator.internal.world.Body;
import io.verge.driver.simulator.internal.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** Ten scenes a second with everyone in them, as they are but for a little noise. */
final class TruePictures implements Pictures {
    /** The world's time 0. */
    static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

    private static final ClockQuality EXACT = new ClockQuality(ClockQuality.Source.RECORDING, Duration.ZERO);
    private static final int STEPS_A_SCENE = 100 / World.STEP;
    /** Ids are used again after so many others. */
    private static final int IDS = 60_000;

    private static final double POSITION_NOISE = 0.2;
    private static final double VELOCITY_NOISE = 0.15;
    private static final double HEADING_NOISE = 1;

    private final Lanes lanes;
    private final SplittableRandom random;

    TruePictures(Lanes lanes, long seed) {
        this.lanes = lanes;
        this.random = new SplittableRandom(seed);
    }

    @Override
    public void after(World world, Consumer<Picture> out) {
        if (world.millis() / World.STEP % STEPS_A_SCENE != 0) {
            return;
        }
        Instant time = START.plusMillis(world.millis());
        List<Body> bodies = world.bodies();
        List<RoadUser> users = new ArrayList<>(bodies.size());
        for (Body body : bodies) {
            users.add(user(body, time));
        }
        users.sort(Comparator.comparingInt(RoadUser::id));
        Scene scene = new Scene(
                time, EXACT, users, VirtualSignals.at(world.millis(), time), Set.of(), List.of(), Stamps.NONE);
        out.accept(new Picture(world.millis(), scene, bodies));
    }

    static int id(Body body) {
        return body.id() % IDS + 1;
    }

    private RoadUser user(Body body, Instant time) {
        double east = body.pose().east() + noise(POSITION_NOISE);
        double north = body.pose().north() + noise(POSITION_NOISE);
        boolean moves = body.speed() > 0.2;
        Velocity velocity = new Velocity(
                body.east() + (moves ? noise(VELOCITY_NOISE) : noise(0.03)),
                body.north() + (moves ? noise(VELOCITY_NOISE) : noise(0.03)));
        boolean driven = body.type() != RoadUserType.PEDESTRIAN && body.type() != RoadUserType.OBSTACLE;
        double heading = body.pose().heading() + noise(HEADING_NOISE);
        return new RoadUser(
                id(body),
                body.type(),
                0.95,
                new Motion(
                        new Position(east, north, 0),
                        velocity,
                        (heading + 360) % 360,
                        Covariance.round(POSITION_NOISE),
                        Covariance.round(VELOCITY_NOISE)),
                body.size(),
                lanes.at(east, north, driven ? heading : Double.NaN),
                Set.of(SensorKind.RADAR, SensorKind.CAMERA),
                time,
                null);
    }

    private double noise(double sigma) {
        return sigma * random.nextGaussian();
    }
}
