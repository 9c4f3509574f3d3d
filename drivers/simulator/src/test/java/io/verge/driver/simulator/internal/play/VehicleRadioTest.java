package io.verge.driver.simulator.internal.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.geo.Position;
import io.verge.api.geo.SiteFrame;
import io.verge.api.geo.Wgs84;
import io.verge.api.observation.PriorityRequest;
import io.verge.api.observation.PriorityRequest.Action;
import io.verge.api.observation.PriorityRequest.Role;
import io.verge.api.observation.SelfReport;
import io.verge.api.road.RoadUserType;
import io.verge.api.road.Size;
import io.verge.driver.simulator.internal.world.Body;
import io.verge.driver.simulator.internal.world.Course;
import io.verge.driver.simulator.internal.world.Pose;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class VehicleRadioTest {
    private static final SiteFrame FRAME = new SiteFrame(new Wgs84(30.5, 114.3, 21));
    private static final Instant NOW = Instant.parse("2026-03-01T08:15:11.234Z");
    private static final Size SIZE = new Size(10.5, 2.5, 3.1);

    private final VehicleRadio radio = new VehicleRadio(FRAME, new SplittableRandom(7));

    private static Course course(RoadUserType type, double ahead, double speed) {
        Body body = new Body(3, type, new Pose(-5.25, 20 + ahead, 180), speed, SIZE, Body.Conduct.LAWFUL);
        return new Course(body, 12, 34, ahead);
    }

    private PriorityRequest asked(double ahead, double speed, Instant now) {
        return radio.request(course(RoadUserType.BUS, ahead, speed), now).orElseThrow();
    }

    @Test
    void aBusThatIsNearAsksForItsWay() {
        PriorityRequest request = asked(100, 10, NOW);
        assertThat(request.action()).isEqualTo(Action.REQUEST);
        assertThat(request.role()).isEqualTo(Role.PUBLIC_TRANSPORT);
        assertThat(request.crossing()).isEqualTo(417);
        assertThat(request.fromLane()).isEqualTo(12);
        assertThat(request.toLane()).isEqualTo(34);
        assertThat(request.arrival()).isEqualTo(NOW.plusSeconds(10));
    }

    @Test
    void aBusThatIsFarIsSilent() {
        assertThat(radio.request(course(RoadUserType.BUS, 121, 10), NOW)).isEmpty();
    }

    @Test
    void aCarDoesNotAsk() {
        assertThat(radio.request(course(RoadUserType.CAR, 60, 10), NOW)).isEmpty();
    }

    @Test
    void asksAgainEachSecond() {
        int first = asked(100, 10, NOW).sequence();
        assertThat(radio.request(course(RoadUserType.BUS, 91, 10), NOW.plusMillis(900)))
                .isEmpty();
        PriorityRequest again = asked(90, 10, NOW.plusMillis(1000));
        assertThat(again.action()).isEqualTo(Action.UPDATE);
        assertThat(again.sequence()).isEqualTo(first + 1);
    }

    @Test
    void whoWaitsInAQueueStillArrives() {
        assertThat(asked(40, 0, NOW).arrival()).isEqualTo(NOW.plusSeconds(10));
    }

    @Test
    void takesItBackOnceItsFrontIsOverTheLine() {
        asked(10, 10, NOW);
        assertThat(asked(-0.5, 10, NOW.plusMillis(1050)).action()).isEqualTo(Action.CANCEL);
        assertThat(radio.request(course(RoadUserType.BUS, -20, 10), NOW.plusSeconds(3)))
                .isEmpty();
    }

    @Test
    void aBusThatIsBehindTheLineFromTheBeginningDoesNotAsk() {
        assertThat(radio.request(course(RoadUserType.BUS, -1, 10), NOW)).isEmpty();
    }

    @Test
    void asksAgainAfterTheClockWasSetBack() {
        asked(100, 10, NOW);
        assertThat(radio.request(course(RoadUserType.BUS, 90, 10), NOW.minusSeconds(60)))
                .isPresent();
    }

    @Test
    void reportsWhatItIs() {
        SelfReport report = radio.report(course(RoadUserType.BUS, 50, 9));
        assertThat(report.id()).matches("[0-9A-F]{8}");
        assertThat(report.type()).isEqualTo(RoadUserType.BUS);
        assertThat(report.speed()).isEqualTo(9);
        assertThat(report.heading()).isEqualTo(180);
        assertThat(report.size()).isEqualTo(SIZE);
    }

    @Test
    void isAsWrongAsItSays() {
        List<Double> squares = new ArrayList<>();
        double said = 0;
        for (int i = 0; i < 20_000; i++) {
            SelfReport report = radio.report(course(RoadUserType.BUS, 50, 9));
            Position at = FRAME.toSite(report.position());
            squares.add(Math.pow(at.east() + 5.25, 2));
            said = report.error();
        }
        double sigma = Math.sqrt(
                squares.stream().mapToDouble(square -> square).average().orElseThrow());
        assertThat(said).isBetween(0.5, 1.0);
        assertThat(sigma / said).isBetween(0.7, 1.4);
    }

    @Test
    void itsErrorWandersRatherThanJumps() {
        Position first =
                FRAME.toSite(radio.report(course(RoadUserType.BUS, 50, 0)).position());
        Position second =
                FRAME.toSite(radio.report(course(RoadUserType.BUS, 50, 0)).position());
        assertThat(first.distanceTo(second)).isGreaterThan(0).isLessThan(0.6);
    }
}
