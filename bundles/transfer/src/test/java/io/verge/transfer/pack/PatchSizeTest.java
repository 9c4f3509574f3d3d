package io.verge.transfer.pack;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.disk.Sha256;
import io.verge.testkit.FaultyDisk;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a fix of one of our drivers weighs on its way: two builds of it, one after the other. */
class PatchSizeTest {
    private static final Path STORE = Path.of("/var/store");

    private final Path folder;

    PatchSizeTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @ValueSource(strings = {"gnss-nmea", "radar-ti-mmwave", "camera-flir"})
    void aFixIsATenthOfItsBundleAtMost(String driver, TestReporter reporter) throws Exception {
        byte[] before = build(driver, "1.0.0", false);
        byte[] after = build(driver, "1.0.1", true);
        Zstd zstd = Zstd.load(folder).orElseThrow();
        Packer packer = new Packer(zstd);

        byte[] patch = packer.patch(before, after);
        byte[] full = packer.full(after);

        reporter.publishEntry(
                driver,
                "stored %d, zstd %d, deflate %d, patch %d octets"
                        .formatted(after.length, full.length, Packer.deflate(after).length, patch.length));
        assertThat(patch.length).isLessThan(after.length / 10);
        assertThat(applied(zstd, before, after, patch)).isEqualTo(after);
    }

    private byte[] build(String driver, String version, boolean fixed) throws Exception {
        return new Build(Files.createDirectories(folder.resolve(version)), version).canonical(driver, fixed);
    }

    private static byte[] applied(Zstd zstd, byte[] before, byte[] after, byte[] patch) throws Exception {
        FaultyDisk disk = new FaultyDisk(new Random(1));
        disk.plant(STORE.resolve("old.jar"), before);
        new Unpacker(disk, () -> Optional.of(zstd))
                .unpack(
                        Packing.PATCH,
                        new ByteArrayInputStream(patch),
                        new Base(STORE.resolve("old.jar"), Sha256.of(before)),
                        new Artefact(after.length, Sha256.of(after)),
                        STORE.resolve("new.jar"));
        return disk.read(STORE.resolve("new.jar"), 1 << 24);
    }
}
