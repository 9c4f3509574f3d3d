package io.verge.perception.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class FilterTest {
    private static Filter filter() {
        Filter filter = new Filter();
        filter.start(10, -5, 2, 0.3, 1);
        filter.startVelocity(3, -1, 4, 0.5, 2);
        return filter;
    }

    @Test
    void goesStraightOn() {
        Filter filter = filter();
        filter.predict(2, 1, 0, 1);
        assertThat(filter.east).isEqualTo(16);
        assertThat(filter.north).isEqualTo(-7);
    }

    @Property
    void oneLongStepIsAsGoodAsTwoShortOnes(@ForAll @DoubleRange(min = 0.01, max = 2) double first) {
        Filter once = filter();
        once.predict(first + 0.5, 1.5, 0.2, 0.8);
        Filter twice = filter();
        twice.predict(first, 1.5, 0.2, 0.8);
        twice.predict(0.5, 1.5, 0.2, 0.8);
        assertThat(twice.varianceEast()).isCloseTo(once.varianceEast(), within(1e-9));
        assertThat(twice.covarianceEastNorth()).isCloseTo(once.covarianceEastNorth(), within(1e-9));
        assertThat(twice.velocityTrace()).isCloseTo(once.velocityTrace(), within(1e-9));
    }

    @Test
    void weighsAMeasurementByItsErrorAgainstItsOwn() {
        Filter filter = new Filter();
        filter.start(0, 0, 4, 0, 4);
        filter.update(1, 0, 0, 0, 10, 1); // gain 4 / (4 + 1)
        assertThat(filter.east).isEqualTo(8);
        assertThat(filter.varianceEast()).isCloseTo(0.8, within(1e-12));
    }

    @Test
    void learnsTheVelocityFromPositions() {
        Filter filter = new Filter();
        filter.start(0, 0, 0.1, 0, 0.1);
        filter.startVelocity(0, 0, 50, 0, 50);
        for (int i = 1; i <= 20; i++) {
            filter.predict(0.1, 0.1, 0, 0.1);
            filter.update(1, 0, 0, 0, 1.2 * i - filter.east, 0.01);
        }
        assertThat(filter.ve).isCloseTo(12, within(0.2));
    }

    @Test
    void measuresHowWellAResidualFits() {
        Filter filter = new Filter();
        filter.start(0, 0, 3, 0, 3);
        filter.resetFit();
        filter.update(1, 0, 0, 0, 4, 1); // residual 4, variance 3 + 1
        assertThat(filter.distance).isCloseTo(4, within(1e-12));
        assertThat(filter.logVolume).isCloseTo(Math.log(4), within(1e-12));
    }
}
