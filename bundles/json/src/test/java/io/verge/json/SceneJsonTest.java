package io.verge.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.scene.Scene;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SceneJsonTest {
    private static Written written(Scene scene) {
        return Written.by(out -> SceneJson.write(out, scene));
    }

    static List<Scene> scenes() {
        return List.of(Samples.scene(), Samples.bareScene());
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void jsonAndCborSayTheSame(Scene scene) throws IOException {
        assertThat(written(scene).cborTree()).isEqualTo(written(scene).jsonTree());
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void nothingIsNullOrNoNumber(Scene scene) {
        assertThat(written(scene).json()).doesNotContain("null", "NaN", "Infinity");
    }

    @Test
    void aRoadUserWithAllThatCanBeKnown() {
        assertThat(written(Samples.scene()).json())
                .contains("\"clock\":{\"source\":\"gnss\",\"errorMillis\":3}")
                .contains("\"roadUsers\":[{\"id\":17,\"type\":\"bus\",\"typeConfidence\":0.9,\"east\":3.0,"
                        + "\"north\":4.0,\"up\":0.0,\"ve\":3.0,\"vn\":4.0,\"speed\":5.0,\"heading\":36.87,"
                        + "\"positionError\":{\"ee\":1.0E-4,\"en\":-1.0E-5,\"nn\":0.04},"
                        + "\"velocityError\":{\"ee\":0.25,\"en\":0.0,\"nn\":0.25},"
                        + "\"size\":{\"length\":12.0,\"width\":2.5,\"height\":3.0},"
                        + "\"lane\":{\"id\":2,\"along\":31.5,\"across\":-0.25,\"probability\":0.95},"
                        + "\"sources\":[\"radar\",\"self-report\"],\"measuredAt\":\"2026-03-01T08:00:00.250Z\","
                        + "\"selfReportId\":\"a1b2\"}]");
    }

    @Test
    void aRoadUserOfWhomLittleIsKnown() {
        assertThat(written(Samples.bareScene()).json())
                .contains("\"clock\":{\"source\":\"free-running\"}")
                .contains("\"speed\":0.0,\"positionError\":{},\"velocityError\":{},\"sources\":[]")
                .contains("\"modes\":[],\"groups\":[]");
    }

    @Test
    void anEvent() {
        assertThat(written(Samples.scene()).json())
                .endsWith("\"events\":[{\"id\":\"e-1\",\"kind\":\"stopped-vehicle\","
                        + "\"since\":\"2026-03-01T08:00:00.250Z\",\"east\":1.0,\"north\":2.0,\"up\":0.0,"
                        + "\"radius\":15.0,\"confidence\":0.6,\"validityMillis\":2000,\"heading\":90.0,\"lanes\":[3],\"roadUsers\":[17,18],"
                        + "\"detail\":\"on the crossing\"}]}");
    }

    @Test
    void signalGroupsComeInAscendingOrder() throws IOException {
        Map<String, Object> tree = Written.by(out -> {
                    out.writeStartObject();
                    SceneJson.signals(out, Samples.scene());
                    out.writeEndObject();
                })
                .jsonTree();

        assertThat(tree).containsOnlyKeys("modes", "groups");
        assertThat(tree.get("groups"))
                .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
                .extracting(group -> group.get("group"))
                .containsExactly(1, 2, 3);
    }

    @Test
    void aNumberBeyondRoundingStaysANumber() {
        Written written = Written.by(out -> {
            out.writeStartObject();
            Fields.number(out, "huge", 1e307);
            out.writeEndObject();
        });

        assertThat(written.json()).isEqualTo("{\"huge\":1.0E307}");
    }
}
