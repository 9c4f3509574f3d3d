package io.verge.itests.scenarios;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.verge.api.geo.Covariance;
import io.verge.api.geo.Position;
import io.verge.api.road.RoadUserType;
import io.verge.api.road.SensorKind;
import io.verge.api.road.Size;
import io.verge.api.road.Velocity;
import io.verge.api.scene.Motion;
import io.verge.api.scene.RoadUser;
import io.verge.api.scene.Scene;
import io.verge.api.time.ClockQuality;
import io.verge.api.time.Stamps;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** Trajectories that the traffic simulator SUMO wrote as floating car data, ten times a second, as scenes. */
final class Trajectories {
    /** Time 0 of the data. */
    static final Instant START = TruePictures.START;

    private static final ClockQuality EXACT = new ClockQuality(ClockQuality.Source.RECORDING, Duration.ZERO);

    private final Path file;
    private final Lanes lanes;
    private final ProgramSignals signals;
    /** Where the origin of the site frame is in the data, metres. */
    private final double east;

    private final double north;
    private final Map<String, Integer> ids = new HashMap<>();

    Trajectories(Path file, Lanes lanes, ProgramSignals signals, double east, double north) {
        this.file = file;
        this.lanes = lanes;
        this.signals = signals;
        this.east = east;
        this.north = north;
    }

    /** The number under which someone is in the scenes; 0 who never was. */
    int id(String name) {
        return ids.getOrDefault(name, 0);
    }

    /** All scenes in order. */
    void play(Consumer<Scene> out) throws IOException {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), UTF_8))) {
            lines.readLine();
            List<RoadUser> users = new ArrayList<>();
            long millis = -1;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] fields = line.split(",", -1);
                long at = Math.round(1000 * Double.parseDouble(fields[0]));
                if (at != millis && millis >= 0) {
                    out.accept(scene(millis, users));
                    users.clear();
                }
                millis = at;
                users.add(user(fields, START.plusMillis(at)));
            }
            out.accept(scene(millis, users));
        }
    }

    private Scene scene(long millis, List<RoadUser> users) {
        Instant time = START.plusMillis(millis);
        List<RoadUser> sorted =
                users.stream().sorted(Comparator.comparingInt(RoadUser::id)).toList();
        return new Scene(time, EXACT, sorted, signals.at(millis), Set.of(), List.of(), Stamps.NONE);
    }

    /** {@code t,kind,id,type,x,y,lat,lon,angle,speed,…}; the place of a vehicle is that of its front. */
    private RoadUser user(String[] fields, Instant time) {
        boolean onFoot = fields[1].equals("P");
        String name = fields[2];
        RoadUserType type = onFoot ? RoadUserType.PEDESTRIAN : type(fields[3]);
        Size size = size(onFoot ? "ped" : fields[3]);
        double heading = Double.parseDouble(fields[8]);
        double speed = Double.parseDouble(fields[9]);
        double back = onFoot ? 0 : size.length() / 2;
        double sin = Math.sin(Math.toRadians(heading));
        double cos = Math.cos(Math.toRadians(heading));
        Position at = new Position(
                Double.parseDouble(fields[4]) - east - back * sin,
                Double.parseDouble(fields[5]) - north - back * cos,
                0);
        return new RoadUser(
                ids.computeIfAbsent(name, unknown -> ids.size() + 1),
                type,
                0.95,
                new Motion(
                        at,
                        new Velocity(speed * sin, speed * cos),
                        heading,
                        Covariance.round(0.2),
                        Covariance.round(0.15)),
                size,
                lanes.at(at.east(), at.north(), onFoot ? Double.NaN : heading),
                Set.of(SensorKind.RADAR, SensorKind.CAMERA),
                time,
                null);
    }

    private static RoadUserType type(String type) {
        return switch (type) {
            case "truck" -> RoadUserType.TRUCK;
            case "bus" -> RoadUserType.BUS;
            case "moto" -> RoadUserType.MOTORCYCLE;
            case "bike" -> RoadUserType.BICYCLE;
            default -> RoadUserType.CAR;
        };
    }

    /** As the vehicle types of the simulation have it. */
    private static Size size(String type) {
        return switch (type) {
            case "truck" -> new Size(9.5, 2.5, 3.4);
            case "bus" -> new Size(12, 2.5, 3.2);
            case "moto" -> new Size(2.1, 0.8, 1.6);
            case "bike" -> new Size(1.7, 0.6, 1.7);
            case "ped" -> new Size(0.5, 0.5, 1.7);
            default -> new Size(4.6, 1.8, 1.5);
        };
    }
}
