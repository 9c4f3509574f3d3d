package io.verge.app.incidentwarning.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.app.Need;
import io.verge.api.geo.Covariance;
import io.verge.api.geo.Position;
import io.verge.api.geo.SiteFrame;
import io.verge.api.road.RoadUserType;
import io.verge.api.road.SensorKind;
import io.verge.api.road.Velocity;
import io.verge.api.scene.LaneMatch;
import io.verge.api.scene.Motion;
import io.verge.api.scene.RoadEvent.Kind;
import io.verge.api.scene.RoadUser;
import io.verge.api.site.Site;
import io.verge.api.site.SiteMap;
import io.verge.testkit.Crossing;
import io.verge.testkit.Defaults;
import io.verge.testkit.Heard;
import io.verge.testkit.Traffic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What no sensor should say, but does. */
class BadInputTest {
    private final Incidents incidents = new Incidents();
    private final Traffic traffic = incidents.traffic;

    private RoadUser car(int id, double east, double north, double speed, double heading, @Nullable LaneMatch lane) {
        double radians = Math.toRadians(heading);
        Motion motion = new Motion(
                new Position(east, north, 0),
                new Velocity(speed * Math.sin(radians), speed * Math.cos(radians)),
                heading,
                new Covariance(Double.NaN, 0, Double.NaN),
                Covariance.round(0.2));
        return new RoadUser(
                id, RoadUserType.CAR, 0.9, motion, null, lane, Set.of(SensorKind.RADAR), traffic.now(), null);
    }

    private void show(RoadUser... users) {
        incidents.app.onScene(traffic.scene(List.of(users)), incidents.heard);
        traffic.step();
    }

    private record Mapless(String box, SiteFrame frame, Optional<SiteMap> map) implements Site {
        Mapless() {
            this("wuhan-0417", Crossing.frame(), Optional.empty());
        }
    }

    @Test
    void needsRoadUsersAndAMap() {
        assertThat(incidents.app.needs()).containsExactlyInAnyOrder(Need.ROAD_USERS, Need.MAP);
    }

    @Test
    void saysNothingWithoutAMap() {
        Heard heard = new Heard();
        IncidentWarningApp blind = new IncidentWarningApp(Defaults.of(IncidentWarningConfig.class), new Mapless());
        traffic.car(1).on(15, 60).speed(0);
        traffic.run(blind, heard, 15);
        assertThat(heard.all()).isEmpty();
    }

    @Test
    void whoIsNowhereIsNobody() {
        for (int i = 0; i < 150; i++) {
            show(
                    car(1, Double.NaN, 3, 0, 0, null),
                    car(2, 3.5, Double.POSITIVE_INFINITY, 0, 0, null),
                    car(3, 3.5, 60, Double.NaN, 0, null),
                    car(4, 50_000, 60, 0, 0, new LaneMatch(15, 40, 0, 1)));
        }
        assertThat(incidents.heard.all()).isEmpty();
    }

    @Test
    void aLaneThatIsNotOnTheMapIsNoLane() {
        for (int i = 0; i < 150; i++) {
            show(
                    car(1, 60, 60, 0, 0, new LaneMatch(250, 40, 0, 1)),
                    car(2, 61, 70, 0, 0, new LaneMatch(15, Double.NaN, 0, 1)));
        }
        assertThat(incidents.heard.all()).isEmpty();
    }

    @Test
    void anIdThatIsThereTwiceIsOne() {
        for (int i = 0; i < 120; i++) {
            show(car(1, 3.5, 60, 0, 0, null), car(1, 3.5, 90, 0, 0, null));
        }
        assertThat(incidents.begun(Kind.STOPPED_VEHICLE)).hasSize(1);
    }

    @Test
    void theTimeBeforeTheClockWasSetBackDoesNotCount() {
        Traffic later = new Traffic(Crossing.map());
        later.car(1).on(15, 60).speed(0);
        for (int i = 0; i < 90; i++) {
            later.step();
        }
        for (int i = 0; i < 90; i++) {
            incidents.app.onScene(later.scene(), incidents.heard);
            later.step();
        }
        traffic.car(1).on(15, 60).speed(0);
        assertThat(incidents.run(9).heard.all()).isEmpty();
        assertThat(incidents.run(2).begun(Kind.STOPPED_VEHICLE)).hasSize(1);
    }

    @Test
    void timeWithoutScenesCountsASecondAtMost() {
        traffic.car(1).on(15, 60).speed(0);
        incidents.run(1);
        for (int i = 0; i < 600; i++) {
            traffic.step();
        }
        assertThat(incidents.run(5).heard.all()).isEmpty();
    }

    @Test
    void aContraryLaneThatPerceptionIsSureOfIsBelieved() {
        for (int i = 0; i < 30; i++) {
            show(car(1, 3.5, 100 - i, 10, 180, new LaneMatch(15, 80 - i, 0, 0.95)));
        }
        assertThat(incidents.begun(Kind.WRONG_WAY)).hasSize(1);
    }

    @Test
    void aContraryLaneThatPerceptionDoubtsIsNot() {
        for (int i = 0; i < 30; i++) {
            show(car(1, 3.5, 100 - i, 10, 180, new LaneMatch(15, 80 - i, 0, 0.7)));
        }
        assertThat(incidents.heard.all()).isEmpty();
    }

    @Test
    void aThousandFalseDetectionsAreBorneInQuickTime() {
        Random random = new Random(417);
        List<RoadUser> users = new ArrayList<>();
        for (int scene = 0; scene < 20; scene++) {
            users.clear();
            for (int id = 1; id <= 1000; id++) {
                users.add(car(
                        id + 1000 * scene,
                        random.nextDouble() * 300 - 150,
                        random.nextDouble() * 300 - 150,
                        random.nextDouble() * 30,
                        random.nextDouble() * 360,
                        null));
            }
            incidents.app.onScene(traffic.scene(users), incidents.heard);
            traffic.step();
        }
        assertThat(incidents.heard.all()).isEmpty();
    }
}
