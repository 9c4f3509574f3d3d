package io.verge.driver.signal.tscbm.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignalGroupsTest {
    private final Settings settings = new Settings();

    @Test
    void areInAscendingOrder() {
        settings.groups.add("2=9");
        settings.overlaps.add("1=3");
        settings.pedestrians.add(" 2 = 5 ");
        assertThat(SignalGroups.of(settings))
                .containsExactly(
                        new SignalGroups.Source(3, Lamps.OVERLAP, 1),
                        new SignalGroups.Source(5, Lamps.PEDESTRIAN, 2),
                        new SignalGroups.Source(9, Lamps.VEHICLE, 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "=", "2=", "=2", "0=1", "17=1", "1=0", "1=256", "a=1", "1=1=1", "99999999999=1"})
    void refuseWhatIsNoPhaseAndGroup(String entry) {
        settings.overlaps.add(entry);
        assertThatThrownBy(() -> SignalGroups.of(settings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("key 'overlaps' has '" + entry + "'");
    }

    @Test
    void refuseAPhaseTwice() {
        settings.groups.add("2=1");
        settings.groups.add("2=3");
        assertThatThrownBy(() -> SignalGroups.of(settings)).hasMessage("key 'groups': 2 is there twice");
    }

    @Test
    void refuseAGroupTwice() {
        settings.groups.add("2=1");
        settings.pedestrians.add("4=1");
        assertThatThrownBy(() -> SignalGroups.of(settings))
                .hasMessage("key 'pedestrians': 4=1, but signal group 1 already belongs to another phase or overlap");
    }

    @Test
    void refuseToBeNone() {
        assertThatThrownBy(() -> SignalGroups.of(settings)).hasMessageContaining("at least one phase");
    }
}
