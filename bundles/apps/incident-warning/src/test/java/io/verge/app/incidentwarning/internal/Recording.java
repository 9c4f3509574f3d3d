package io.verge.app.incidentwarning.internal;

import io.verge.api.geo.Covariance;
import io.verge.api.geo.Position;
import io.verge.api.road.RoadUserType;
import io.verge.api.road.SensorKind;
import io.verge.api.road.Size;
import io.verge.api.road.Velocity;
import io.verge.api.scene.Motion;
import io.verge.api.scene.RoadUser;
import io.verge.api.scene.Scene;
import io.verge.api.signal.SignalPhase;
import io.verge.api.signal.SignalState;
import io.verge.api.time.ClockQuality;
import io.verge.api.time.Stamps;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** Positions that a traffic simulation has recorded (SUMO, floating car data) and its signals, as scenes. */
final class Recording {
    static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

    private static final ClockQuality EXACT = new ClockQuality(ClockQuality.Source.RECORDING, Duration.ZERO);
    private static final int TIME = 0;
    private static final int ID = 2;
    private static final int TYPE = 3;
    private static final int X = 4;
    private static final int Y = 5;
    private static final int ANGLE = 8;
    private static final int SPEED = 9;

    private final NavigableMap<Double, String> lights = new TreeMap<>();
    private final Map<String, Integer> ids = new HashMap<>();
    private final List<RoadUser> users = new ArrayList<>();

    /** Reads the changes of the signals: time, signal, phase, state. */
    Recording(Path changes) throws IOException {
        for (String line : Files.readAllLines(changes)) {
            String[] cells = line.split(",", -1);
            if (!cells[TIME].equals("t")) {
                lights.put(Double.parseDouble(cells[TIME]), cells[3]);
            }
        }
    }

    void play(Path positions, Consumer<Scene> out) throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(positions)), StandardCharsets.UTF_8))) {
            lines.readLine();
            String time = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split(",", -1);
                if (!cells[TIME].equals(time) && !time.isEmpty()) {
                    out.accept(scene(Double.parseDouble(time)));
                }
                time = cells[TIME];
                users.add(user(cells));
            }
        }
    }

    private static Instant at(double seconds) {
        return START.plusMillis(Math.round(seconds * 1000));
    }

    private Scene scene(double seconds) {
        Map<Integer, SignalState> states = new HashMap<>();
        String shown = lights.floorEntry(seconds).getValue();
        for (int i = 0; i < shown.length(); i++) {
            states.put(i + 1, new SignalState(i + 1, phase(shown.charAt(i)), null, at(seconds)));
        }
        Scene scene = new Scene(at(seconds), EXACT, users, states, Set.of(), List.of(), Stamps.NONE);
        users.clear();
        return scene;
    }

    private static SignalPhase phase(char light) {
        return switch (light) {
            case 'G' -> SignalPhase.PROTECTED_MOVEMENT;
            case 'g' -> SignalPhase.PERMISSIVE_MOVEMENT;
            case 'y' -> SignalPhase.PROTECTED_CLEARANCE;
            default -> SignalPhase.STOP_AND_REMAIN;
        };
    }

    /** The simulation gives the middle of a vehicle's front bumper. */
    private RoadUser user(String[] cells) {
        int id = ids.computeIfAbsent(cells[ID], name -> ids.size() + 1);
        Size size = size(cells[TYPE]);
        double heading = Double.parseDouble(cells[ANGLE]);
        double sin = Math.sin(Math.toRadians(heading));
        double cos = Math.cos(Math.toRadians(heading));
        double speed = Double.parseDouble(cells[SPEED]);
        double back = cells[1].equals("P") ? 0 : size.length() / 2;
        Position position = new Position(
                Double.parseDouble(cells[X]) - RecordedCrossing.MIDDLE - back * sin,
                Double.parseDouble(cells[Y]) - RecordedCrossing.MIDDLE - back * cos,
                0);
        Motion motion = new Motion(
                position,
                new Velocity(speed * sin, speed * cos),
                heading,
                Covariance.round(0.3),
                Covariance.round(0.2));
        return new RoadUser(
                id,
                type(cells[TYPE]),
                0.9,
                motion,
                size,
                null,
                Set.of(SensorKind.RADAR),
                at(Double.parseDouble(cells[TIME])),
                null);
    }

    private static RoadUserType type(String name) {
        return switch (name) {
            case "truck" -> RoadUserType.TRUCK;
            case "bus" -> RoadUserType.BUS;
            case "moto" -> RoadUserType.MOTORCYCLE;
            case "bike" -> RoadUserType.BICYCLE;
            case "car", "redrunner" -> RoadUserType.CAR;
            default -> RoadUserType.PEDESTRIAN;
        };
    }

    private static Size size(String name) {
        return switch (name) {
            case "truck" -> new Size(9.5, 2.5, 3);
            case "bus" -> new Size(12, 2.5, 3);
            case "moto" -> new Size(2.1, 0.8, 1.5);
            case "bike" -> new Size(1.7, 0.6, 1.7);
            case "car", "redrunner" -> new Size(4.6, 1.8, 1.5);
            default -> new Size(0.5, 0.5, 1.7);
        };
    }
}
