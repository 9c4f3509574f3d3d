package io.verge.app.pedestrianwarning.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.road.SensorKind;
import io.verge.api.signal.SignalPhase;
import io.verge.testkit.Mover;
import org.junit.jupiter.api.Test;

/**
 * Of people where drivers expect nobody. The crosswalk of the north arm lies from 10 m west to 10 m east, between 14 and 18 m north;
 * lane 12 passes it 7 m west, and its edge is 8.75 m west.
 */
class UnexpectedPeopleTest extends Street {
    private static final int CROSSWALK = 9;
    private static final double EAST = 90;
    private static final double SOUTH = 180;
    private static final double WEST = 270;

    private double firstEast() {
        return heard.begun().get(0).position().east();
    }

    @Test
    void whoCannotStopBeforeTheKerbAtDontWalkIsWarnedOfBeforeHeIsOnTheRoad() {
        traffic.signal(CROSSWALK, SignalPhase.STOP_AND_REMAIN);
        car(45, 14);
        walker(-12.5, 16, EAST, 1.5);
        run(3);
        assertThat(firstEast()).isLessThan(-9.6);
    }

    @Test
    void whoSlowsDownBeforeTheKerbWhileItClearsIsNoReason() {
        traffic.signal(CROSSWALK, SignalPhase.PERMISSIVE_CLEARANCE);
        car(45, 14);
        walker(-11.2, 16, EAST, 1.4).accelerate(-1.2);
        run(4);
        assertThat(heard.events()).isEmpty();
    }

    @Test
    void whoCannotStopBeforeALaneIsWarnedOfBeforeHeIsOnIt() {
        car(90, 14);
        walker(-11, 60, EAST, 1.5);
        run(3);
        assertThat(firstEast()).isLessThan(-8.5);
    }

    @Test
    void whoStopsBeforeALaneIsNoReason() {
        car(80, 14);
        walker(-9.7, 60, EAST, 1.2).accelerate(-1.5);
        run(4);
        assertThat(heard.events()).isEmpty();
    }

    @Test
    void atDontWalkADriverWhoCouldStopGentlyIsADangerWhileHeDoesNot() {
        traffic.signal(CROSSWALK, SignalPhase.STOP_AND_REMAIN);
        car(28, 8);
        walker(-7, 16, WEST, 0);
        run(1.4);
        assertThat(heard.begun()).hasSize(1);
    }

    @Test
    void atWalkHeIsNot() {
        traffic.signal(CROSSWALK, SignalPhase.PERMISSIVE_MOVEMENT);
        car(28, 8);
        walker(-7, 16, WEST, 0);
        run(1.4);
        assertThat(heard.events()).isEmpty();
    }

    @Test
    void aDriverWhoMustBrakeHardIsADangerThoughHeBrakes() {
        Mover car = car(60, 14);
        run(2.3);
        car.accelerate(-4);
        run(0.4);
        walker(-7, 16, WEST, 0);
        run(0.5);
        assertThat(heard.begun()).hasSize(1);
    }

    @Test
    void whoGoesAlongALaneAsFastAsTrafficIsNobodyOnFoot() {
        car(80, 14);
        walker(-7, 60, SOUTH, 5);
        run(3);
        assertThat(heard.events()).isEmpty();
    }

    @Test
    void whatOneKindOfSensorSeesAtTheBumperOfAStandingCarIsAPartOfIt() {
        personAtTheBumper().seenBy(SensorKind.RADAR);
        run(3);
        assertThat(heard.events()).isEmpty();
    }

    @Test
    void whomTwoKindsOfSensorsSeeThereIsWarnedOf() {
        personAtTheBumper();
        run(3);
        assertThat(heard.begun()).isNotEmpty();
    }

    private Mover personAtTheBumper() {
        traffic.car(3).on(11, 25, 40).speed(0);
        traffic.car(1).on(11, 25, 90).speed(14);
        return walker(-3.5, 57.2, WEST, 0);
    }

    @Test
    void whoStandsBesideACarBehindItsFrontIsPassedByIt() {
        car(2.75, 3);
        run(1.2);
        walker(-5.4, 17.6, WEST, 0);
        run(0.7);
        assertThat(heard.events()).isEmpty();
    }
}
