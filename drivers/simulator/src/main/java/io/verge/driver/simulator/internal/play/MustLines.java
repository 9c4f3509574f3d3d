package io.verge.driver.simulator.internal.play;

import io.verge.api.road.RoadUserType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a MUST camera sends: a line for each track, {@code class,x,y,heading,speed,size,confidence,trackId,timestamp} in metres,
 * degrees, m/s, percent and seconds since 1970. A heading of 270 is along x, and headings go counterclockwise.
 */
final class MustLines {
    private MustLines() {}

    static String of(Instant time, List<CameraModel.Track> tracks) {
        return tracks.stream().map(track -> line(time, track)).collect(Collectors.joining());
    }

    private static String line(Instant time, CameraModel.Track track) {
        return String.format(
                Locale.ROOT,
                "%s,%.2f,%.2f,%.1f,%.2f,%s,%.1f,%d,%d.%03d\n",
                name(track.body().type()),
                track.right(),
                track.forward(),
                (track.direction() + 270 + 360) % 360,
                track.speed(),
                size(track.body().size().length()),
                95.0,
                track.body().id(),
                time.getEpochSecond(),
                time.getNano() / 1_000_000);
    }

    private static String name(RoadUserType type) {
        return switch (type) {
            case CAR -> "sedan";
            case TRUCK -> "truck";
            case BUS -> "bus";
            case MOTORCYCLE -> "motorcycle";
            case PEDESTRIAN -> "pedestrian";
            default -> "unknown";
        };
    }

    private static String size(double length) {
        if (length > 7) {
            return "large";
        }
        return length > 3 ? "medium" : "small";
    }
}
