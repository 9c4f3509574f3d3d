package io.verge.app.collisionwarning.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is found by whom; that a few are found in vain is no fault. */
class SpaceTimeTest {
    private final StraightOn straightOn = new StraightOn();
    private final SpaceTime index = new SpaceTime();

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
        assertThat(found(straightOn.car(1, -40, 0, 90, 10), straightOn.car(2, 0, -40, 0, 10)))
                .containsExactly(0);
    }

    @Test
    void eachIsToldOnceHoweverLongTheyAreTogether() {
        assertThat(found(straightOn.car(1, 0, 0, 90, 10), straightOn.car(2, 0, 3, 90, 10)))
                .containsExactly(0);
    }

    @Test
    void whoPassOnePlaceAtDifferentTimesDoNot() {
        assertThat(found(straightOn.car(1, -40, 0, 90, 20), straightOn.car(2, 0, -70, 0, 10)))
                .isEmpty();
    }

    @Test
    void whoAreFarApartDoNot() {
        assertThat(found(straightOn.car(1, 0, 0, 90, 10), straightOn.car(2, 0, 200, 90, 10)))
                .isEmpty();
    }

    @Test
    void theFastestIsFoundBetweenTheSamplesToo() {
        assertThat(found(straightOn.car(1, 3.5, 0, 0, 0), straightOn.car(2, -100, 0, 90, 69)))
                .containsExactly(0);
    }

    @Test
    void whatWasEnteredBeforeIsForgotten() {
        found(straightOn.car(1, 0, 0, 90, 10));
        assertThat(found(straightOn.car(2, 0, 0, 90, 10))).isEmpty();
    }
}
