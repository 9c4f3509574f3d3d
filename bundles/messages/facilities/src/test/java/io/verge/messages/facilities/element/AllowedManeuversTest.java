package io.verge.messages.facilities.element;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.site.Lane;
import io.verge.api.site.Manoeuvre;
import io.verge.testkit.Crossing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllowedManeuversTest {
    private static Lane lane(int id) {
        return Crossing.map().lanes().stream()
                .filter(lane -> lane.id() == id)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"STRAIGHT, 100000000000", "LEFT, 010000000000", "RIGHT, 001000000000", "U_TURN, 000100000000"})
    void eachHasItsBit(Manoeuvre manoeuvre, String bits) {
        assertThat(AllowedManeuvers.of(manoeuvre)).hasToString(bits);
    }

    @Test
    void aLaneHasThoseOfItsConnections() {
        assertThat(AllowedManeuvers.of(lane(12))).hasToString("101000000000");
        assertThat(AllowedManeuvers.of(lane(13))).hasToString("000000000000");
    }
}
