package io.verge.app.collisionwarning.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.scene.RoadUser;
import io.verge.testkit.Crossing;
import io.verge.testkit.Traffic;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is found by whom; that a few are found in vain is no fault. */
class SpaceTimeTest {
    private final Traffic traffic = new Traffic(Crossing.map());
    private final SpaceTime index = new SpaceTime();

    private Prediction straight(int id, double east, double north, double heading, double speed) {
        traffic.car(id).at(east, north, heading).speed(speed);
        RoadUser user = traffic.scene().roadUsers().stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow();
        Prediction prediction = new Prediction(user, 50);
        prediction.fill(user, 0);
        Way way = prediction.add();
        way.free();
        way.trajectory().straight(user);
        return prediction;
    }

    /** Whom the last finds. */
    private List<Integer> found(Prediction... predictions) {
        List<Integer> found = new ArrayList<>();
        index.clear();
        index.expect(predictions.length);
        for (int i = 0; i < predictions.length; i++) {
            found.clear();
            index.enter(i, predictions[i], found::add);
        }
        return found;
    }

    @Test
    void whoComeToOnePlaceAtOneTimeFindEachOther() {
        assertThat(found(straight(1, -40, 0, 90, 10), straight(2, 0, -40, 0, 10)))
                .containsExactly(0);
    }

    @Test
    void eachIsToldOnceHoweverLongTheyAreTogether() {
        assertThat(found(straight(1, 0, 0, 90, 10), straight(2, 0, 3, 90, 10))).containsExactly(0);
    }

    @Test
    void whoPassOnePlaceAtDifferentTimesDoNot() {
        assertThat(found(straight(1, -40, 0, 90, 20), straight(2, 0, -70, 0, 10)))
                .isEmpty();
    }

    @Test
    void whoAreFarApartDoNot() {
        assertThat(found(straight(1, 0, 0, 90, 10), straight(2, 0, 200, 90, 10)))
                .isEmpty();
    }

    @Test
    void theFastestIsFoundBetweenTheSamplesToo() {
        assertThat(found(straight(1, 3.5, 0, 0, 0), straight(2, -100, 0, 90, 69)))
                .containsExactly(0);
    }

    @Test
    void whatWasEnteredBeforeIsForgotten() {
        found(straight(1, 0, 0, 90, 10));
        assertThat(found(straight(2, 0, 0, 90, 10))).isEmpty();
    }
}
