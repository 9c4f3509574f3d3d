package io.verge.api.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ConflictTest {
    @Test
    void isTheSameFromBothSides() {
        assertThat(new Conflict(7, 2)).isEqualTo(new Conflict(2, 7)).hasSameHashCodeAs(new Conflict(2, 7));
    }

    @Test
    void namesTheSmallerGroupFirst() {
        assertThat(new Conflict(7, 2))
                .extracting(Conflict::group, Conflict::other)
                .containsExactly(2, 7);
    }

    @Test
    void isBetweenTwo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Conflict(3, 3))
                .withMessageContaining("3");
    }
}
