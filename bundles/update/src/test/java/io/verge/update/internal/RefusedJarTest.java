package io.verge.update.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.api.bundle.BundleRefusedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleException;

/** What is refused is refused with its reason, and nothing is touched. */
class RefusedJarTest {
    private static final String RADAR = "io.verge.driver.radar";

    private Box box;
    private int before;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException, BundleException {
        box = new Box(folder, Map.of(RADAR + ".jar", Jar.active(RADAR, "1.0.0")));
        before = box.count();
    }

    @AfterEach
    void stop() throws BundleException, InterruptedException {
        box.close();
    }

    private static Jar next() {
        return Jar.active(RADAR, "1.1.0");
    }

    private void isRefused(Jar jar, String... reasons) {
        isRefused(jar.octets(), reasons);
    }

    private void isRefused(byte[] octets, String... reasons) {
        assertThatThrownBy(() -> box.install(octets))
                .isInstanceOf(BundleRefusedException.class)
                .message()
                .contains(reasons);

        assertThat(box.state(RADAR)).isEqualTo("1.0.0 active");
        assertThat(box.count()).isEqualTo(before);
        assertThat(box.files()).isEmpty();
    }

    @Test
    void aJarThatIsCutShort() {
        byte[] whole = next().octets();

        isRefused(Arrays.copyOf(whole, whole.length / 2), "it is not a whole jar", "transfer it again");
    }

    @Test
    void noJarAtAll() {
        isRefused("hello".getBytes(StandardCharsets.US_ASCII), "it is not a whole jar");
        isRefused(new byte[0], "it is not a whole jar");
    }

    @Test
    void aJarOfWhichAnOctetHasChanged() {
        byte[] octets = next().entry("data.txt", "a parameter".getBytes(StandardCharsets.US_ASCII))
                .octets();
        int at = new String(octets, StandardCharsets.ISO_8859_1).indexOf("a parameter");
        octets[at + 3] ^= 1;

        isRefused(octets, "data.txt has another checksum than it should");
    }

    @Test
    void aCommentThatIsNotUtf8() throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(octets)) {
            ZipEntry entry = new ZipEntry("a.txt");
            entry.setComment("comment");
            zip.putNextEntry(entry);
        }
        byte[] jar = octets.toByteArray();
        jar[new String(jar, StandardCharsets.ISO_8859_1).indexOf("comment")] = (byte) 0xff;

        isRefused(jar, "it is not a whole jar");
    }

    @Test
    void aJarWithoutManifest() throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(octets)) {
            zip.putNextEntry(new ZipEntry("a.txt"));
        }

        isRefused(octets.toByteArray(), "without a manifest");
    }

    @Test
    void aJarThatIsNoBundle() {
        isRefused(next().without("Bundle-SymbolicName"), "no Bundle-SymbolicName");
    }

    @Test
    void aBundleOfTheDaysBeforeSymbolicNames() {
        isRefused(next().without("Bundle-ManifestVersion"), "not of Bundle-ManifestVersion 2");
    }

    @Test
    void aNameThatWouldBreakTheList() {
        isRefused(next().with("Bundle-SymbolicName", "a b"), "is not a name: a b");
        isRefused(next().with("Bundle-SymbolicName", "x".repeat(201)), "is not a name");
    }

    @Test
    void aVersionThatIsNone() {
        isRefused(next().with("Bundle-Version", "one"), "no valid Bundle-Version");
    }

    @Test
    void aFragment() {
        isRefused(next().with("Fragment-Host", "io.verge.api"), RADAR + " is a fragment");
    }

    @Test
    void aBundleThatExportsPackages() {
        isRefused(next().with("Export-Package", "com.example.api"), "exports packages (com.example.api)");
    }

    @Test
    void aBundleThatNeedsAPackageThatIsNotHere() {
        isRefused(
                next().with("Import-Package", "org.osgi.framework,com.example.absent;version=\"[2,3)\""),
                RADAR + " 1.1.0 needs what is not here",
                "com.example.absent",
                "2.0.0");
    }

    @Test
    void aBundleThatNeedsABundleThatIsNotHere() {
        isRefused(next().with("Require-Bundle", "com.example.absent"), "needs what is not here", "com.example.absent");
    }

    @Test
    void theSameVersionWithOtherContent() {
        isRefused(
                Jar.active(RADAR, "1.0.0").entry("more.txt", new byte[] {1}),
                RADAR + " 1.0.0 is installed with other content",
                "raise its Bundle-Version");
    }

    @Test
    void aManifestThatWantsTooMuchMemory() throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(octets)) {
            zip.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
            zip.write(new byte[2 << 20]);
        }

        isRefused(octets.toByteArray(), "unpacks to too much, at META-INF/MANIFEST.MF");
    }

    @Test
    void aJarThatUnpacksToTooMuch() throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        byte[] zeros = new byte[1 << 20];
        try (ZipOutputStream zip = new ZipOutputStream(octets)) {
            zip.putNextEntry(new ZipEntry("zeros"));
            for (int i = 0; i <= 256; i++) {
                zip.write(zeros);
            }
        }

        isRefused(octets.toByteArray(), "unpacks to too much, at zeros");
    }

    @Test
    void aJarOfTooManyEntries() throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(octets)) {
            for (int i = 0; i <= 10_000; i++) {
                zip.putNextEntry(new ZipEntry("e" + i));
            }
        }

        isRefused(octets.toByteArray(), "more than 10000 entries");
    }

    @Test
    void moreOctetsThanABundleMayHave() {
        assertThatThrownBy(() -> box.bundles().install(ByteBuffer.allocate((32 << 20) + 1)))
                .hasMessageContaining("a bundle has at most 33554432");
        assertThat(box.store).doesNotExist();
    }

    @Test
    void aRefusedJarDoesNotSpoilTheFrameworksCache() {
        isRefused(next().with("Fragment-Host", "io.verge.api"), "fragment");

        assertThat(Files.exists(box.plan)).isTrue();
    }
}
