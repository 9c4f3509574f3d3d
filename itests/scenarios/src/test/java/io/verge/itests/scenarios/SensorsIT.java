package io.verge.itests.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.driver.simulator.internal.world.Incident;
import io.verge.driver.simulator.internal.world.Incidents;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Apps that see what two radars, two cameras and the perception make of the traffic. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SensorsIT {
    /** A part of the hours of the other trials: perception takes its time. */
    private static final double HOURS = Trial.HOURS / 2;

    private final Trial normal =
            new Trial("Normal traffic, sensors", Scenario::sensed, 4_000, Incidents.NONE, HOURS, Apps::warners);
    private final Trial busy = new Trial(
            "Incidents, sensors",
            Scenario::sensed,
            5_000,
            Incidents.of(30, Incident.RED_LIGHT, Incident.COLLISION_COURSE, Incident.WRONG_WAY),
            HOURS,
            Apps::warners);

    private final Trial people = new Trial(
            "People, sensors", Scenario::sensed, 6_000, Incidents.of(20, Incident.JAYWALKER), HOURS, Apps::warners);

    @BeforeAll
    void tell() {
        System.out.println(normal);
        System.out.println(busy);
        System.out.println(people);
    }

    @Test
    void wrongWayDriversAreFound() {
        assertThat(busy.score(Incident.WRONG_WAY).count()).isPositive();
        assertThat(busy.score(Incident.WRONG_WAY).missed()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"RED_LIGHT", "COLLISION_COURSE"})
    void conflictsAreFound(Incident incident) {
        assertThat(busy.score(incident).count()).isPositive();
        assertThat(busy.score(incident).missed()).isEmpty();
    }

    /** At most one a day; in a part of a day, none. */
    @ParameterizedTest
    @EnumSource(names = {"RED_LIGHT", "COLLISION_COURSE", "WRONG_WAY"})
    void normalTrafficRaisesNoAlarm(Incident incident) {
        assertThat(normal.alarms(incident)).hasSizeLessThanOrEqualTo((int) (HOURS / 24));
    }

    @Test
    void nearlyAllWhoStepBeforeAVehicleAreFound() {
        Score score = people.score(Incident.JAYWALKER);
        assertThat(score.count()).isPositive();
        assertThat(score.detected()).isGreaterThanOrEqualTo(0.95);
    }

    /** Two an hour. */
    @Test
    void peopleInNormalTrafficSeldomRaiseAnAlarm() {
        assertThat(normal.alarms(Incident.JAYWALKER)).hasSizeLessThanOrEqualTo((int) Math.ceil(2 * HOURS));
    }
}
