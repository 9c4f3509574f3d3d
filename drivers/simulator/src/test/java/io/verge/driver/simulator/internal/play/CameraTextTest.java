package io.verge.driver.simulator.internal.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.geo.Mount;
import io.verge.api.geo.Position;
import io.verge.api.geo.SiteFrame;
import io.verge.api.geo.Wgs84;
import io.verge.api.road.RoadUserType;
import io.verge.api.road.Size;
import io.verge.driver.simulator.internal.world.Body;
import io.verge.driver.simulator.internal.world.Pose;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What the two cameras write of what they see. */
class CameraTextTest {
    private static final Instant TIME = Instant.parse("2026-03-01T12:00:01.250Z");
    /** Looks east from the origin. */
    private static final Mount MOUNT = new Mount(new Position(0, 0, 5), 90, -10);

    private final SiteFrame frame = new SiteFrame(new Wgs84(30.5, 114.3, 21));
    private final CameraModel exact = new CameraModel(new View(MOUNT, 90, 60), 0, 0, new SplittableRandom(1));

    @Test
    void aMustCameraWritesALineForEachTrack() {
        List<CameraModel.Track> tracks = look(body(7, RoadUserType.TRUCK, 20, 3, 90, 8.5, 9));
        assertThat(MustLines.of(TIME, tracks)).isEqualTo("truck,-3.00,20.00,0.0,8.50,large,95.0,7,1772366401.250\n");
    }

    @Test
    void aMustCamerasHeadingOf270IsToTheRight() {
        List<CameraModel.Track> tracks = look(body(7, RoadUserType.PEDESTRIAN, 20, 0, 180, 1.5, 0.5));
        assertThat(MustLines.of(TIME, tracks)).startsWith("pedestrian,0.00,20.00,270.0,1.50,small");
    }

    @Test
    void aFlirCameraWritesAllValuesAsTexts() {
        List<CameraModel.Track> tracks = look(body(7, RoadUserType.PEDESTRIAN, 20, -3, 90, 1.25, 0.5));
        assertThat(new FlirMessage(frame, MOUNT).of(5, TIME, tracks))
                .isEqualTo("{\"dataNumber\":\"5\",\"messageType\":\"Data\",\"time\":\"2026-03-01T20:00:01.250+08:00\","
                        + "\"track\":[{\"angle\":\"90.00000000\",\"class\":\"Pedestrian\",\"iD\":\"15968007\","
                        + "\"latitude\":\"30.49997294\",\"longitude\":\"114.30020833\",\"speed\":\"1.25000000\","
                        + "\"x\":\"3.00000000\",\"y\":\"20.00000000\"}],\"type\":\"PedestrianPresenceTracking\"}");
    }

    @Test
    void aFlirCameraLeavesOutTheAngleOfWhoStands() {
        List<CameraModel.Track> tracks = look(body(7, RoadUserType.PEDESTRIAN, 20, -3, 90, 0, 0.5));
        assertThat(new FlirMessage(frame, MOUNT).of(5, TIME, tracks))
                .contains("\"speed\":\"0.00000000\"")
                .doesNotContain("angle");
    }

    @Test
    void aCameraSeesNobodyBehindIt() {
        assertThat(look(body(7, RoadUserType.PEDESTRIAN, -20, 0, 90, 0, 0.5))).isEmpty();
    }

    @Test
    void aCameraTellsTheNearestFirst() {
        List<CameraModel.Track> tracks = exact.look(
                List.of(
                        body(1, RoadUserType.CAR, 30, 0, 90, 0, 4),
                        body(2, RoadUserType.CAR, 10, 0, 90, 0, 4),
                        body(3, RoadUserType.CAR, 20, 0, 90, 0, 4)),
                body -> true,
                2);
        assertThat(tracks).extracting(track -> track.body().id()).containsExactly(2, 3);
    }

    private List<CameraModel.Track> look(Body body) {
        return exact.look(List.of(body), any -> true, 10);
    }

    private static Body body(
            int id, RoadUserType type, double east, double north, double heading, double speed, double length) {
        return new Body(
                id,
                type,
                new Pose(east, north, heading),
                speed,
                new Size(length, Math.min(length, 2), 1.7),
                Body.Conduct.LAWFUL);
    }
}
