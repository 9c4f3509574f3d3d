package io.verge.app.incidentwarning.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.announcement.EventAnnouncement.Phase;
import io.verge.api.road.RoadUserType;
import io.verge.api.road.Size;
import io.verge.api.scene.RoadEvent;
import io.verge.api.scene.RoadEvent.Kind;
import io.verge.api.signal.SignalPhase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On arm 1: lane 11 turns left, lane 12 goes straight on and right, lane 15 leads away; 130 m each. */
class StoppedVehicleTest {
    private final Incidents incidents = new Incidents();

    @Test
    void aCarThatStandsAloneIsFoundWithinHalfASecondAfterItsHold() {
        incidents.traffic.car(1).on(15, 60).speed(0);
        incidents.run(12);
        assertThat(incidents.foundAfter(Kind.STOPPED_VEHICLE)).isBetween(10.0, 10.5);
    }

    @Test
    void theEventSaysWhereAndWho() {
        incidents.traffic.car(7).on(15, 60).speed(0);
        RoadEvent event = incidents.run(12).begun(Kind.STOPPED_VEHICLE).get(0);
        assertThat(event.lanes()).containsExactly(15);
        assertThat(event.roadUsers()).containsExactly(7);
        assertThat(event.position())
                .isEqualTo(incidents.traffic.scene().roadUsers().get(0).motion().position());
        assertThat(event.confidence()).isGreaterThan(0.9);
    }

    @Test
    void itIsFoundWithNoisyMeasurementsToo() {
        incidents.traffic.noise(417, 0.3, 0.3).car(1).on(15, 60).speed(0);
        assertThat(incidents.run(12).foundAfter(Kind.STOPPED_VEHICLE)).isBetween(10.0, 10.5);
    }

    @Test
    void whoDoesNotFollowOneThatCreepsAwayIsFound() {
        incidents.traffic.car(1).on(15, 60).speed(0);
        incidents.traffic.car(2).on(15, 70).speed(1.1);
        assertThat(incidents.run(12).foundAfter(Kind.STOPPED_VEHICLE)).isBetween(10.0, 10.5);
    }

    @Test
    void whoCreepsBehindOneThatCreepsIsQuiet() {
        incidents.traffic.car(1).on(15, 60).speed(1.1);
        incidents.traffic.car(2).on(15, 70).speed(1.3);
        incidents.traffic.car(3).on(15, 80).speed(2);
        assertThat(incidents.run(12).begun(Kind.STOPPED_VEHICLE))
                .noneMatch(event -> event.roadUsers().contains(1));
    }

    @Test
    void onAMotorwayItIsFoundSooner() {
        Incidents motorway = new Incidents("motorway", true);
        motorway.traffic.car(1).on(15, 60).speed(0);
        assertThat(motorway.run(12).foundAfter(Kind.STOPPED_VEHICLE)).isBetween(5.0, 5.5);
    }

    @Test
    void itEndsWhenTheCarDrivesOn() {
        incidents.traffic.car(1).on(15, 60).speed(0);
        incidents.run(12);
        incidents.traffic.car(1).on(15, 60).speed(5);
        incidents.run(3);
        assertThat(incidents.heard.active()).isEmpty();
        assertThat(incidents.heard.events(Phase.CANCEL)).hasSize(3);
    }

    @Test
    void aCarAtRedIsQuiet() {
        incidents.traffic.car(1).on(12, 35, 4).speed(0);
        assertThat(incidents.run(120).heard.all()).isEmpty();
    }

    @Test
    void aQueueAtRedIsQuiet() {
        for (int i = 0; i < 10; i++) {
            incidents.traffic.car(i + 1).on(12, 35, 4 + 8 * i).speed(0);
        }
        assertThat(incidents.run(120).begun(Kind.STOPPED_VEHICLE)).isEmpty();
    }

    @Test
    void aQueueThatGoesOffIsQuiet() {
        for (int i = 0; i < 10; i++) {
            incidents.traffic.car(i + 1).on(12, 35, 4 + 8 * i).speed(0);
        }
        incidents.run(30).lights(SignalPhase.PROTECTED_MOVEMENT);
        for (int i = 0; i < 10; i++) {
            incidents.run(2).traffic.car(i + 1).on(12, 35, 4 + 8 * i).accelerate(1.5);
        }
        assertThat(incidents.run(5).begun(Kind.STOPPED_VEHICLE)).isEmpty();
    }

