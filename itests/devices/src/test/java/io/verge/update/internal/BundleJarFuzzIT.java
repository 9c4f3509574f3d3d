package io.verge.update.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.verge.api.bundle.BundleRefusedException;
import io.verge.itests.devices.Seeds;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A jar that someone wants to have installed. Whatever it holds: it is read, or refused with a reason of bounded length. */
class BundleJarFuzzIT {
    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private static final String GOOD =
            """
            Manifest-Version: 1.0
            Bundle-ManifestVersion: 2
            Bundle-SymbolicName: a.b;singleton:=true
            Bundle-Version: 1.2.3.q

            """;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final int LONGEST_REASON = 1_000;
    private static final Path FILE = file();

    private static Path file() {
        try {
            Path file = Files.createTempFile("verge-bundle", ".jar");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Arguments> jar() throws IOException {
        return new Seeds()
                        .add(zip(ZipEntry.DEFLATED, "", MANIFEST, GOOD, "a/B.class", "x".repeat(100)))
                        .add(zip(ZipEntry.STORED, "c", MANIFEST, GOOD, "a/", ""))
                        .add(zip(ZipEntry.STORED, "", MANIFEST, GOOD.replace("a.b;", "a..b;")))
                        .add(zip(ZipEntry.STORED, "", MANIFEST, GOOD.replace("1.2.3.q", "1.x")))
                        .add(zip(ZipEntry.STORED, "", MANIFEST, GOOD.replace("\n\n", "\nExport-Package: a\n\n")))
                        .add(zip(ZipEntry.STORED, "", MANIFEST, GOOD, "META-INF/A.SF", "Signature-Version: 1.0\n\n"))
                        .add(zip(ZipEntry.STORED, "", "a", "b"))
                        .stream();
    }

    /** Names and contents in turn. */
    private static byte[] zip(int method, String comment, String... entries) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(octets)) {
            out.setComment(comment);
            for (int i = 0; i < entries.length; i += 2) {
                byte[] content = entries[i + 1].getBytes(StandardCharsets.UTF_8);
                ZipEntry entry = new ZipEntry(entries[i]);
                entry.setMethod(method);
                entry.setTime(0);
                entry.setComment("é" + comment);
                if (method == ZipEntry.STORED) {
                    CRC32 crc = new CRC32();
                    crc.update(content);
                    entry.setSize(content.length);
                    entry.setCrc(crc.getValue());
                }
                out.putNextEntry(entry);
                out.write(content);
                out.closeEntry();
            }
        }
        return octets.toByteArray();
    }

    @MethodSource
    @FuzzTest(maxDuration = "30s")
    void jar(byte[] input) throws IOException {
        Files.write(FILE, input);
        try {
            BundleJar jar = BundleJar.read(FILE);
            assertThat(jar.name()).matches("[A-Za-z0-9_.-]{1,200}");
            assertThat(jar.version()).isNotNull();
        } catch (BundleRefusedException e) {
            assertThat(e.getMessage()).isNotBlank().hasSizeLessThan(LONGEST_REASON);
            assertThat(CONTROL.matcher(String.valueOf(e.getMessage())).find()).isFalse();
        }
    }
}
