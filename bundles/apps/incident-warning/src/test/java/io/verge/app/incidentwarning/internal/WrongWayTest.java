package io.verge.app.incidentwarning.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.announcement.EventAnnouncement;
import io.verge.api.announcement.EventAnnouncement.Phase;
import io.verge.api.road.RoadUserType;
import io.verge.api.road.Size;
import io.verge.api.scene.RoadEvent.Kind;
import io.verge.api.signal.SignalPhase;
import org.junit.jupiter.api.Test;

/** Arm 1 is north: lane 15 leads away from the crossing at 3.5 m east, lanes 11 and 12 to it at 3.5 and 7 m west. */
class WrongWayTest {
    private static final double SOUTH = 180;
    private static final double NORTH = 0;

    private final Incidents incidents = new Incidents().lights(SignalPhase.PERMISSIVE_MOVEMENT);

    @Test
    void aCarThatComesInOnTheWayOutIsFoundAfterTwoSeconds() {
        incidents.traffic.car(1).at(3.5, 140, SOUTH).speed(10);
        assertThat(incidents.run(5).foundAfter(Kind.WRONG_WAY)).isBetween(2.0, 2.3);
    }

    @Test
    void aSlowOneIsFoundAfterTenMetres() {
        incidents.traffic.car(1).at(3.5, 140, SOUTH).speed(4);
        assertThat(incidents.run(5).foundAfter(Kind.WRONG_WAY)).isBetween(2.5, 2.8);
    }

    @Test
    void aCarThatGoesOutOnTheWayInIsFound() {
        incidents.traffic.car(1).at(-7, 25, NORTH).speed(10);
        assertThat(incidents.run(5).begun(Kind.WRONG_WAY)).hasSize(1);
    }

    @Test
    void noisyMeasurementsDoNotHideIt() {
        incidents.traffic.noise(417, 0.3, 0.5).car(1).at(3.5, 140, SOUTH).speed(10);
        assertThat(incidents.run(5).foundAfter(Kind.WRONG_WAY)).isBetween(2.0, 2.5);
    }

    @Test
    void itIsOneEventTenTimesASecondFromTheLaneOverTheCrossingToTheNextLane() {
        incidents.traffic.car(1).at(3.5, 100, SOUTH).speed(10);
        incidents.run(18);
        assertThat(incidents.begun(Kind.WRONG_WAY)).hasSize(1);
        assertThat(incidents.heard.events(Phase.UPDATE)).hasSizeGreaterThan(140);
        assertThat(incidents.heard.events().stream().map(EventAnnouncement::phase))
                .doesNotContain(Phase.CANCEL);
    }

    @Test
    void itEndsWhenTheCarTurns() {
        incidents.traffic.car(1).at(3.5, 100, SOUTH).speed(10);
        incidents.run(4);
        incidents.traffic.car(1).at(3.5, 60, NORTH).speed(10);
        incidents.run(2.2);
        assertThat(incidents.heard.events(Phase.CANCEL)).hasSize(3);
    }

    @Test
    void whoBacksUpALittleIsQuiet() {
        incidents.traffic.car(1).at(3.5, 100, SOUTH).speed(2.5);
        assertThat(incidents.run(10).heard.all()).isEmpty();
    }

    @Test
    void whoGoesRoundAnObstacleForASecondIsQuiet() {
        incidents.traffic.car(1).at(3.5, 100, SOUTH).speed(10);
        incidents.run(1.5);
        incidents.traffic.car(1).at(-3.5, 85, SOUTH).speed(10);
        assertThat(incidents.run(5).heard.all()).isEmpty();
    }

    @Test
    void whoDrivesOnTheLineBetweenTheDirectionsIsQuiet() {
        incidents.traffic.car(1).at(1.2, 140, SOUTH).speed(10);
        assertThat(incidents.run(8).begun(Kind.WRONG_WAY)).isEmpty();
    }

    @Test
    void peopleAndBicyclesMayGoAsTheyLike() {
        incidents.traffic.pedestrian(1).at(3.5, 140, SOUTH).speed(3.5);
        incidents.traffic.cyclist(2).at(3.5, 120, SOUTH).speed(6);
        assertThat(incidents.run(10).begun(Kind.WRONG_WAY)).isEmpty();
    }

    @Test
    void aMotorcycleMayNot() {
        incidents
                .traffic
                .add(1, RoadUserType.MOTORCYCLE, new Size(2.1, 0.8, 1.5))
                .at(3.5, 140, SOUTH)
                .speed(10);
        assertThat(incidents.run(5).begun(Kind.WRONG_WAY)).hasSize(1);
    }

    @Test
    void everyOrdinaryWayOverTheCrossingIsQuiet() {
        int[][] ways = {
            {11, 25}, {12, 35}, {12, 45}, {21, 35}, {22, 45}, {22, 15}, {31, 45}, {32, 15}, {32, 25}, {41, 15}, {42, 25}
        };
        int id = 1;
        for (int[] way : ways) {
            incidents
                    .traffic
                    .noise(way[0], 0.4, 0.4)
                    .car(id++)
                    .on(way[0], way[1], 60)
                    .speed(8);
        }
        assertThat(incidents.run(25).begun(Kind.WRONG_WAY)).isEmpty();
    }

    @Test
    void aUTurnIsQuiet() {
        incidents.traffic.car(1).on(11, 15, 40).speed(5);
        assertThat(incidents.run(25).begun(Kind.WRONG_WAY)).isEmpty();
    }

    @Test
    void aLaneChangeIsQuiet() {
        incidents.traffic.car(1).on(12, 35, 120).speed(12);
        for (double right = 0; right > -3.5; right -= 0.1) {
            incidents
                    .run(0.1)
                    .traffic
                    .car(1)
                    .on(12, 35, 120 + right * 10)
                    .right(right)
                    .speed(12);
        }
        assertThat(incidents.run(3).begun(Kind.WRONG_WAY)).isEmpty();
    }
}
