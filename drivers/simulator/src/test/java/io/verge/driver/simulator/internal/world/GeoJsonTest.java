package io.verge.driver.simulator.internal.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.geo.SiteFrame;
import io.verge.api.geo.Wgs84;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GeoJsonTest {
    /** As in the demo's profile. */
    private static final SiteFrame DEMO = new SiteFrame(new Wgs84(30.5, 114.3, 21));

    @Test
    void theCommittedMapOfTheDemoIsWhatTheWorldIsBuiltAs() throws IOException {
        Path file = sources().resolve("device-profiles/demo/crossing.geojson");
        String text = GeoJson.of(new Layout().map(), DEMO);
        if (Boolean.getBoolean("verge.write")) {
            Files.writeString(file, text);
        }
        assertThat(file)
                .as("run this test with -Dverge.write=true after a change of the layout")
                .content()
                .isEqualTo(text);
    }

    private static Path sources() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .filter(folder -> Files.isDirectory(folder.resolve("device-profiles")))
                .findFirst()
                .orElseThrow();
    }
}
