package io.verge.update.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.testkit.Defaults;
import io.verge.update.internal.engine.EngineSettings;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static UpdateConfig config(Object... values) {
        return Defaults.of(UpdateConfig.class, values);
    }

    @Test
    void aProfileThatSaysNothingUpdatesAtAnyTimeWithCare() {
        EngineSettings settings = Settings.of(config(), "0.1.0");

        assertThat(settings.window().next(Instant.EPOCH)).isEqualTo(Instant.EPOCH);
        assertThat(settings.probation()).isEqualTo(Duration.ofMinutes(5));
        assertThat(settings.tolerance()).isEqualTo(1);
        assertThat(settings.vetoAtMost()).isEqualTo(Duration.ofMinutes(30));
        assertThat(settings.reserve()).isEqualTo(64_000_000);
        assertThat(settings.rate()).isZero();
        assertThat(Settings.sources(config())).isEmpty();
    }

    @Test
    void aWindowIsInItsZone() {
        EngineSettings settings = Settings.of(config("window", "02:00-04:00", "zone", "Asia/Shanghai"), "0.1.0");

        assertThat(settings.window().next(Instant.parse("2026-12-01T00:00:00Z")))
                .isEqualTo(Instant.parse("2026-12-01T18:00:00Z"));
    }

    @Test
    void namesTheKeyThatIsWrong() {
        assertThatThrownBy(() -> Settings.of(config("window", "at night"), "0.1.0"))
                .hasMessageContainingAll("update.window", "02:00-04:00", "at night");
        assertThatThrownBy(() -> Settings.of(config("window", "02:00-04:99"), "0.1.0"))
                .hasMessageContaining("update.window");
        assertThatThrownBy(() -> Settings.of(config("window", "02:00-04:00", "zone", "Moon"), "0.1.0"))
                .hasMessageContaining("Moon");
        assertThatThrownBy(() -> Settings.sources(config("sources", new String[] {"my stick"})))
                .hasMessageContaining("update.sources");
        assertThatThrownBy(() -> Settings.sources(config("sources", new String[] {"stick"})))
                .hasMessageContaining("a URI such as");
    }

    @Test
    void sourcesKeepTheirOrder() {
        assertThat(Settings.sources(config("sources", new String[] {"https://a.example/", "file:/media/b"})))
                .containsExactly(URI.create("https://a.example/"), URI.create("file:/media/b"));
    }
}
