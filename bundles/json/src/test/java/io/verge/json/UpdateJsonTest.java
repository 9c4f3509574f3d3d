package io.verge.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.api.status.State;
import io.verge.api.status.Status;
import io.verge.api.update.DevicePause;
import io.verge.api.update.Phase;
import io.verge.api.update.UpdateChange;
import io.verge.api.update.UpdateEntry;
import io.verge.api.update.UpdatePlan;
import io.verge.api.update.UpdateReport;
import io.verge.api.update.UpdateWish;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateJsonTest {
    private static final Instant NOW = Instant.parse("2026-12-01T02:00:00Z");
    private static final UpdatePlan PLAN = new UpdatePlan(
            "2026.12.1",
            null,
            List.of(new UpdateChange("io.verge.driver.radar", "1.0.0", "1.1.0", UpdateChange.Way.IN_PLACE, 8_000)),
            List.of(new DevicePause("radar-ne", "io.verge.driver.radar", Duration.ofMillis(320))),
            null,
            8_000,
            90_000,
            1_000_000,
            NOW,
            List.of("the disk is full"));

    private static UpdateEntry entry(Phase phase) {
        UpdateWish wish = new UpdateWish("w-1", "2026.12.1", "", "maintainer liu", null, true);
        return new UpdateEntry(wish, phase, NOW, NOW, 3, 10, 8_000, "", "", "", null, PLAN);
    }

    @Test
    void aReportShowsWhatGoesOnAndWhatItTouches() throws IOException {
        UpdateReport report = new UpdateReport(
                Status.of(State.OK, NOW),
                "shipped",
                0,
                "",
                null,
                List.of("file:/media/stick"),
                null,
                entry(Phase.WAIT));

        assertThat(JsonText.of(out -> UpdateJson.report(out, report)))
                .startsWith(
                        "{\"state\":\"OK\",\"since\":\"2026-12-01T02:00:00Z\",\"running\":\"shipped\",\"generation\":0")
                .contains("\"now\":{\"id\":\"w-1\",\"release\":\"2026.12.1\"", "\"phase\":\"wait\",\"over\":false")
                .contains(
                        "{\"name\":\"io.verge.driver.radar\",\"from\":\"1.0.0\",\"to\":\"1.1.0\",\"way\":\"in-place\",\"octets\":8000}")
                .contains(
                        "\"pauses\":[{\"device\":\"radar-ne\",\"bundle\":\"io.verge.driver.radar\",\"expectedMillis\":320}]")
                .contains("\"restarts\":false", "\"obstacles\":[\"the disk is full\"]");
    }

    @Test
    void historyLeavesOutWhatWasTouched() throws IOException {
        assertThat(JsonText.of(out -> UpdateJson.history(out, List.of(entry(Phase.COMMITTED)))))
                .startsWith("[{\"id\":\"w-1\"")
                .contains("\"over\":true")
                .doesNotContain("changes");
    }

    @Test
    void oneThatWasUndoneSaysHowLongThatTook() throws IOException {
        UpdateEntry plain = entry(Phase.FAILED);
        UpdateEntry undone = new UpdateEntry(
                plain.wish(), Phase.FAILED, NOW, NOW, 3, 0, 0, "worse", "", "", Duration.ofMillis(412), null);

        assertThat(JsonText.of(out -> UpdateJson.entry(out, undone))).contains("\"rollbackMillis\":412");
        assertThat(JsonText.of(out -> UpdateJson.entry(out, plain))).doesNotContain("rollbackMillis");
    }

    private static UpdateWish read(String json) throws IOException {
        return UpdateJson.wish(json.getBytes(StandardCharsets.UTF_8), "maintainer liu");
    }

    @Test
    void readsAWishAndNeverWhoItIsFrom() throws IOException {
        assertThat(read("{\"id\":\"w-1\",\"release\":\"2026.12.1\"}"))
                .isEqualTo(new UpdateWish("w-1", "2026.12.1", "", "maintainer liu", null, false));
        assertThat(read("{\"id\":\"w\",\"release\":\"r\",\"source\":\"file:/a\",\"expires\":\"2026-12-01T02:00:00Z\","
                        + "\"forced\":true}"))
                .isEqualTo(new UpdateWish("w", "r", "file:/a", "maintainer liu", NOW, true));
        assertThatThrownBy(() -> read("{\"id\":\"w\",\"release\":\"r\",\"by\":\"cloud\"}"))
                .hasMessageContaining("by is not known");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{\"id\":\"w\"}",
                "{\"id\":\"w\",\"release\":\"../x\"}",
                "{\"id\":\"w\",\"id\":\"v\",\"release\":\"r\"}",
                "{\"id\":\"w\",\"release\":{}}",
                "{\"id\":\"w\",\"release\":\"r\",\"expires\":\"soon\"}",
                "{\"id\":\"w\",\"release\":\"r\"} {}"
            })
    void whatIsNoWishIsRefused(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(IOException.class);
    }

    @Test
    void readsWhy() throws IOException {
        assertThat(UpdateJson.why(new byte[0])).isEmpty();
        assertThat(UpdateJson.why("{\"why\":\"too slow\"}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("too slow");
    }
}
