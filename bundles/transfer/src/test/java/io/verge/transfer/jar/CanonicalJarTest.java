package io.verge.transfer.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.SplittableRandom;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CanonicalJarTest {
    private final Path folder;

    CanonicalJarTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private byte[] canonical(Jars jar) throws Exception {
        return Jars.canonical(jar.octets(), folder);
    }

    @Test
    void theSameEntriesGiveTheSameOctets() throws Exception {
        Jars one = new Jars().with("a", "1").with("b/c", "2");
        Jars other = new Jars()
                .with("b/c", "2")
                .with("a", "1")
                .dated(1_600_000_000_000L)
                .commented("by another tool");

        assertThat(canonical(one)).isEqualTo(canonical(other));
    }

    @Test
    void itIsItsOwnCanonicalForm() throws Exception {
        byte[] once = canonical(Jars.bundle());

        assertThat(Jars.canonical(once, folder)).isEqualTo(once);
    }

    @Test
    void whatIsWrittenPassesTheCheck() throws Exception {
        assertThat(Jars.check(canonical(
                        Jars.bundle().with("dir/", "").with("ü/ß", "x").with("empty", ""))))
                .isEmpty();
    }

    @Test
    void theManifestIsFirstAndTheRestInOrder() throws Exception {
        Path file = Files.write(folder.resolve("x.jar"), canonical(Jars.bundle()));

        try (JarFile jar = new JarFile(file.toFile())) {
            assertThat(Collections.list(jar.entries()))
                    .extracting(ZipEntry::getName)
                    .containsExactly("META-INF/MANIFEST.MF", "a/First.class", "z/Last.class");
        }
    }

    @Test
    void itIsStored() throws Exception {
        Path file = Files.write(folder.resolve("x.jar"), canonical(Jars.bundle()));

        try (JarFile jar = new JarFile(file.toFile())) {
            assertThat(Collections.list(jar.entries()))
                    .extracting(ZipEntry::getMethod)
                    .containsOnly(ZipEntry.STORED);
        }
    }

    @Test
    void othersReadItAsAStreamToo() throws Exception {
        try (JarInputStream in = new JarInputStream(new ByteArrayInputStream(canonical(Jars.bundle())))) {
            assertThat(in.getManifest().getMainAttributes().getValue("Bundle-SymbolicName"))
                    .isEqualTo("a.b");
            assertThat(in.getNextJarEntry().getName()).isEqualTo("a/First.class");
        }
    }

    @Test
    void theCheckTellsTheManifest() throws Exception {
        byte[] jar = canonical(Jars.bundle().header("Bundle-Version: 3.2.1"));

        assertThat(CanonicalJar.check(new ByteArrayInputStream(jar), JarRules.STRICT)
                        .getMainAttributes()
                        .getValue("Bundle-Version"))
                .isEqualTo("3.2.1");
    }

    @Test
    void aJarAsToolsMakeItIsNotCanonical() throws Exception {
        assertThat(Jars.check(Jars.bundle().octets())).contains("not a canonical");
    }

    @Test
    void nothingMayFollowItsEnd() throws Exception {
        byte[] jar = canonical(Jars.bundle());

        assertThat(Jars.check(Arrays.copyOf(jar, jar.length + 1))).contains("follows its end");
    }

    @Test
    void nothingMayStandBeforeItsStart() throws Exception {
        byte[] jar = canonical(Jars.bundle());
        byte[] longer = new byte[jar.length + 8];
        System.arraycopy(jar, 0, longer, 8, jar.length);

        assertThat(Jars.check(longer)).isNotEmpty();
    }

    @Test
    void everyOctetCounts() throws Exception {
        byte[] jar = canonical(Jars.bundle());

        for (int i = 0; i < jar.length; i++) {
            byte[] other = jar.clone();
            other[i] ^= 1;
            assertThat(Jars.check(other)).as("octet %d", i).isNotEmpty();
        }
    }

    @Test
    void everyBeginningIsRefused() throws Exception {
        byte[] jar = canonical(Jars.bundle());

        for (int length = 0; length < jar.length; length++) {
            assertThat(Jars.check(Arrays.copyOf(jar, length)))
                    .as("%d octets", length)
                    .isNotEmpty();
        }
    }

    @Test
    void noiseIsRefusedAndNothingElseIsThrown() throws IOException {
        SplittableRandom random = new SplittableRandom(4);
        for (int run = 0; run < 2_000; run++) {
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            if (noise.length > 4 && random.nextBoolean()) {
                System.arraycopy(new byte[] {'P', 'K', 3, 4}, 0, noise, 0, 4);
            }
            assertThat(Jars.check(noise)).isNotEmpty();
        }
    }
}
