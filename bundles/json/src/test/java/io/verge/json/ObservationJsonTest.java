package io.verge.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.observation.Observation;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ObservationJsonTest {
    private static String json(Observation observation) {
        return Written.by(out -> ObservationJson.write(out, observation)).json();
    }

    static List<Observation> observations() {
        return Samples.observations();
    }

    @ParameterizedTest
    @MethodSource("observations")
    void jsonAndCborSayTheSame(Observation observation) throws IOException {
        Written written = Written.by(out -> ObservationJson.write(out, observation));

        assertThat(written.cborTree()).isEqualTo(written.jsonTree());
    }

    @ParameterizedTest
    @MethodSource("observations")
    void everyKindSaysWhatWhoseAndWhen(Observation observation) throws IOException {
        Written written = Written.by(out -> ObservationJson.write(out, observation));

        assertThat(written.jsonTree())
                .containsEntry("device", observation.device())
                .containsEntry("sensedAt", "2026-03-01T08:00:00.250Z")
                .containsKey("kind");
    }

    @ParameterizedTest
    @MethodSource("observations")
    void nothingIsNullOrNoNumber(Observation observation) {
        assertThat(json(observation)).doesNotContain("null", "NaN", "Infinity");
    }

    @Test
    void radarDetections() {
        assertThat(json(Samples.radar()))
                .isEqualTo("{\"kind\":\"detections\",\"device\":\"radar-ne\",\"sensedAt\":\"2026-03-01T08:00:00.250Z\","
                        + "\"number\":7,\"sensor\":\"radar\",\"detections\":[{\"range\":41.2,\"azimuth\":-3.5,"
                        + "\"elevation\":0.25,\"radialSpeed\":-12.7,\"strength\":18.0}]}");
    }

    @Test
    void aRadarThatKnowsLittle() {
        assertThat(json(Samples.bareRadar()))
                .endsWith("\"sensor\":\"radar\",\"detections\":[{\"range\":41.0,\"azimuth\":-3.0}]}")
                .doesNotContain("number");
    }

    @Test
    void objectsOfACamera() {
        assertThat(json(Samples.camera()))
                .endsWith("\"sensor\":\"camera\",\"detections\":[{\"trackId\":\"track-1\",\"type\":\"pedestrian\","
                        + "\"confidence\":0.875,\"east\":1.25,\"north\":-2.0,\"up\":0.0,\"ve\":0.5,\"vn\":-1.5,"
                        + "\"size\":{\"length\":0.5,\"width\":0.5,\"height\":1.75}}]}");
    }

    @Test
    void anObjectOfWhichLittleIsKnown() {
        assertThat(json(Samples.bareCamera()))
                .endsWith("[{\"type\":\"unknown\",\"confidence\":0.0,\"east\":1.0,\"north\":2.0}]}");
    }

    @Test
    void signals() {
        assertThat(json(Samples.signals()))
                .endsWith("\"modes\":[\"coordinated\",\"stop-time\"],\"groups\":["
                        + "{\"group\":1,\"phase\":\"protected-movement\",\"minEnd\":\"2026-03-01T08:00:03.250Z\","
                        + "\"maxEnd\":\"2026-03-01T08:00:09.250Z\",\"likelyEnd\":\"2026-03-01T08:00:05.250Z\","
                        + "\"confidence\":0.75,\"nextStart\":\"2026-03-01T08:00:40.250Z\","
                        + "\"observedAt\":\"2026-03-01T08:00:00.250Z\"},"
                        + "{\"group\":2,\"phase\":\"stop-and-remain\",\"minEnd\":\"2026-03-01T08:00:03.250Z\","
                        + "\"observedAt\":\"2026-03-01T08:00:00.250Z\"},"
                        + "{\"group\":3,\"phase\":\"unavailable\",\"observedAt\":\"2026-03-01T08:00:00.250Z\"}]}");
    }

    @Test
    void aPositionToTheCentimetre() {
        assertThat(json(Samples.fix()))
                .endsWith("\"latitude\":30.1234568,\"longitude\":-114.9876543,\"elevation\":21.0,\"error\":0.8}");
    }

    @Test
    void aContact() {
        assertThat(json(Samples.contact())).endsWith("\"contact\":\"door\",\"active\":true}");
    }

    @Test
    void whatARoadUserSaysOfItself() {
        assertThat(json(Samples.received()))
                .endsWith("\"message\":\"BSM\",\"id\":\"a1b2\",\"type\":\"car\",\"latitude\":30.1234568,"
                        + "\"longitude\":-114.9876543,\"speed\":13.8,\"heading\":271.5,\"error\":1.5,"
                        + "\"size\":{\"length\":4.5,\"width\":1.8}}");
    }

    @Test
    void aMessageThatIsNoSelfReport() {
        assertThat(json(Samples.receivedWithoutReport())).endsWith("\"message\":\"SRM\"}");
    }
}
