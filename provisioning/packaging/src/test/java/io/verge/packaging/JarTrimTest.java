package io.verge.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarTrimTest {
    private static final FileTime TIME = FileTime.fromMillis(1_767_225_600_000L);

    @TempDir
    Path folder = Path.of("");

    private Path lib = Path.of("");
    private Path copy = Path.of("");

    @BeforeEach
    void distribution() throws Exception {
        lib = TestDistribution.in(folder).resolve("lib");
        copy = folder.resolve("copy.jar");
    }

    @Test
    void onlyForeignLibrariesAreLeftOutAndTheOrderStays() throws Exception {
        new JarTrim(Architecture.ARM64).copy(lib.resolve("natives.jar"), copy);
        try (ZipFile jar = new ZipFile(copy.toFile())) {
            assertThat(jar.stream().map(ZipEntry::getName))
                    .containsExactly("META-INF/MANIFEST.MF", "aarch64/libx.so", "X.class");
        }
    }

    @Test
    void whatStaysIsTheSameOctetForOctet() throws Exception {
        new JarTrim(Architecture.AMD64).copy(lib.resolve("natives.jar"), copy);
        try (ZipFile jar = new ZipFile(copy.toFile())) {
            assertThat(jar.getInputStream(jar.getEntry("x86_64/libx.so"))).hasBinaryContent(Elf.of(Architecture.AMD64));
        }
    }

    @Test
    void aJarWithoutLibrariesIsCopiedAsItIs() throws Exception {
        new JarTrim(Architecture.AMD64).copy(lib.resolve("plain.jar"), copy);
        assertThat(copy).hasSameBinaryContentAs(lib.resolve("plain.jar"));
    }

    @Test
    void theFileKeepsItsTime() throws Exception {
        Files.setLastModifiedTime(lib.resolve("natives.jar"), TIME);
        new JarTrim(Architecture.AMD64).copy(lib.resolve("natives.jar"), copy);
        assertThat(Files.getLastModifiedTime(copy)).isEqualTo(TIME);
    }
}
