package io.verge.messages.facilities.element;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.verge.api.geo.Covariance;
import io.verge.api.geo.Position;
import io.verge.api.road.Velocity;
import io.verge.api.scene.Motion;
import org.junit.jupiter.api.Test;

class SpeedErrorTest {
    /** One metre per second east, two north. */
    private static final Covariance ERROR = new Covariance(1, 0, 4);

    private static double error(Velocity velocity) {
        return SpeedError.of(new Motion(new Position(0, 0, 0), velocity, 0, Covariance.round(1), ERROR));
    }

    @Test
    void isThatAlongTheWay() {
        assertThat(error(new Velocity(10, 0))).isEqualTo(1, within(1e-9));
        assertThat(error(new Velocity(0, -10))).isEqualTo(2, within(1e-9));
    }

    @Test
    void isTheGreatestWhenStanding() {
        assertThat(error(new Velocity(0, 0))).isEqualTo(2, within(1e-9));
    }
}
