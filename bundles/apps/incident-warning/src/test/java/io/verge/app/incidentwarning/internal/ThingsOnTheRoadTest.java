package io.verge.app.incidentwarning.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.road.RoadUserType;
import io.verge.api.road.Size;
import io.verge.api.scene.RoadEvent.Kind;
import io.verge.testkit.Mover;
import org.junit.jupiter.api.Test;

/** What should not be on a lane: things, animals, and on a motorway people. */
class ThingsOnTheRoadTest {
    private final Incidents incidents = new Incidents();

    private static Mover add(Incidents incidents, RoadUserType type) {
        return incidents.traffic.add(1, type, new Size(1, 1, 1));
    }

    @Test
    void somethingThatLiesOnALaneIsFoundAfterThreeSeconds() {
        add(incidents, RoadUserType.OBSTACLE).on(15, 60).speed(0);
        assertThat(incidents.run(5).foundAfter(Kind.OBSTACLE)).isBetween(3.0, 3.5);
    }

    @Test
    void somethingThatBlowsOverTheRoadIsQuiet() {
        add(incidents, RoadUserType.OBSTACLE).at(-10, 60, 90).speed(2);
        assertThat(incidents.run(12).heard.all()).isEmpty();
    }

    @Test
    void somethingBesideTheRoadIsQuiet() {
        add(incidents, RoadUserType.OBSTACLE).at(25, 60, 0).speed(0);
        assertThat(incidents.run(12).heard.all()).isEmpty();
    }

    @Test
    void anAnimalOnTheRoadIsFoundAfterASecond() {
        add(incidents, RoadUserType.ANIMAL).at(-1.7, 60, 90).speed(1);
        assertThat(incidents.run(10).foundAfter(Kind.ANIMAL)).isBetween(1.0, 5.0);
        assertThat(incidents.heard.begun()).hasSize(1);
    }

    @Test
    void anAnimalBesideTheRoadIsQuiet() {
        add(incidents, RoadUserType.ANIMAL).at(25, 60, 0).speed(1);
        assertThat(incidents.run(10).heard.all()).isEmpty();
    }

    @Test
    void somebodyOnFootOnAMotorwayIsFoundAfterASecond() {
        Incidents motorway = new Incidents("motorway", true);
        add(motorway, RoadUserType.PEDESTRIAN).at(3.5, 60, 0).speed(1);
        assertThat(motorway.run(3).foundAfter(Kind.PEDESTRIAN_ON_ROAD)).isBetween(1.0, 1.5);
    }

    @Test
    void somebodyOnFootInATownIsAnotherAppsBusiness() {
        add(incidents, RoadUserType.PEDESTRIAN).at(3.5, 60, 0).speed(1);
        assertThat(incidents.run(10).heard.all()).isEmpty();
    }
}
