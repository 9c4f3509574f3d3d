package io.verge.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileProblemsTest {
    private static final Catalogue CATALOGUE = Samples.catalogue();
    private static final String BOX = "box: {id: b, latitude: 1, longitude: 2}\n";

    private final Path folder;

    ProfileProblemsTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        Samples.folder(folder);
    }

    /** A value that does not fit, in a device with one key of each kind, and what is said of it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
        radar-ti-mmwave | baud: fast          | baud | a whole number from 9600 to 4000000 was expected, 'fast' was found (Data rate: baud)
        radar-ti-mmwave | baud: 1200          | baud | a whole number from 9600 to 4000000 was expected, 1200 was found (Data rate: baud)
        radar-ti-mmwave | baud: 9600.0        | baud | a whole number from 9600 to 4000000 was expected, 9600.0 was found (Data rate: baud)
        radar-ti-mmwave | baud: "9600"        | baud | a whole number from 9600 to 4000000 was expected, '9600' in quotes was found (Data rate: baud)
        radar-ti-mmwave | baud: 921_600       | baud | a whole number from 9600 to 4000000 was expected, '921_600' was found (Data rate: baud)
        radar-ti-mmwave | baud: [9600]        | baud | a whole number from 9600 to 4000000 was expected, a list was found (Data rate: baud)
        radar-ti-mmwave | baud: {a: 1}        | baud | a whole number from 9600 to 4000000 was expected, a block of keys was found (Data rate: baud)
        radar-ti-mmwave | baud:               | baud | a whole number from 9600 to 4000000 was expected, nothing was found (Data rate: baud)
        radar-ti-mmwave | settings: ~         | settings | a text was expected, nothing was found (Settings: a file of commands, sent to the sensor at start)
        radar-ti-mmwave | mount: {tilt: 91}   | mount.tilt | a number from -90 to 90 was expected, 91 was found (Tilt: degrees down)
        radar-ti-mmwave | mount: {tilt: .nan} | mount.tilt | a number from -90 to 90 was expected, '.nan' was found (Tilt: degrees down)
        radar-ti-mmwave | mount: 5            | mount | a block of the keys east, north, up, azimuth, tilt was expected, 5 was found
        radar-ti-mmwave | mount: {tlit: 1}    | mount.tlit | no such key; did you mean 'mount.tilt'?
        radar-ti-mmwave | bauds: 9600         | bauds | no such key; did you mean 'baud'?
        radar-ti-mmwave | azimuth: 225        | azimuth | no such key; did you mean 'mount.azimuth'?
        radar-ti-mmwave | colour: red         | colour | no such key; there are port, baud, settings, mount.east, mount.north, mount.up, mount.azimuth, mount.tilt
        radar-ti-mmwave | id: other           | id | is the name of the block and may not be written
        radio-rsu41     | mode: CONTINUOS     | mode | one of 'ALTERNATING', 'CONTINUOUS' was expected, 'CONTINUOS' was found; did you mean 'CONTINUOUS'?
        radio-rsu41     | priority: 3         | priority | one of 1, 7 was expected, 3 was found
        radio-rsu41     | channels: 172       | channels | a list, each value a whole number from 172 to 184, was expected, 172 was found
        radio-rsu41     | channels: {1: 172}  | channels | a list, each value a whole number from 172 to 184, was expected, a block of keys was found
        radio-rsu41     | channels: [172, 99] | channels[1] | a whole number from 172 to 184 was expected, 99 was found
        radio-rsu41     | key: s3cret         | key | a reference to a file, such as file:secrets/key, was expected, a value was found (Key: of the radio)
        radio-rsu41     | key: "file:"        | key | a reference to a file, such as file:secrets/key, was expected, a value was found (Key: of the radio)
        radio-rsu41     | signed: yes         | signed | true or false was expected, 'yes' was found
        radio-rsu41     | signed: "true"      | signed | true or false was expected, 'true' in quotes was found
        signal-tscbm    | groups: 4           | groups | a list or a block of keys, each value a text, was expected, 4 was found (Groups: phase of the controller = signal group of the map)
        signal-tscbm    | groups: {1: [4]}    | groups.1 | a text was expected, a list was found (Groups: phase of the controller = signal group of the map)
        signal-tscbm    | groups: {1=2: 4}    | groups.1=2 | a key without '=' was expected
        everything      | tiny: 128           | tiny | a whole number from -128 to 127 was expected, 128 was found
        everything      | small: 1e3          | small | a whole number was expected, 1e3 was found
        everything      | big: 9223372036854775808 | big | a whole number from -9223372036854775808 to 9223372036854775807 was expected, 9223372036854775808 was found
        everything      | coarse: 1e39        | coarse | a number was expected, 1e39 was found
        everything      | letter: xy          | letter | one character was expected, 'xy' was found
        everything      | word: x             | word | a text of 2 to 4 characters was expected, 'x' was found
        everything      | brief: long         | brief | a text of at most 3 characters was expected, 'long' was found
        everything      | pair: [1, 2, 3]     | pair | a list of at most 2 items was expected, 3 were found
        everything      | pair: 1             | pair | a list of at most 2 items, each value a whole number, was expected, 1 was found
        everything      | a: {b: {c: x}}      | a.b.c | a whole number was expected, 'x' was found
        """)
    void saysWhatWasExpectedAndWhatWasFound(String driver, String line, String key, String message) {
        String text =
                BOX + "devices:\n  dev:\n    driver: " + driver + "\n" + required(driver, line) + "    " + line + "\n";
        int last = (int) text.lines().count();

        assertThat(check(text)).containsExactly(new Problem(last, "devices.dev." + key, message));
    }

    @Test
    void namesEveryKeyThatIsMissing() {
        assertThat(told("devices:\n  r: {driver: radar-ti-mmwave, mount: {up: 6, azimuth: 9}}\n"))
                .containsExactly(
                        "profile.yaml:3: devices.r.port: is missing; a text is expected"
                                + " (Data port: serial port, tcp://host:port or file:path)",
                        "profile.yaml:3: devices.r.mount.east: is missing; a number is expected (East: m, site frame)",
                        "profile.yaml:3: devices.r.mount.north: is missing; a number is expected (North: m, site"
                                + " frame)");
    }

    @Test
    void namesTheNearestDriver() {
        assertThat(told("devices:\n  r:\n    driver: radar-ti-mmwav\n"))
                .containsExactly("profile.yaml:4: devices.r.driver: no installed bundle offers the driver"
                        + " 'radar-ti-mmwav'; did you mean 'radar-ti-mmwave'?");
    }

    @Test
    void namesAllDriversWhenNoneIsNear() {
        assertThat(told("devices:\n  r: {driver: lidar}\n"))
                .containsExactly("profile.yaml:3: devices.r.driver: no installed bundle offers the driver 'lidar';"
                        + " there are everything, radar-ti-mmwave, radio-rsu41, signal-tscbm");
    }

    @Test
    void missesTheDriverOfADevice() {
        assertThat(told("devices:\n  r: {port: x}\n"))
                .containsExactly("profile.yaml:3: devices.r.driver: is missing; the name of a driver is expected:"
                        + " everything, radar-ti-mmwave, radio-rsu41, signal-tscbm");
    }

    @Test
    void refusesADriverThatIsNoName() {
        assertThat(told("devices:\n  r: {driver: [a]}\n"))
                .containsExactly(
                        "profile.yaml:3: devices.r.driver: the name of a driver was expected, a list was found");
    }

    @Test
    void refusesADeviceThatIsNoBlock() {
        assertThat(told("devices:\n  r: radar\n"))
                .containsExactly(
                        "profile.yaml:3: devices.r: a block of keys with driver was expected," + " 'radar' was found");
    }

    @Test
    void refusesDevicesThatAreNoBlock() {
        assertThat(told("devices: [a]\n"))
                .containsExactly("profile.yaml:2: devices: a block of devices by name was expected, a list was found");
    }

    @Test
    void refusesANameThatCannotBeOne() {
        assertThat(told("devices:\n  Radar_NE: {driver: everything}\n"))
                .containsExactly("profile.yaml:3: devices.Radar_NE: a name of 1 to 40 lower-case letters, digits and"
                        + " hyphens was expected, 'Radar_NE' was found");
    }

    @Test
    void namesTheNearestApp() {
        assertThat(told("apps: {signalphase: {}}\n"))
                .containsExactly("profile.yaml:2: apps.signalphase: no installed bundle offers the app 'signalphase';"
                        + " did you mean 'signal-phase'?");
    }

    @Test
    void checksTheKeysOfAnApp() {
        assertThat(told("apps: {sensor-sharing: {rate: 11}}\n"))
                .containsExactly("profile.yaml:2: apps.sensor-sharing.rate: a whole number from 1 to 10 was expected,"
                        + " 11 was found (Rate: messages a second)");
    }

    @Test
    void saysALowerBoundAlone() {
        assertThat(told("apps: {collision-warning: {horizon: 0.4}}\n"))
                .containsExactly("profile.yaml:2: apps.collision-warning.horizon: a number of at least 0.5 was"
                        + " expected, 0.4 was found (Horizon: s)");
    }

    @Test
    void missesTheMessageSet() {
        assertThat(told("messages: {edition: 2020}\n"))
                .containsExactly("profile.yaml:2: messages.set: is missing; the name of a message set is expected:"
                        + " csae, etsi");
    }

    @Test
    void namesTheMessageSetsThatThereAre() {
        assertThat(told("messages: {set: sae}\n"))
                .containsExactly("profile.yaml:2: messages.set: no installed bundle offers the message set 'sae';"
                        + " did you mean 'csae'?");
    }

    @Test
    void checksTheKeysOfTheMessageSet() {
        assertThat(told("messages: {set: csae, edition: 2021}\n"))
                .containsExactly("profile.yaml:2: messages.edition: one of '2019', '2020' was expected, 2021 was"
                        + " found; did you mean '2020'?");
    }

    @Test
    void saysThatNoBundleOffersASectionYet() {
        assertThat(told("cloud: {broker: x}\noutbox: {budget: 512}\n"))
                .containsExactly(
                        "profile.yaml:2: cloud: no installed bundle offers this section (io.verge.cloud)",
                        "profile.yaml:3: outbox: no installed bundle offers this section (io.verge.outbox)");
    }

    @Test
    void namesTheNearestSection() {
        assertThat(told("device: {}\n"))
                .containsExactly("profile.yaml:2: device: no such section; did you mean 'devices'?");
    }

    @Test
    void namesAllSectionsWhenNoneIsNear() {
        assertThat(told("site: {}\n"))
                .containsExactly("profile.yaml:2: site: no such section; there are apps, box, cloud, devices,"
                        + " diagnostics, map, messages, outbox, perception");
    }

    @Test
    void checksSectionsThatABundleDescribes() {
        assertThat(told("perception: {age: 0, lanes: true}\n"))
                .containsExactly(
                        "profile.yaml:2: perception.age: a whole number of at least 1 was expected, 0 was found"
                                + " (Age limit: ms after which an observation is not used)",
                        "profile.yaml:2: perception.lanes: no such key; there is age");
    }

    @Test
    void missesTheBox() {
        assertThat(check("devices: {}"))
                .containsExactly(new Problem(
                        1, "box", "is missing; a block of the keys id, latitude and longitude is expected"));
    }

    @Test
    void checksTheBox() {
        assertThat(check("box:\n  id: Wuhan 417\n  tenant: a/b\n  latitude: 91\n").stream()
                        .map(p -> p.in("p")))
                .containsExactly(
                        "p:1: box.longitude: is missing; a number from -180 to 180 is expected"
                                + " (Longitude: degrees east, WGS 84)",
                        "p:2: box.id: a name of 1 to 40 lower-case letters, digits and hyphens was expected,"
                                + " 'Wuhan 417' was found",
                        "p:3: box.tenant: a name of 1 to 40 lower-case letters, digits and hyphens was expected,"
                                + " 'a/b' was found",
                        "p:4: box.latitude: a number from -90 to 90 was expected, 91 was found"
                                + " (Latitude: degrees north, WGS 84)");
    }

    @Test
    void missesTheFileOfTheMap() {
        assertThat(told("map: maps/none.geojson\n"))
                .containsExactly(
                        "profile.yaml:2: map: the file " + folder.resolve("maps/none.geojson") + " does not exist");
    }

    @Test
    void refusesAMapThatIsNoPath() {
        assertThat(told("map: {}\n"))
                .containsExactly("profile.yaml:2: map: the path of a file was expected, a block of keys was found");
        assertThat(told("map: \"a\\0b\"\n"))
                .containsExactly("profile.yaml:2: map: the path of a file was expected, 'a?b' in quotes was found");
    }

    @Test
    void findsAKeyGivenTwice() {
        assertThat(told("perception: {age: 1}\nperception: {age: 2}\n"))
                .containsExactly("profile.yaml:3: perception: is given twice, first in line 2");
    }

    @Test
    void findsAKeyGivenNestedAndWithDots() {
        assertThat(told("devices:\n  x:\n    driver: everything\n    gps.port: 1\n    gps: {port: 2}\n"))
                .containsExactly("profile.yaml:6: devices.x.gps.port: is given twice, first in line 5");
    }

    @Test
    void tellsAllProblemsAtOnceInOrderOfLines() {
        String text =
                """
                map: none.geojson
                messages: {set: cs}
                devices:
                  a: {driver: signal-tscbm, listen: 70000}
                  b: {driver: signal-tscbm, listen: 1, lsten: 1}
                  a: {driver: signal-tscbm, listen: 2}
                apps: {signal-phase: {x: 1}}
                cloud: {}
                """;

        assertThat(check(text).stream().map(p -> p.line() + " " + p.key()))
                .containsExactly(
                        "1 map",
                        "1 box",
                        "2 messages.set",
                        "4 devices.a.listen",
                        "5 devices.b.lsten",
                        "6 devices.a",
                        "7 apps.signal-phase.x",
                        "8 cloud");
    }

    @Test
    void keepsNoMoreProblemsThanAPersonReads() {
        StringBuilder text = new StringBuilder(BOX);
        for (int i = 0; i < 300; i++) {
            text.append("x").append(i).append(": 1\n");
        }

        List<Problem> problems = check(text.toString());

        assertThat(problems).hasSize(201);
        assertThat(problems.get(200)).hasToString("100 more problems were found; correct these first");
    }

    @Test
    void cutsLongTextsAndControlCharactersOutOfMessages() {
        assertThat(told("apps: {\"a\\x07" + "b".repeat(500) + "\": {}}\n"))
                .singleElement()
                .asString()
                .hasSizeLessThan(400)
                .contains("'a?bbb")
                .contains("bbb...'");
    }

    @Test
    void saysWhereItStopsToBeYaml() {
        assertThat(told("devices:\n  x: {driver: everything\n"))
                .containsExactly("profile.yaml:4: this is not YAML: expected ',' or '}', but got <stream end>");
    }

    @Test
    void refusesAnEmptyFile() {
        assertThat(check("# nothing\n")).containsExactly(new Problem(0, "", "the profile is empty"));
    }

    @Test
    void refusesAProfileThatIsNoBlock() {
        assertThat(check("- a\n"))
                .containsExactly(new Problem(1, "", "a block of sections such as box was expected, a list was found"));
    }

    @Test
    void saysThatTheFileIsNotThere() {
        Path file = folder.resolve("none.yaml");

        assertThat(new ProfileCheck(CATALOGUE).check(file).problems())
                .containsExactly(new Problem(0, "", "the file " + file + " does not exist"));
    }

    @Test
    void saysThatTheFileCannotBeRead() throws IOException {
        Path file = Files.createDirectory(folder.resolve("folder.yaml"));

        assertThat(new ProfileCheck(CATALOGUE).check(file).problems())
                .containsExactly(
                        new Problem(0, "", "the file " + file + " cannot be read: IOException Is a directory"));
    }

    private static String required(String driver, String line) {
        return switch (driver) {
            case "radar-ti-mmwave" ->
                "    port: x\n"
                        + (line.startsWith("mount: 5") || line.startsWith("mount: {")
                                ? "    mount.east: 1\n    mount.north: 1\n    mount.up: 1\n    mount.azimuth: 1\n"
                                : "    mount: {east: 1, north: 1, up: 1, azimuth: 1}\n");
            case "signal-tscbm" -> "    listen: 1\n";
            case "radio-rsu41" -> "    address: x\n";
            default -> "";
        };
    }

    private List<String> told(String sections) {
        return check(BOX + sections).stream().map(p -> p.in("profile.yaml")).toList();
    }

    private List<Problem> check(String text) {
        return new ProfileCheck(CATALOGUE).check(Samples.bytes(text), folder).problems();
    }
}
