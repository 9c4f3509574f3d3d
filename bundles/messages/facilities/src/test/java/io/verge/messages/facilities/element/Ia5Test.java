package io.verge.messages.facilities.element;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Ia5Test {
    @Test
    void cutsANameThatIsTooLong() {
        assertThat(Ia5.name("Main St / 2nd Ave", 7)).isEqualTo("Main St");
        assertThat(Ia5.name("Main St", 7)).isEqualTo("Main St");
    }

    @Test
    void hasNoNameForOtherCharacters() {
        assertThat(Ia5.name("解放大道", 63)).isNull();
        assertThat(Ia5.name("", 63)).isNull();
    }
}
