package io.verge.transfer.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileJarTest {
    private static final byte[] ELF = {0x7f, 'E', 'L', 'F', 2, 1, 1, 0};
    private static final byte[] MANIFEST = "Manifest-Version: 1.0\r\n\r\n".getBytes(StandardCharsets.UTF_8);

    private final Path folder;

    HostileJarTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** Written by hand, so that names may be anything. */
    private static byte[] handMade(String... names) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<StoredZip.Entry> entries = new ArrayList<>();
        for (String name : names) {
            byte[] content = name.equals("META-INF/MANIFEST.MF") ? MANIFEST : new byte[] {1};
            CRC32 crc = new CRC32();
            crc.update(content);
            StoredZip.Entry entry = new StoredZip.Entry(name, crc.getValue(), content.length, out.size());
            entries.add(entry);
            out.write(StoredZip.local(entry));
            out.write(content);
        }
        int directory = out.size();
        for (StoredZip.Entry entry : entries) {
            out.write(StoredZip.central(entry));
        }
        out.write(StoredZip.end(entries.size(), directory, out.size() - directory));
        return out.toByteArray();
    }

    private void assertRefused(byte[] jar, JarRules rules, String why) throws IOException {
        Path file = Files.write(folder.resolve("x.jar"), jar);
        assertThatThrownBy(() -> JarCheck.manifest(file, rules))
                .isInstanceOf(JarRefusedException.class)
                .hasMessageContaining(why);
    }

    @Test
    void handMadeJarsAreOtherwiseRight() throws IOException {
        assertThat(Jars.check(handMade("META-INF/MANIFEST.MF", "a", "b"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil",
                "a/../../evil",
                "/etc/passwd",
                "a//b",
                "./a",
                "a/.",
                "c:/x",
                "a\\b",
                "\n",
                "a\u0000b",
                "..",
                "a/.."
            })
    void namesThatLeadElsewhereAreRefused(String name) throws IOException {
        byte[] jar = handMade("META-INF/MANIFEST.MF", name);

        assertThat(Jars.check(jar)).contains("leads elsewhere");
        assertRefused(jar, JarRules.STRICT, "leads elsewhere");
    }

    @Test
    void twoEntriesOfOneNameAreRefused() throws IOException {
        byte[] jar = handMade("META-INF/MANIFEST.MF", "a", "a");

        assertThat(Jars.check(jar)).contains("two entries named a");
        assertRefused(jar, JarRules.STRICT, "two entries named a");
    }

    @Test
    void aSecondManifestInOtherLettersIsRefused() throws IOException {
        byte[] jar = handMade("META-INF/MANIFEST.MF", "META-INF/Manifest.mf");

        assertThat(Jars.check(jar)).contains("manifest");
        assertRefused(jar, JarRules.STRICT, "manifest");
    }

    @Test
    void entriesOutOfOrderAreNotCanonical() throws IOException {
        assertThat(Jars.check(handMade("META-INF/MANIFEST.MF", "b", "a"))).contains("not a canonical");
        assertThat(Jars.check(handMade("a", "META-INF/MANIFEST.MF"))).contains("not a canonical");
    }

    @Test
    void aJarWithoutAManifestIsRefused() throws IOException {
        assertThat(Jars.check(handMade("a"))).contains("without a manifest");
        assertRefused(handMade("a"), JarRules.STRICT, "without a manifest");
    }

    @Test
    void aBombIsNotUnpacked() throws IOException {
        JarRules small = new JarRules(100, 1 << 20, 1 << 16, false);

        assertRefused(Jars.bundle().with("zeros", new byte[4 << 20]).octets(), small, "unpacks to too much");
    }

    @Test
    void aBombInAJarInItIsNotUnpacked() throws Exception {
        JarRules small = new JarRules(100, 1 << 20, 1 << 16, false);
        byte[] bomb = Jars.bundle().with("zeros", new byte[4 << 20]).octets();
        byte[] jar = Jars.canonical(Jars.bundle().with("lib/bomb.jar", bomb).octets(), folder);

        assertThat(Jars.check(jar, small)).contains("unpacks to too much");
    }

    @Test
    void aManifestOfMegaoctetsIsNotRead() throws IOException {
        byte[] jar = Jars.bundle().header("X: " + "x".repeat(2 << 20)).octets();

        assertRefused(jar, JarRules.STRICT, "unpacks to too much");
    }

    @Test
    void tooManyEntriesAreRefused() throws Exception {
        byte[] jar = handMade("META-INF/MANIFEST.MF", "a", "b", "c");

        assertThat(Jars.check(jar, new JarRules(3, 1 << 20, 1 << 16, false))).contains("more than 3 entries");
    }

    @Test
    void nativeCodeIsRefusedUnlessAllowed() throws Exception {
        byte[] jar = Jars.bundle().with("linux/lib.so", ELF).octets();
        JarRules allowed = JarRules.STRICT.withNativeCode();

        assertRefused(jar, JarRules.STRICT, "native code: linux/lib.so");
        Path file = Files.write(folder.resolve("y.jar"), jar);
        assertThat(JarCheck.manifest(file, allowed)).isNotNull();
    }

    @Test
    void nativeCodeInAJarInItIsRefused() throws IOException {
        byte[] within = Jars.bundle().with("hidden.txt", ELF).octets();

        assertRefused(Jars.bundle().with("lib/x.dat", within).octets(), JarRules.STRICT, "native code: hidden.txt");
    }

    @Test
    void aHeaderForNativeCodeIsRefused() throws IOException {
        assertRefused(
                Jars.bundle().header("Bundle-NativeCode: x.so; osname=linux").octets(),
                JarRules.STRICT,
                "Bundle-NativeCode");
    }

    @Test
    void aHeaderForNativeCodeInAJarInItIsRefused() throws IOException {
        byte[] within =
                Jars.bundle().header("Bundle-NativeCode: x.so; osname=linux").octets();

        assertRefused(Jars.bundle().with("lib.jar", within).octets(), JarRules.STRICT, "Bundle-NativeCode");
    }

    @Test
    void aJarInAJarInAJarIsRefused() throws IOException {
        byte[] inner = Jars.bundle().octets();
        byte[] middle = new Jars().with("inner.jar", inner).octets();

        assertRefused(new Jars().with("middle.jar", middle).octets(), JarRules.STRICT, "a jar in a jar");
    }

    @Test
    void whatIsShownOfAJarIsFitForATerminal() {
        assertThat(JarRefusedException.shown("a\u001b[31m\n" + "b".repeat(300)))
                .startsWith("a?[31m?b")
                .hasSizeLessThan(210);
    }
}
