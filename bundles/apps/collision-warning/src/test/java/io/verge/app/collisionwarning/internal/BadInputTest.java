package io.verge.app.collisionwarning.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.geo.Covariance;
import io.verge.api.geo.Position;
import io.verge.api.geo.SiteFrame;
import io.verge.api.road.RoadUserType;
import io.verge.api.road.SensorKind;
import io.verge.api.road.Velocity;
import io.verge.api.scene.LaneMatch;
import io.verge.api.scene.Motion;
import io.verge.api.scene.RoadUser;
import io.verge.api.site.Site;
import io.verge.api.site.SiteMap;
import io.verge.testkit.Crossing;
import io.verge.testkit.Heard;
import io.verge.testkit.Traffic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What no sensor should say, and what no map should lack. */
class BadInputTest {
    private final Traffic traffic = new Traffic(Crossing.map());
    private final CollisionWarningApp app = Apps.withDefaults(Crossing.map());
    private final Heard heard = new Heard();

    private RoadUser impossible(double bad) {
        Motion motion = new Motion(
                new Position(bad, bad, bad),
                new Velocity(bad, -bad),
                bad,
                Covariance.round(bad),
                Covariance.round(bad));
        return new RoadUser(
                7,
                RoadUserType.CAR,
                bad,
                motion,
                null,
                new LaneMatch(999, bad, bad, bad),
                Set.of(SensorKind.RADAR),
                traffic.now(),
                null);
    }

    private void twoThatMeet() {
        traffic.car(1).on(12, 35, 60).speed(14);
        traffic.car(2).on(22, 45, 54).speed(14);
    }

    @Test
    void impossibleMotionIsPassedOverAndTheOthersAreStillSeen() {
        twoThatMeet();
        for (int i = 0; i < 50; i++) {
            List<RoadUser> users = new ArrayList<>(traffic.scene().roadUsers());
            for (double bad : List.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e300, 5000.0)) {
                users.add(impossible(bad));
            }
            app.onScene(traffic.scene(users), heard);
            traffic.step();
        }
        assertThat(heard.begun()).hasSize(1);
    }

    @Test
    void theSameIdTwiceIsNoPair() {
        traffic.car(1).on(12, 35, 60).speed(14);
        for (int i = 0; i < 30; i++) {
            RoadUser user = traffic.scene().roadUsers().get(0);
            app.onScene(traffic.scene(List.of(user, user, user)), heard);
            traffic.step();
        }
        assertThat(heard.events()).isEmpty();
    }

    @Test
    void oneBodySeenAsTwoIsNoCollision() {
        traffic.truck(1).on(12, 35, 60).speed(12);
        traffic.truck(2).on(12, 35, 57).right(0.4).speed(11);
        traffic.run(app, heard, 4);
        assertThat(heard.events()).isEmpty();
    }

    @Test
    void whenTimeRunsBackwardsItGoesOn() {
        Traffic later = new Traffic(Crossing.map());
        for (int i = 0; i < 600; i++) {
            later.step();
        }
        later.run(app, heard, 1);
        twoThatMeet();
        traffic.run(app, heard, 5);
        assertThat(heard.begun()).hasSize(1);
    }

    @Test
    void aThousandInOnePlaceAreBoundedWork() {
        for (int i = 0; i < 1000; i++) {
            traffic.car(i + 1).at(-30 + 0.06 * i, 0.03 * i, i % 360).speed(3 + i % 17);
        }
        traffic.run(app, heard, 2);
        assertThat(heard.active().size()).isBetween(1, 256);
    }

    @Test
    void anEmptyRoadIsQuiet() {
        traffic.run(app, heard, 1);
        assertThat(heard.all()).isEmpty();
    }

    @Test
    void withoutAMapItIsQuiet() {
        CollisionWarningApp mapless = new CollisionWarningApp(Apps.config(), new Site() {
            @Override
            public String box() {
                return "box";
            }

            @Override
            public SiteFrame frame() {
                return Crossing.frame();
            }

            @Override
            public Optional<SiteMap> map() {
                return Optional.empty();
            }
        });
        twoThatMeet();
        traffic.run(mapless, heard, 5);
        assertThat(heard.all()).isEmpty();
    }
}
