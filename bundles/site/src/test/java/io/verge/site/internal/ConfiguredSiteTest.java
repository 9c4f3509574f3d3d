package io.verge.site.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.verge.site.SampleMap;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A box with a map, without one, and with a broken one. */
class ConfiguredSiteTest {
    private final Path folder;

    ConfiguredSiteTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private ConfiguredSite site(String text) {
        return new ConfiguredSite(
                "wuhan-0417",
                "default",
                SampleMap.BOX,
                SampleMap.file(folder, text).toString());
    }

    @Test
    void hasTheMapThatItsConfigurationNames() {
        assertThat(site(SampleMap.text()).map()).isPresent();
    }

    @Test
    void hasNoMapWhenItsConfigurationNamesNone() {
        assertThat(new ConfiguredSite("wuhan-0417", "default", SampleMap.BOX, "").map())
                .isEmpty();
    }

    @Test
    void liesAroundTheBox() {
        assertThat(site(SampleMap.text()).frame().origin()).isEqualTo(SampleMap.BOX);
    }

    @Test
    void isNotThereWhenItsMapIsBrokenAndSaysAllReasons() {
        String broken =
                SampleMap.text().replace("\"revision\": 1", "\"revision\": -1").replace("\"bus\"", "\"tram\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> site(broken))
                .withMessageContaining("crossing.geojson cannot be used:\nline 3: \"revision\" is -1; expected")
                .withMessageContaining("\nline 21: feature 7 (lane 22): \"use\" is \"tram\"; expected");
    }

    @Test
    void needsAnId() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConfiguredSite(" ", "default", SampleMap.BOX, ""))
                .withMessage("box is empty; expected the id of the box");
    }
}
