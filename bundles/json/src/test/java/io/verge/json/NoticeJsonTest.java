package io.verge.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.app.Notice;
import io.verge.api.app.NoticeReport;
import io.verge.api.geo.Position;
import io.verge.api.scene.RoadEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticeJsonTest {
    private static final Notice SIGN = new Notice(
            "limit",
            85,
            null,
            "Roadworks",
            13.9,
            new Position(30, 2.5, 0),
            Double.NaN,
            List.of(3, 4),
            null,
            Instant.parse("2026-12-31T18:00:00Z"));
    private static final Notice EVENT = new Notice(
            "ice",
            null,
            RoadEvent.Kind.ROAD_WORKS,
            "",
            Double.NaN,
            new Position(1, 1, 0),
            50,
            List.of(),
            Instant.parse("2026-12-31T18:00:00Z"),
            null);

    private final List<String> problems = new ArrayList<>();

    private static byte[] octets(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aSignIsWrittenWithWhatItHas() {
        assertThat(Written.by(out -> NoticeJson.report(out, new NoticeReport(SIGN, "local", true)))
                        .json())
                .isEqualTo(
                        "{\"id\":\"limit\",\"origin\":\"local\",\"announced\":true,\"sign\":85,\"text\":\"Roadworks\","
                                + "\"value\":13.9,\"east\":30.0,\"north\":2.5,\"lanes\":[3,4],"
                                + "\"until\":\"2026-12-31T18:00:00Z\"}");
    }

    @Test
    void anEventIsWrittenWithWhatItHas() {
        assertThat(Written.by(out -> NoticeJson.report(out, new NoticeReport(EVENT, "profile", false)))
                        .json())
                .isEqualTo("{\"id\":\"ice\",\"origin\":\"profile\",\"announced\":false,\"event\":\"road-works\","
                        + "\"east\":1.0,\"north\":1.0,\"radius\":50.0,\"lanes\":[],"
                        + "\"from\":\"2026-12-31T18:00:00Z\"}");
    }

    @Test
    void aSignIsRead() {
        String json = "{\"sign\":85,\"text\":\"Roadworks\",\"value\":13.9,\"east\":30,\"north\":2.5,\"lanes\":[3,4],"
                + "\"until\":\"2026-12-31T19:00+01:00\"}";
        assertThat(NoticeJson.read(octets(json), "limit", problems)).contains(SIGN);
    }

    @Test
    void anEventIsRead() {
        String json = "{\"event\":\"road-works\",\"east\":1,\"north\":1,\"radius\":50,\"from\":\"2026-12-31T18:00Z\"}";
        assertThat(NoticeJson.read(octets(json), "ice", problems)).contains(EVENT);
    }

    @Test
    void allThatIsWrongIsFound() {
        String json =
                "{\"sign\":1.5,\"event\":7,\"text\":{},\"value\":\"x\",\"lanes\":3,\"until\":\"later\",\"colour\":1,"
                        + "\"sign\":3000000000}";
        assertThat(NoticeJson.read(octets(json), "x", problems)).isEmpty();
        assertThat(problems)
                .containsExactly(
                        "sign: a whole number was expected",
                        "event: a text was expected",
                        "event: road-works or weather was expected",
                        "text: a text was expected",
                        "value: a number was expected",
                        "lanes: an array of ids was expected",
                        "until: a time like 2026-12-31T18:00Z was expected",
                        "colour is not known",
                        "sign is given twice",
                        "sign: a whole number was expected");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"''", "[]", "7", "{", "{\"lanes\":[1", "{} {}", "{\"lanes\":[[1]]}", "{\"east\":1e999}x"})
    void whatIsNoObjectIsRefused(String json) {
        assertThat(NoticeJson.read(octets(json), "x", problems)).isEmpty();
        assertThat(problems).isNotEmpty();
    }

    @Property(tries = 500)
    void nothingIsThrownWhateverComes(@ForAll byte[] garbage) {
        List<String> found = new ArrayList<>();
        assertThat(NoticeJson.read(garbage, "x", found).isEmpty()).isEqualTo(!found.isEmpty());
    }
}
