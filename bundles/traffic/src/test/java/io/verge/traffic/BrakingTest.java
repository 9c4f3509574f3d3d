package io.verge.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** How hard one has to brake. */
class BrakingTest {
    @Test
    void fromTenMetresASecondWithinTwentyFiveItIsTwo() {
        assertThat(Braking.toStop(10, 25)).isEqualTo(2);
    }

    @Test
    void whoStandsNeedsNone() {
        assertThat(Braking.toStop(0, 0)).isZero();
    }

    @Test
    void withoutRoomNoBrakingIsEnough() {
        assertThat(Braking.toStop(1, -1)).isInfinite();
    }

    @Test
    void behindOneThatIsFasterItIsNone() {
        assertThat(Braking.behind(10, 5, 12, 0)).isZero();
    }

    @Test
    void behindOneThatIsSlowerTheDifferenceCounts() {
        assertThat(Braking.behind(14, 9, 8, 0)).isEqualTo(2);
    }

    @Test
    void behindOneThatBrakesItsWayToAStandIsRoom() {
        assertThat(Braking.behind(10, 5, 10, 5)).isCloseTo(100.0 / 30, within(1e-9));
    }
}
