package io.verge.app.incidentwarning.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.scene.RoadEvent.Kind;
import io.verge.api.signal.SignalPhase;
import org.junit.jupiter.api.Test;

/** Too fast and too slow where 60 km/h are allowed. */
class SpeedRulesTest {
    private static final double LIMIT = 60 / 3.6;

    private final Incidents incidents = new Incidents().lights(SignalPhase.PROTECTED_MOVEMENT);

    @Test
    void whoIsClearlyTooFastForASecondIsFound() {
        incidents.traffic.car(1).on(12, 35, 125).speed(LIMIT * 1.1 + 1.5);
        // Five frames for the median, then a second.
        assertThat(incidents.run(4).foundAfter(Kind.OVERSPEED)).isBetween(1.0, 1.5);
    }

    @Test
    void whoIsALittleTooFastIsQuiet() {
        incidents.traffic.car(1).on(12, 35, 125).speed(LIMIT * 1.1 + 0.5);
        assertThat(incidents.run(10).heard.all()).isEmpty();
    }

    @Test
    void oneWrongMeasurementInFiveIsNoSpeed() {
        for (int i = 0; i < 20; i++) {
            incidents.traffic.car(1).on(12, 35, 125 - 6 * i).speed(i % 5 == 0 ? 40 : 15);
            incidents.run(0.1);
        }
        assertThat(incidents.heard.all()).isEmpty();
    }

    @Test
    void withoutALimitInTheMapNobodyIsTooFast() {
        incidents.traffic.car(1).on(13, 0).speed(30);
        assertThat(incidents.run(4).heard.all()).isEmpty();
    }

    @Test
    void whoCrawlsOnAFreeLaneIsFoundAfterFiveSeconds() {
        incidents.traffic.car(1).on(15, 35).speed(4);
        assertThat(incidents.run(8).foundAfter(Kind.SLOW_VEHICLE)).isBetween(5.0, 5.5);
    }

    @Test
    void whoIsAsSlowAsEverybodyIsQuiet() {
        for (int i = 0; i < 200; i++) {
            incidents.traffic.car(1 + i).on(15, 35).speed(7);
            incidents.run(1.5);
        }
        incidents.traffic.car(1000).on(15, 35).speed(4);
        assertThat(incidents.run(8).begun(Kind.SLOW_VEHICLE)).isEmpty();
    }

    @Test
    void aFewSlowOnesDoNotBecomeTheCustom() {
        for (int i = 0; i < 10; i++) {
            incidents.traffic.car(1).on(15, 35).speed(4);
            incidents.run(20);
        }
        incidents.traffic.remove(1);
        incidents.run(5).traffic.car(2).on(15, 35).speed(4);
        incidents.run(8);
        assertThat(incidents.begun(Kind.SLOW_VEHICLE))
                .anyMatch(event -> event.roadUsers().contains(2));
    }

    @Test
    void oneAheadWhoDrawsAwayHoldsNobodyUp() {
        incidents.traffic.car(1).on(15, 35).speed(4);
        incidents.traffic.car(2).on(15, 60).speed(12);
        assertThat(incidents.run(8).foundAfter(Kind.SLOW_VEHICLE)).isBetween(5.0, 5.5);
    }

    @Test
    void ofThoseBehindASlowOneNobodyIsMeant() {
        for (int i = 0; i < 4; i++) {
            incidents.traffic.car(1 + i).on(15, 70 - 12 * i).speed(4);
        }
        assertThat(incidents.run(10).begun(Kind.SLOW_VEHICLE)).hasSize(1);
    }

    @Test
    void whoSlowsDownForTheStopLineIsQuiet() {
        incidents.traffic.car(1).on(12, 35, 60).speed(4);
        assertThat(incidents.run(12).heard.all()).isEmpty();
    }

    @Test
    void whoRollsTowardsARedLightIsQuiet() {
        incidents
                .lights(SignalPhase.STOP_AND_REMAIN)
                .traffic
                .car(1)
                .on(12, 35, 100)
                .speed(4);
        assertThat(incidents.run(15).begun(Kind.SLOW_VEHICLE)).isEmpty();
    }

    @Test
    void whoStartsAfterTheCrossingIsQuiet() {
        incidents.traffic.car(1).on(15, 0).speed(2).accelerate(1);
        assertThat(incidents.run(12).heard.all()).isEmpty();
    }

    @Test
    void aBicycleIsNotSlow() {
        incidents.traffic.cyclist(1).on(15, 35).speed(4);
        assertThat(incidents.run(10).heard.all()).isEmpty();
    }
}
