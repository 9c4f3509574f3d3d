package io.verge.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DebianPackageTest {
    private static final Path SOURCES = Path.of("src/debian");
    private static final FileTime TIME = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
    private static final int PERMISSIONS = 0777;

    @TempDir
    Path folder = Path.of("");

    private Path distribution = Path.of("");

    @BeforeEach
    void distribution() throws Exception {
        distribution = TestDistribution.in(folder);
    }

    @Test
    void membersComeInTheOrderThatDpkgWants() throws Exception {
        assertThat(opened().members()).containsExactly("debian-binary", "control.tar.gz", "data.tar.gz");
    }

    @Test
    void whatIsOfNoUseOnThisBoxIsNotInIt() throws Exception {
        assertThat(opened().names())
                .contains("opt/verge/verge", "opt/verge/lib/natives.jar", "opt/verge/verge.classlist")
                .doesNotContain("opt/verge/verge.jsa", "opt/verge/lib/broker/broker.jar");
    }

    @Test
    void allBelongsToRootAndNobodyElseMayWrite() throws Exception {
        assertThat(opened().entries()).allSatisfy(entry -> {
            assertThat(entry.getLongUserId()).isZero();
            assertThat(entry.isSymbolicLink() || (entry.getMode() & 022) == 0).isTrue();
        });
    }

    @Test
    void programsStayPrograms() throws Exception {
        OpenedPackage opened = opened();
        assertThat(opened.file("opt/verge/verge").getMode() & PERMISSIONS).isEqualTo(0755);
        assertThat(opened.file("opt/verge/lib/plain.jar").getMode() & PERMISSIONS)
                .isEqualTo(0644);
    }

    @Test
    void theCommandIsALink() throws Exception {
        assertThat(opened().file("usr/bin/verge").getLinkName()).isEqualTo("/opt/verge/verge");
    }

    @Test
    void aPackageWithoutJavaDependsOnOne() throws Exception {
        assertThat(opened().controlText("control"))
                .contains("Package: verge\nVersion: 1.2.3\nArchitecture: arm64\n")
                .contains("Depends: openjdk-17-jre-headless | java17-runtime-headless, ")
                .doesNotContainPattern("@[a-zA-Z]+@");
    }

    @Test
    void everyConffileIsThereAndHasNoSum() throws Exception {
        OpenedPackage opened = opened();
        for (String file : opened.controlText("conffiles").lines().toList()) {
            assertThat(opened.names()).contains(file.substring(1));
            assertThat(opened.controlText("md5sums")).doesNotContain(file.substring(1));
        }
    }

    @Test
    void scriptsMayBeRun() throws Exception {
        OpenedPackage opened = opened();
        for (String script : List.of("postinst", "prerm", "postrm")) {
            assertThat(opened.control(script).getMode() & PERMISSIONS).isEqualTo(0755);
        }
    }

    @Test
    void theSameDistributionGivesTheSamePackage() throws Exception {
        assertThat(packaged("one")).isEqualTo(packaged("two"));
    }

    private OpenedPackage opened() throws IOException {
        return OpenedPackage.of(packaged("one"));
    }

    private byte[] packaged(String name) throws IOException {
        Installation installation = Installation.copy(distribution, folder.resolve(name), Architecture.ARM64);
        installation.touch(TIME);
        Path deb = folder.resolve(name + ".deb");
        new DebianPackage(SOURCES, TIME).write(installation, "1.2.3", deb);
        return Files.readAllBytes(deb);
    }
}
