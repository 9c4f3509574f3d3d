package io.verge.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.profile.AttributeType.Option;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {
    private final Path folder;

    CatalogueTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void readsWhatBndWritesOfAnnotations() throws IOException {
        Catalogue catalogue = Catalogue.ofJars(List.of(jar(Samples.RADAR)));

        ComponentType radar =
                catalogue.factory("io.verge.driver.radar-ti-mmwave").orElseThrow();
        assertThat(radar.title()).isEqualTo("TI mmWave radar");
        assertThat(radar.description()).isEqualTo("the demo firmware over its two UARTs");
        assertThat(radar.attribute("baud"))
                .contains(new AttributeType(
                        "baud",
                        "Data rate",
                        "baud",
                        ValueType.INTEGER,
                        0,
                        false,
                        List.of("921600"),
                        new BigDecimal(9600),
                        new BigDecimal(4_000_000),
                        List.of()));
    }

    @Test
    void tellsRequiredKeysFromThoseWithADefault() throws IOException {
        ComponentType radar = Catalogue.ofJars(List.of(jar(Samples.RADAR)))
                .factory("io.verge.driver.radar-ti-mmwave")
                .orElseThrow();

        assertThat(radar.attributes().stream().filter(AttributeType::required).map(AttributeType::key))
                .containsExactly("id", "port", "mount.east", "mount.north", "mount.up", "mount.azimuth");
    }

    @Test
    void knowsEveryTypeThatAnAnnotationCanHave() {
        ComponentType everything =
                Samples.catalogue().factory("io.verge.driver.everything").orElseThrow();

        assertThat(everything.attributes().stream().map(a -> a.key() + " " + a.type() + " " + a.most()))
                .contains(
                        "tiny BYTE 0",
                        "small SHORT 0",
                        "big LONG 0",
                        "coarse FLOAT 0",
                        "letter CHARACTER 0",
                        "pair LONG 2",
                        "fractions DOUBLE 2147483647",
                        "truths BOOLEAN 2147483647");
    }

    @Test
    void readsOptionsInTheirOrder() {
        ComponentType radio =
                Samples.catalogue().factory("io.verge.driver.radio-rsu41").orElseThrow();

        assertThat(radio.attribute("priority").orElseThrow().options())
                .containsExactly(new Option("1", "low"), new Option("7", "high"));
    }

    @Test
    void tellsSinglesFromFactories() {
        Catalogue catalogue = Samples.catalogue();

        assertThat(catalogue.singletonsBelow("io.verge.")).containsExactly("diagnostics", "perception");
        assertThat(catalogue.singletonsBelow("io.verge.messages.")).containsExactly("csae", "etsi");
        assertThat(catalogue.factoriesBelow("io.verge.driver."))
                .containsExactly("everything", "radar-ti-mmwave", "radio-rsu41", "signal-tscbm");
    }

    @Test
    void readsTheFolderOfABundleToo() throws IOException {
        Path metatype = Files.createDirectories(folder.resolve("classes/OSGI-INF/metatype"));
        Files.write(metatype.resolve("x.xml"), Samples.metatype(Samples.PHASE));

        Catalogue catalogue = Catalogue.ofJars(List.of(folder.resolve("classes"), jar(Samples.SHARING)));

        assertThat(catalogue.factoriesBelow("io.verge.app.")).containsExactly("sensor-sharing", "signal-phase");
    }

    @Test
    void passesOverBundlesThatDescribeNothing() throws IOException {
        Path jar = Samples.bundle(folder.resolve("plain.jar"), "1.0.0");

        assertThat(Catalogue.ofJars(List.of(jar, Files.createDirectory(folder.resolve("empty"))))
                        .singletonsBelow(""))
                .isEmpty();
    }

    @Test
    void namesTheJarThatCannotBeRead() throws IOException {
        Path jar = Files.writeString(folder.resolve("torn.jar"), "PK");

        assertThatThrownBy(() -> Catalogue.ofJars(List.of(jar)))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("cannot read the bundle " + jar + ": ");
    }

    @Test
    void namesTheFileWhoseDesignateHasNoClass() throws IOException {
        Path metatype = Files.createDirectories(folder.resolve("classes/OSGI-INF/metatype"));
        Path file = Files.writeString(
                metatype.resolve("x.xml"),
                "<m:MetaData xmlns:m='http://www.osgi.org/xmlns/metatype/v1.2.0'>"
                        + "<Designate pid='io.verge.gate'><Object ocdref='none'/></Designate></m:MetaData>");

        assertThatThrownBy(() -> Catalogue.ofJars(List.of(folder.resolve("classes"))))
                .hasMessage(file + " does not define the object class of io.verge.gate");
    }

    @Test
    void namesTheFileWithAPrefixThatIsNotDeclared() throws IOException {
        Path metatype = Files.createDirectories(folder.resolve("classes/OSGI-INF/metatype"));
        Path file = Files.writeString(metatype.resolve("x.xml"), "<MetaData a:b=\"c\"/>");

        assertThatThrownBy(() -> Catalogue.ofJars(List.of(folder.resolve("classes"))))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(file + " is no metatype: Undefined Prefix: a");
    }

    @Test
    void namesTheFileWhoseDesignateHasNoPid() throws IOException {
        Path metatype = Files.createDirectories(folder.resolve("classes/OSGI-INF/metatype"));
        Path file = Files.writeString(
                metatype.resolve("x.xml"),
                "<m:MetaData xmlns:m='http://www.osgi.org/xmlns/metatype/v1.2.0'><OCD id='a' name='a'/>"
                        + "<Designate><Object ocdref='a'/></Designate></m:MetaData>");

        assertThatThrownBy(() -> Catalogue.ofJars(List.of(folder.resolve("classes"))))
                .hasMessage(file + " designates a component without a PID");
    }

    @Test
    void refusesAMetatypeFileThatIsTooLarge() throws IOException {
        Path metatype = Files.createDirectories(folder.resolve("classes/OSGI-INF/metatype"));
        Path file = Files.write(metatype.resolve("x.xml"), new byte[(1 << 20) + 1]);

        assertThatThrownBy(() -> Catalogue.ofJars(List.of(folder.resolve("classes"))))
                .hasMessage(file + " is larger than 1048576 bytes");
    }

    private Path jar(String sample) throws IOException {
        return Samples.bundle(folder.resolve(sample + ".jar"), "1.0.0", sample);
    }
}
