package io.verge.perception.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.verge.api.geo.Position;
import io.verge.api.geo.SiteFrame;
import io.verge.api.geo.Wgs84;
import io.verge.api.message.MessageKind;
import io.verge.api.observation.ReceivedMessage;
import io.verge.api.observation.SelfReport;
import io.verge.api.observation.Sensor;
import io.verge.api.road.RoadUserType;
import io.verge.api.road.SensorKind;
import io.verge.api.scene.RoadUser;
import io.verge.api.scene.Scene;
import io.verge.api.site.Site;
import io.verge.api.site.SiteMap;
import io.verge.api.time.Stamps;
import io.verge.perception.internal.Street.Thing;
import io.verge.testkit.DirectStages;
import io.verge.testkit.ManualClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Road users that report themselves over the air, with and without sensors that see them. */
class ReportedTest {
    private static final SiteFrame FRAME = new SiteFrame(new Wgs84(30.5, 114.3, 20));

    private final ManualClock clock = ManualClock.standing();
    private final DirectStages stages = new DirectStages();
    private final List<Scene> scenes = new ArrayList<>();
    private final Street street = new Street(7);
    private final Perception perception = new Perception(Defaults.config(), stages, scenes::add, clock);
    private final Thing car = Street.car(-10, 5, 10, 0);

    private static final Site SITE = new Site() {
        @Override
        public String box() {
            return "box";
        }

        @Override
        public SiteFrame frame() {
            return FRAME;
        }

        @Override
        public Optional<SiteMap> map() {
            return Optional.empty();
        }
    };

    @BeforeEach
    void start() {
        clock.set(Street.START);
        perception.setSite(SITE);
    }

    private void report(String name, Thing thing, double seconds) {
        Position at = new Position(thing.eastAt(seconds) + 0.8, thing.northAt(seconds) - 0.6, 0);
        SelfReport report = new SelfReport(
                name, RoadUserType.CAR, FRAME.toWgs84(at), thing.velocity().speed(), 90, 1.5, null);
        clock.set(Street.at(seconds));
        perception.observed(new ReceivedMessage("rsu", Street.at(seconds), Stamps.NONE, MessageKind.BSM, report));
    }

    private void look(Sensor sensor, double seconds, List<Thing> things) {
        clock.set(Street.at(seconds));
        perception.observed(street.look(sensor, seconds, things));
    }

    private List<RoadUser> users(double seconds) {
        clock.set(Street.at(seconds));
        stages.tick();
        return scenes.get(scenes.size() - 1).roadUsers();
    }

    @Test
    void whoOnlyReportsItselfIsMarkedSo() {
        for (int i = 0; i < 10; i++) {
            report("a1", car, i / 10.0);
        }
        RoadUser user = users(1).get(0);
        assertThat(user.sources()).containsExactly(SensorKind.SELF_REPORT);
        assertThat(user.selfReportId()).isEqualTo("a1");
        assertThat(user.motion().position().east()).isCloseTo(0, within(2.0));
    }

    @Test
    void whoReportsOnceASecondIsFollowed() {
        for (int i = 0; i < 5; i++) {
            report("a1", car, i);
        }
        assertThat(users(4.5)).hasSize(1);
    }

    @Test
    void whoFallsSilentIsGoneAfterTwoSeconds() {
        for (int i = 0; i < 10; i++) {
            report("a1", car, i / 10.0);
        }
        assertThat(users(3)).isEmpty();
    }

    @Test
    void whoIsSeenAndReportsItselfIsOne() {
        for (int i = 0; i < 20; i++) {
            look(Street.radar(), i / 10.0, List.of(car));
            look(Street.camera(), i / 10.0, List.of(car));
            report("a1", car, i / 10.0);
        }
        assertThat(users(2)).singleElement().satisfies(user -> {
            assertThat(user.sources())
                    .containsExactlyInAnyOrder(SensorKind.RADAR, SensorKind.CAMERA, SensorKind.SELF_REPORT);
            assertThat(user.selfReportId()).isEqualTo("a1");
        });
    }

    @Test
    void whoReportsItselfBeforeItIsSeenKeepsItsId() {
        for (int i = 0; i < 10; i++) {
            report("a1", car, i / 10.0);
        }
        int id = users(1).get(0).id();
        for (int i = 10; i < 20; i++) {
            look(Street.radar(), i / 10.0, List.of(car));
            report("a1", car, i / 10.0);
        }
        assertThat(users(2)).singleElement().satisfies(user -> assertThat(user.id())
                .isEqualTo(id));
    }

    @Test
    void whoTakesAnotherNameStaysTheSame() {
        for (int i = 0; i < 40; i++) {
            look(Street.radar(), i / 10.0, List.of(car));
            look(Street.camera(), i / 10.0, List.of(car));
            if (i < 15 || i > 32) {
                report(i < 15 ? "a1" : "ff", car, i / 10.0);
            }
        }
        assertThat(users(4)).singleElement().satisfies(user -> assertThat(user.selfReportId())
                .isEqualTo("ff"));
    }

    @Test
    void twoThatReportSideBySideAreTwo() {
        Thing other = Street.car(-10, 8.5, 10, 0);
        for (int i = 0; i < 20; i++) {
            report("a1", car, i / 10.0);
            report("b2", other, i / 10.0);
        }
        assertThat(users(2)).extracting(RoadUser::selfReportId).containsExactlyInAnyOrder("a1", "b2");
    }

    @Test
    void aGhostInPlainViewOfSensorsIsNotShown() {
        for (int i = 0; i < 20; i++) {
            report("a1", Street.car(0, 5, 0, 0), i / 10.0);
            look(Street.radar(), i / 10.0, List.of());
            look(Street.camera(), i / 10.0, List.of());
        }
        assertThat(users(2)).isEmpty();
    }

    @Test
    void withoutASiteReportsArePassedOver() {
        perception.unsetSite(SITE);
        for (int i = 0; i < 10; i++) {
            report("a1", car, i / 10.0);
        }
        assertThat(users(1)).isEmpty();
    }

    @Test
    void noSceneFollowsAReportAtOnce() {
        report("a1", car, 0);
        assertThat(scenes).isEmpty();
    }
}