    @Test
    void aCarThatMissesItsGreenIsFound() {
        incidents.traffic.car(1).on(12, 35, 4).speed(0);
        incidents.run(30).lights(SignalPhase.PROTECTED_MOVEMENT).run(11);
        assertThat(incidents.foundAfter(Kind.STOPPED_VEHICLE)).isBetween(40.0, 40.5);
    }

    @Test
    void aCarThatMissesSeveralShortGreensIsFound() {
        incidents.traffic.car(1).on(12, 35, 4).speed(0);
        for (int i = 0; i < 3; i++) {
            incidents
                    .lights(SignalPhase.PROTECTED_MOVEMENT)
                    .run(5)
                    .lights(SignalPhase.STOP_AND_REMAIN)
                    .run(30);
        }
        assertThat(incidents.begun(Kind.STOPPED_VEHICLE)).hasSize(1);
    }

    @Test
    void aCarThatStandsFarFromTheRedLightWithNobodyAheadIsFound() {
        incidents.traffic.car(1).on(12, 35, 80).speed(0);
        assertThat(incidents.run(12).foundAfter(Kind.STOPPED_VEHICLE)).isBetween(10.0, 10.5);
    }

    @Test
    void ofAQueueBehindAStoppedCarOnlyTheFirstIsMeant() {
        for (int i = 0; i < 4; i++) {
            incidents.traffic.car(i + 1).on(15, 80 - 8 * i).speed(0);
        }
        assertThat(incidents.run(30).begun(Kind.STOPPED_VEHICLE))
                .extracting(RoadEvent::roadUsers)
                .containsExactly(List.of(1));
    }

    @Test
    void aBusAtItsStopIsQuietAndOneThatStaysIsNot() {
        incidents
                .traffic
                .add(1, RoadUserType.BUS, new Size(12, 2.5, 3))
                .on(15, 60)
                .speed(0);
        assertThat(incidents.run(60).heard.all()).isEmpty();
        assertThat(incidents.run(31).begun(Kind.STOPPED_VEHICLE)).hasSize(1);
    }

    @Test
    void aLeftTurnerWhoGivesWayOnTheCrossingIsQuiet() {
        incidents.lights(SignalPhase.PERMISSIVE_MOVEMENT);
        incidents.traffic.car(1).on(11, 25, -12).speed(0);
        for (int i = 0; i < 10; i++) {
            incidents.traffic.car(2 + i).on(32, 15, 40 + 40 * i).speed(10);
        }
        assertThat(incidents.run(40).begun(Kind.STOPPED_VEHICLE)).isEmpty();
    }

    @Test
    void aCarThatStandsOnTheEmptyCrossingIsFound() {
        incidents.lights(SignalPhase.PERMISSIVE_MOVEMENT);
        incidents.traffic.car(1).on(11, 25, -12).speed(0);
        assertThat(incidents.run(12).foundAfter(Kind.STOPPED_VEHICLE)).isBetween(10.0, 10.5);
    }

    @Test
    void givingWayIsNoReasonForEver() {
        incidents.lights(SignalPhase.PERMISSIVE_MOVEMENT);
        incidents.traffic.car(1).on(11, 25, -12).speed(0);
        for (int i = 0; i < 40; i++) {
            incidents.traffic.car(2 + i).on(32, 15, 40 + 40 * i).speed(10);
        }
        assertThat(incidents.run(75).begun(Kind.STOPPED_VEHICLE)).hasSize(1);
    }

    @Test
    void aCarThatLetsPeopleCrossIsQuiet() {
        incidents.lights(SignalPhase.PERMISSIVE_MOVEMENT);
        incidents.traffic.car(1).on(12, 45, -2).speed(0);
        incidents.traffic.pedestrian(2).at(-9, 16, 90).speed(0.5);
        assertThat(incidents.run(30).begun(Kind.STOPPED_VEHICLE)).isEmpty();
    }

    @Test
    void aQueueThatReachesBeyondTheMapIsQuiet() {
        for (int i = 0; i < 4; i++) {
            incidents.traffic.car(i + 1).on(15, 125 - 8 * i).speed(0);
        }
        assertThat(incidents.run(30).begun(Kind.STOPPED_VEHICLE)).isEmpty();
    }

    @Test
    void aCarBesideTheRoadIsQuiet() {
        incidents.traffic.car(1).at(30, 80, 0).speed(0);
        assertThat(incidents.run(30).heard.all()).isEmpty();
    }

    @Test
    void withoutSignalStatesNobodyIsJudgedAtAStopLine() {
        incidents.lights(SignalPhase.UNAVAILABLE).traffic.car(1).on(12, 35, 4).speed(0);
        assertThat(incidents.run(60).heard.all()).isEmpty();
    }
}
