package io.verge.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignalGroupsTest {
    private final List<String> vehicles = new ArrayList<>();
    private final List<String> overlaps = new ArrayList<>();
    private final List<String> pedestrians = new ArrayList<>();

    private List<SignalGroups.Source> sources() {
        return SignalGroups.of(
                vehicles.toArray(String[]::new), overlaps.toArray(String[]::new), pedestrians.toArray(String[]::new));
    }

    @Test
    void areInAscendingOrder() {
        vehicles.add("2=9");
        overlaps.add("1=3");
        pedestrians.add(" 2 = 5 ");
        assertThat(sources())
                .containsExactly(
                        new SignalGroups.Source(3, SignalHead.OVERLAP, 1),
                        new SignalGroups.Source(5, SignalHead.PEDESTRIAN, 2),
                        new SignalGroups.Source(9, SignalHead.VEHICLE, 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "=", "2=", "=2", "0=1", "17=1", "1=0", "1=256", "a=1", "1=1=1", "99999999999=1"})
    void refuseWhatIsNoPhaseAndGroup(String entry) {
        overlaps.add(entry);
        assertThatThrownBy(this::sources)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("key 'overlaps' has '" + entry + "'");
    }

    @Test
    void refuseAPhaseTwice() {
        vehicles.add("2=1");
        vehicles.add("2=3");
        assertThatThrownBy(this::sources).hasMessage("key 'groups': 2 is there twice");
    }

    @Test
    void refuseAGroupTwice() {
        vehicles.add("2=1");
        pedestrians.add("4=1");
        assertThatThrownBy(this::sources)
                .hasMessage("key 'pedestrians': 4=1, but signal group 1 already belongs to another phase or overlap");
    }

    @Test
    void refuseToBeNone() {
        assertThatThrownBy(this::sources).hasMessageContaining("at least one phase");
    }
}
