package io.verge.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.announcement.EventAnnouncement;
import io.verge.api.announcement.EventAnnouncement.Phase;
import io.verge.api.scene.Scene;
import io.verge.api.time.Stamps;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventJsonTest {
    static List<Scene> scenes() {
        return List.of(Samples.scene(), Samples.bareScene());
    }

    private static EventAnnouncement cancelled(Scene scene) {
        return new EventAnnouncement(Samples.TIME, Stamps.NONE, scene.events().get(0), Phase.CANCEL);
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void saysWhenAndWhatOfTheEvent(Scene scene) throws IOException {
        Written written = Written.by(out -> EventJson.write(out, cancelled(scene)));
        assertThat(written.jsonTree())
                .containsOnlyKeys("time", "phase", "event")
                .containsEntry("phase", "cancel");
        assertThat(written.json())
                .contains("\"event\":{\"id\":\"" + scene.events().get(0).id() + "\"");
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void octetsAreTheSameInUtf8(Scene scene) {
        Written written = Written.by(out -> EventJson.write(out, cancelled(scene)));
        assertThat(new String(EventJson.octets(cancelled(scene)), StandardCharsets.UTF_8))
                .isEqualTo(written.json())
                .doesNotContain("null", "NaN");
    }
}
