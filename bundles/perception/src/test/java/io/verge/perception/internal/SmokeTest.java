package io.verge.perception.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SmokeTest {
    @Test
    void settingsComeFromTheConfiguration() {
        assertThat(Defaults.settings().maxTracks()).isEqualTo(500);
    }
}
