package io.verge.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.ar.ArArchiveEntry;
import org.apache.commons.compress.archivers.ar.ArArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DebianPackageTest {
    private static final Path SOURCES = Path.of("src/debian");
    private static final FileTime TIME = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

    @TempDir
    Path folder = Path.of("");

    private Path distribution = Path.of("");

    /** One entry of a tar. */
    private record Entry(TarArchiveEntry head, byte[] content) {
        String text() {
            return new String(content, StandardCharsets.UTF_8);
        }
    }

    @BeforeEach
    void distribution() throws Exception {
        distribution = TestDistribution.in(folder);
    }

    @Test
    void membersComeInTheOrderThatDpkgWants() throws Exception {
        assertThat(members(packaged("one")).keySet()).containsExactly("debian-binary", "control.tar.gz", "data.tar.gz");
    }

    @Test
    void whatIsOfNoUseOnThisBoxIsNotInIt() throws Exception {
        assertThat(data(packaged("one")))
                .containsKeys("opt/verge/verge", "opt/verge/lib/natives.jar", "opt/verge/verge.classlist")
                .doesNotContainKeys("opt/verge/verge.jsa", "opt/verge/lib/broker/broker.jar");
    }

    @Test
    void allBelongsToRootAndNobodyElseMayWrite() throws Exception {
        assertThat(data(packaged("one")).values()).allSatisfy(entry -> {
            assertThat(entry.head().getLongUserId()).isZero();
            assertThat(entry.head().isSymbolicLink() || (entry.head().getMode() & 022) == 0)
                    .isTrue();
        });
    }

    @Test
    void programsStayPrograms() throws Exception {
        Map<String, Entry> data = data(packaged("one"));
        assertThat(data.get("opt/verge/verge").head().getMode() & 0777).isEqualTo(0755);
        assertThat(data.get("opt/verge/lib/plain.jar").head().getMode() & 0777).isEqualTo(0644);
    }

    @Test
    void theCommandIsALink() throws Exception {
        assertThat(data(packaged("one")).get("usr/bin/verge").head().getLinkName())
                .isEqualTo("/opt/verge/verge");
    }

    @Test
    void aPackageWithoutJavaDependsOnOne() throws Exception {
        assertThat(control(packaged("one")).get("control").text())
                .contains("Package: verge\nVersion: 1.2.3\nArchitecture: arm64\n")
                .contains("Depends: openjdk-17-jre-headless | java17-runtime-headless, ")
                .doesNotContainPattern("@[a-zA-Z]+@");
    }

    @Test
    void everyConffileIsThereAndHasNoSum() throws Exception {
        byte[] made = packaged("one");
        for (String file : control(made).get("conffiles").text().split("\n")) {
            assertThat(data(made)).containsKey(file.substring(1));
            assertThat(control(made).get("md5sums").text()).doesNotContain(file.substring(1));
        }
    }

    @Test
    void scriptsMayBeRun() throws Exception {
        Map<String, Entry> control = control(packaged("one"));
        for (String script : new String[] {"postinst", "prerm", "postrm"}) {
            assertThat(control.get(script).head().getMode() & 0777).isEqualTo(0755);
        }
    }

    @Test
    void theSameDistributionGivesTheSamePackage() throws Exception {
        assertThat(packaged("one")).isEqualTo(packaged("two"));
    }

    private byte[] packaged(String name) throws IOException {
        Installation installation = Installation.copy(distribution, folder.resolve(name), Architecture.ARM64);
        installation.touch(TIME);
        Path deb = folder.resolve(name + ".deb");
        new DebianPackage(SOURCES, TIME).write(installation, "1.2.3", deb);
        return Files.readAllBytes(deb);
    }

    private static Map<String, byte[]> members(byte[] deb) throws IOException {
        Map<String, byte[]> members = new LinkedHashMap<>();
        try (ArArchiveInputStream in = new ArArchiveInputStream(new ByteArrayInputStream(deb))) {
            for (ArArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                members.put(entry.getName(), in.readAllBytes());
            }
        }
        return members;
    }

    private static Map<String, Entry> control(byte[] deb) throws IOException {
        return entries(members(deb).get("control.tar.gz"));
    }

    private static Map<String, Entry> data(byte[] deb) throws IOException {
        return entries(members(deb).get("data.tar.gz"));
    }

    /** By name, without the dot and slash that each begins with. */
    private static Map<String, Entry> entries(byte[] tar) throws IOException {
        Map<String, Entry> entries = new LinkedHashMap<>();
        try (TarArchiveInputStream in =
                new TarArchiveInputStream(new GZIPInputStream(new ByteArrayInputStream(tar)))) {
            for (TarArchiveEntry head = in.getNextEntry(); head != null; head = in.getNextEntry()) {
                entries.put(head.getName().replaceFirst("^\\./", ""), new Entry(head, in.readAllBytes()));
            }
        }
        return entries;
    }
}
