package io.verge.itests.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.driver.simulator.internal.world.Incident;
import io.verge.driver.simulator.internal.world.Incidents;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Apps that see everyone as they truly are but for a little noise: what is missed here is the rule's fault. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScenesIT {
    private static final double GOAL = 0.99;
    /** Of people, and of what is slower than a conflict. */
    private static final double MOST = 0.95;
    /** False alarms an hour of these. */
    private static final double FEW = 1;
    /** Of a congestion, seconds: the hold time of the app and half a second. */
    private static final double CONGESTED = 60.5;
    /** Of a stopped vehicle, seconds: the hold time of the app and half a second. */
    private static final double STOPPED = 10.5;

    private final Trial normal =
            new Trial("Normal traffic, true scenes", Scenario::seen, 1_000, Incidents.NONE, Trial.HOURS, Apps::warners);
    private final Trial conflicts = new Trial(
            "Conflicts, true scenes",
            Scenario::seen,
            2_000,
            Incidents.of(20, Incident.RED_LIGHT, Incident.COLLISION_COURSE, Incident.WRONG_WAY, Incident.JAYWALKER),
            Trial.HOURS,
            Apps::warners);
    private final Trial people = new Trial(
            "People, true scenes",
            Scenario::seen,
            6_000,
            Incidents.of(20, Incident.JAYWALKER),
            Trial.HOURS,
            Apps::warners);
    private final Trial disturbances = new Trial(
            "Disturbances, true scenes",
            Scenario::seen,
            3_000,
            Incidents.of(
                    60,
                    Incident.BREAKDOWN,
                    Incident.SPEEDER,
                    Incident.SLOW_VEHICLE,
                    Incident.CONGESTION,
                    Incident.DEBRIS),
            Trial.HOURS,
            Apps::warners);

    @BeforeAll
    void tell() {
        System.out.println(normal);
        System.out.println(conflicts);
        System.out.println(people);
        System.out.println(disturbances);
    }

    @ParameterizedTest
    @EnumSource(names = {"RED_LIGHT", "COLLISION_COURSE", "WRONG_WAY"})
    void nearlyAllConflictsAreFound(Incident incident) {
        assertThat(conflicts.score(incident).count()).isPositive();
        assertThat(conflicts.score(incident).detected())
                .as(() -> "missed: " + conflicts.score(incident).missed())
                .isGreaterThanOrEqualTo(GOAL);
    }

    /** At most one a day; in a part of a day, none. */
    @ParameterizedTest
    @EnumSource(names = {"RED_LIGHT", "COLLISION_COURSE", "WRONG_WAY"})
    void normalTrafficRaisesNoAlarm(Incident incident) {
        assertThat(normal.alarms(incident)).hasSizeLessThanOrEqualTo((int) (Trial.HOURS / 24));
    }

    @ParameterizedTest
    @EnumSource(names = {"JAYWALKER", "CONGESTION", "BREAKDOWN", "SLOW_VEHICLE"})
    void normalTrafficSeldomRaisesOtherAlarms(Incident incident) {
        assertThat(normal.alarms(incident)).hasSizeLessThanOrEqualTo((int) Math.ceil(FEW * Trial.HOURS));
    }

    @Test
    void nearlyAllWhoStepBeforeAVehicleAreFoundInTime() {
        Score score = people.score(Incident.JAYWALKER);
        assertThat(score.count()).isPositive();
        assertThat(score.warned(1.5)).as(() -> "missed: " + score.missed()).isGreaterThanOrEqualTo(MOST);
    }

    @Test
    void aStoppedVehicleIsFoundInTime() {
        Score score = disturbances.score(Incident.BREAKDOWN);
        assertThat(score.count()).isPositive();
        assertThat(score.missed()).isEmpty();
        assertThat(score.delays()).allMatch(delay -> delay <= STOPPED);
    }

    @ParameterizedTest
    @EnumSource(names = {"SPEEDER", "DEBRIS"})
    void otherDisturbancesAreFound(Incident incident) {
        assertThat(disturbances.score(incident).count()).isPositive();
        assertThat(disturbances.score(incident).missed()).isEmpty();
    }

    @Test
    void nearlyAllCongestionIsFoundInTime() {
        Score score = disturbances.score(Incident.CONGESTION);
        assertThat(score.count()).isPositive();
        assertThat(score.detected()).isGreaterThanOrEqualTo(MOST);
        assertThat(score.delays()).allMatch(delay -> delay <= CONGESTED);
    }

    /** Before a signal nobody is slow, so most are found behind it. */
    @Test
    void nearlyAllSlowVehiclesAreFound() {
        Score score = disturbances.score(Incident.SLOW_VEHICLE);
        assertThat(score.count()).isPositive();
        assertThat(score.detected()).isGreaterThanOrEqualTo(MOST);
    }
}
