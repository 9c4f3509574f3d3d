package io.verge.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.verge.profile.ProfileCheck.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileCheckTest {
    private static final Catalogue CATALOGUE = Samples.catalogue();
    private static final String BOX = "box: {id: b, latitude: 1, longitude: 2}\n";

    private final Path folder;
    private final Path file;

    ProfileCheckTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        file = Samples.folder(folder);
    }

    @Test
    void makesOneConfigurationOfEachBlock() {
        assertThat(profile(Samples.PROFILE).configurations().keySet().stream().map(Pid::toString))
                .containsExactly(
                        "io.verge.app.collision-warning~collision-warning",
                        "io.verge.app.sensor-sharing~sensor-sharing",
                        "io.verge.app.signal-phase~signal-phase",
                        "io.verge.driver.radar-ti-mmwave~radar-ne",
                        "io.verge.driver.radio-rsu41~rsu",
                        "io.verge.driver.signal-tscbm~signal",
                        "io.verge.messages.csae",
                        "io.verge.perception",
                        "io.verge.site");
    }

    @Test
    void givesADeviceItsNameAndItsKeysWithDots() {
        assertThat(configuration(Samples.PROFILE, new Pid("io.verge.driver.radar-ti-mmwave", "radar-ne")))
                .containsExactly(
                        entry("id", "radar-ne"),
                        entry("mount.azimuth", 225.0),
                        entry("mount.east", 28.0),
                        entry("mount.north", 28.0),
                        entry("mount.up", 6.0),
                        entry("port", "/dev/ttyUSB1"));
    }

    @Test
    void writesABlockUnderAListAsPairs() {
        assertThat(configuration(Samples.PROFILE, new Pid("io.verge.driver.signal-tscbm", "signal")))
                .containsEntry("groups", List.of("1=1", "2=4"));
    }

    @Test
    void makesListsOfTheTypeOfTheKey() {
        assertThat(configuration(Samples.PROFILE, new Pid("io.verge.driver.radio-rsu41", "rsu")))
                .containsEntry("channels", List.of(172, 183));
    }

    @Test
    void makesOneSiteOfBoxAndMap() {
        assertThat(configuration(Samples.PROFILE, Pid.single("io.verge.site")))
                .containsExactly(
                        entry("box", "wuhan-0417"),
                        entry("elevation", 21.0),
                        entry("latitude", 30.5),
                        entry("longitude", 114.3),
                        entry("map", folder.resolve("maps/crossing.geojson").toString()),
                        entry("tenant", "wuhan"));
    }

    @Test
    void takesAnAbsolutePathOfTheMap() throws IOException {
        Path map = Files.createFile(folder.resolve("other.geojson"));

        assertThat(configuration(BOX + "map: " + map, Pid.single("io.verge.site")))
                .containsEntry("map", map.toString());
    }

    @Test
    void needsNoMapAndNoElevation() {
        assertThat(configuration(BOX, Pid.single("io.verge.site")))
                .containsExactly(entry("box", "b"), entry("latitude", 1.0), entry("longitude", 2.0));
    }

    @Test
    void leavesTheSetOutOfItsOwnConfiguration() {
        assertThat(configuration(Samples.PROFILE, Pid.single("io.verge.messages.csae")))
                .containsExactly(entry("edition", "2020"));
    }

    @Test
    void takesKeysWrittenWithDots() {
        String text = BOX + "devices: {x: {driver: everything, gps: yes, gps.port: 7, a: {b.c: 2}}}";

        assertThat(configuration(text, new Pid("io.verge.driver.everything", "x")))
                .containsExactly(entry("a.b.c", 2), entry("gps", "yes"), entry("gps.port", 7), entry("id", "x"));
    }

    @Test
    void makesEveryTypeOfNumber() {
        String text = BOX
                + "devices: {x: {driver: everything, tiny: -128, small: 0x7f, big: 0o17, coarse: 1.5e1, pair: [1, 2],"
                + " fractions: [1, .5], truths: [true, FALSE], letter: ä, brief: }}";

        assertThat(configuration(text.replace(", brief: ", ""), new Pid("io.verge.driver.everything", "x")))
                .containsExactly(
                        entry("big", 15L),
                        entry("coarse", 15.0f),
                        entry("fractions", List.of(1.0, 0.5)),
                        entry("id", "x"),
                        entry("letter", 'ä'),
                        entry("pair", List.of(1L, 2L)),
                        entry("small", (short) 127),
                        entry("tiny", (byte) -128),
                        entry("truths", List.of(true, false)));
    }

    @Test
    void takesATextAsItIsWritten() {
        String text = BOX + "devices: {x: {driver: radio-rsu41, address: 0417}}";

        assertThat(configuration(text, new Pid("io.verge.driver.radio-rsu41", "x")))
                .containsEntry("address", "0417");
    }

    @Test
    void takesSectionsWithoutContent() {
        assertThat(profile(BOX + "devices:\napps: ~\nperception:\n")
                        .configurations()
                        .keySet())
                .containsExactly(Pid.single("io.verge.perception"), Pid.single("io.verge.site"));
    }

    @Test
    void passesOverAByteOrderMark() {
        assertThat(check("\uFEFF" + BOX).problems()).isEmpty();
    }

    @Test
    void readsAFile() throws IOException {
        Files.writeString(file, Samples.PROFILE);

        assertThat(new ProfileCheck(CATALOGUE).check(file).good()).isTrue();
    }

    @Test
    void keepsTheRightBlocksOfAWrongProfile() {
        String text =
                BOX + "devices:\n  a: {driver: signal-tscbm, listen: 0}\n  b: {driver: signal-tscbm, listen: 1}\n";

        assertThat(check(text).profile().configurations().keySet())
                .containsExactly(new Pid("io.verge.driver.signal-tscbm", "b"), Pid.single("io.verge.site"));
    }

    private Result check(String text) {
        return new ProfileCheck(CATALOGUE).check(Samples.bytes(text), folder);
    }

    private Profile profile(String text) {
        Result result = check(text);
        assertThat(result.problems()).isEmpty();
        return result.profile();
    }

    private Map<String, Object> configuration(String text, Pid pid) {
        return Objects.requireNonNull(profile(text).configurations().get(pid));
    }
}
