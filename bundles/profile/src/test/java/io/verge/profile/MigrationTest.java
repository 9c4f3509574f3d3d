package io.verge.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Profiles that were written for another version of a driver. */
class MigrationTest {
    private static final String PID = "io.verge.driver.signal";
    private static final String OLDEST = "listen:Integer baud:Integer";
    private static final String OLD = "listen:Integer rate:Integer";
    private static final String NEW = "listen:Integer line.rate:Integer mode:String";
    private static final String MIGRATE =
            """
            io.verge.driver.signal:
              up:
                - rename: {baud: rate}
                - rename: {rate: line.rate}
                  remove: [parity]
                  set: {mode: plain}
              down:
                - rename: {line.rate: rate}
                  remove: [mode]
                - rename: {rate: baud}
            """;

    private final Path folder;

    MigrationTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Catalogue driver(String keys, String migrate) throws IOException {
        Path bundle = Files.createDirectories(folder.resolve("driver"));
        Path metatype = Files.createDirectories(bundle.resolve("OSGI-INF/metatype"));
        Files.writeString(metatype.resolve("signal.xml"), metatype(keys));
        if (!migrate.isEmpty()) {
            Files.writeString(bundle.resolve("OSGI-INF/migrate.yaml"), migrate);
        }
        return Catalogue.ofJars(List.of(bundle));
    }

    private static String metatype(String keys) {
        StringBuilder attributes = new StringBuilder();
        for (String key : keys.split(" ", -1)) {
            String[] parts = key.split(":", -1);
            attributes.append("<AD id='%s' type='%s' required='true'/>".formatted(parts[0], parts[1]));
        }
        return "<metatype:MetaData xmlns:metatype='http://www.osgi.org/xmlns/metatype/v1.4.0'><OCD id='o'"
                + " name='Signal'>"
                + attributes + "</OCD><Designate factoryPid='" + PID
                + "'><Object ocdref='o'/></Designate></metatype:MetaData>";
    }

    private static ProfileCheck.Result check(ProfileCheck check, String keys) {
        String profile =
                "box: {id: a, latitude: 1, longitude: 1}\ndevices:\n  s: {driver: signal, listen: 1, " + keys + "}\n";
        return check.check(Samples.bytes(profile), Path.of(""));
    }

    private static Map<String, Object> device(ProfileCheck.Result result) {
        assertThat(result.problems()).isEmpty();
        Map<String, Object> device = new TreeMap<>(
                Objects.requireNonNull(result.profile().configurations().get(new Pid(PID, "s"))));
        device.keySet().removeAll(Set.of("id", "listen"));
        return device;
    }

    @Test
    void anOldProfileIsReadByANewDriver() throws IOException {
        ProfileCheck check = new ProfileCheck(driver(NEW, MIGRATE));

        ProfileCheck.Result result = check(check, "rate: 9600, parity: odd");

        assertThat(device(result)).isEqualTo(Map.of("line.rate", 9600, "mode", "plain"));
        assertThat(result.migrated())
                .extracting(Problem::toString)
                .containsExactly(
                        "devices.s.rate: is called line.rate now",
                        "devices.s.mode: is new, and is taken to be plain",
                        "devices.s.parity: is not needed any more");
    }

    @Test
    void aProfileThatIsTwoVersionsOldIsReadToo() throws IOException {
        ProfileCheck.Result result = check(new ProfileCheck(driver(NEW, MIGRATE)), "baud: 9600");

        assertThat(device(result)).containsEntry("line.rate", 9600);
        assertThat(result.migrated()).extracting(Problem::toString).contains("devices.s.baud: is called line.rate now");
    }

    @Test
    void aProfileInTheNewKeysIsLeftAlone() throws IOException {
        ProfileCheck.Result result = check(new ProfileCheck(driver(NEW, MIGRATE)), "line: {rate: 9600}, mode: fast");

        assertThat(device(result)).isEqualTo(Map.of("line.rate", 9600, "mode", "fast"));
        assertThat(result.migrated()).isEmpty();
    }

    @Test
    void aKeyThatIsThereUnderBothNamesIsWrong() throws IOException {
        ProfileCheck.Result result = check(new ProfileCheck(driver(NEW, MIGRATE)), "rate: 1, line.rate: 2, mode: fast");

        assertThat(result.problems()).extracting(Problem::key).containsExactly("devices.s.rate");
    }

    @Test
    void aNewProfileIsReadByAnOldDriverWhenItIsRememberedHow() throws IOException {
        WaysBack ways = driver(NEW, MIGRATE).waysBack();

        ProfileCheck old = new ProfileCheck(Catalogue.of(driverTypes(OLD))).remembering(ways);
        ProfileCheck oldest = new ProfileCheck(Catalogue.of(driverTypes(OLDEST))).remembering(ways);

        assertThat(device(check(old, "line: {rate: 9600}, mode: fast"))).isEqualTo(Map.of("rate", 9600));
        assertThat(device(check(oldest, "line.rate: 9600, mode: fast"))).isEqualTo(Map.of("baud", 9600));
        assertThat(device(check(old, "rate: 9600"))).isEqualTo(Map.of("rate", 9600));
    }

    /** Without what its bundle says of migrations. */
    private List<ComponentType> driverTypes(String keys) throws IOException {
        ComponentType type = driver(keys, "").factory(PID).orElseThrow();
        return List.of(type.with(Migration.NONE));
    }

    @Test
    void whatANewerVersionSaidComesBeforeWhatAnOlderOneSays() {
        WaysBack older = ways("b", "a");
        WaysBack newer = ways("c", "b");

        WaysBack both = newer.after(older);

        assertThat(both.of(PID)).extracting(Migration.Step::rename).containsExactly(Map.of("c", "b"), Map.of("b", "a"));
        assertThat(older.after(both)).isEqualTo(both);
        assertThat(WaysBack.NONE.after(both)).isEqualTo(both);
    }

    private static WaysBack ways(String from, String to) {
        Migration.Step step = new Migration.Step(Map.of(from, to), List.of(), Map.of());
        return new WaysBack(new TreeMap<>(Map.of(PID, List.of(step))));
    }

    @Test
    void aFileThatSaysAnythingElseIsRefusedByName() {
        assertThatIOException()
                .isThrownBy(() -> driver(NEW, PID + ": {up: [{renames: {a: b}}]}\n"))
                .withMessageContaining("migrate.yaml")
                .withMessageContaining("a step has remove, rename, set and nothing else");
    }
}
