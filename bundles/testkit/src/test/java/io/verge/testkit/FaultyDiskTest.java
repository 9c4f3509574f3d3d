package io.verge.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.api.disk.Appender;
import io.verge.testkit.FaultyDisk.Stopped;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class FaultyDiskTest {
    private static final Path FOLDER = Path.of("/box");
    private static final Path FILE = FOLDER.resolve("one");

    private final FaultyDisk disk = new FaultyDisk(new Random(1));

    @BeforeEach
    void folder() throws IOException {
        disk.folders(FOLDER);
        disk.restart();
    }

    @Test
    void replacingIsFourOperations() throws IOException {
        disk.replace(FILE, "x".getBytes(UTF_8));

        assertThat(disk.operations()).isEqualTo(4);
    }

    @Test
    void whatWasReplacedOutlivesAPowerCut() throws IOException {
        disk.replace(FILE, "x".getBytes(UTF_8));
        disk.powerCut();

        assertThat(disk.read(FILE, 9)).asString(UTF_8).isEqualTo("x");
    }

    @Test
    void aBrokenDiskStaysBrokenUntilThePowerComesBack() throws IOException {
        disk.failFrom(2);
        assertThatIOException().isThrownBy(() -> disk.replace(FILE, "x".getBytes(UTF_8)));
        assertThatIOException().isThrownBy(() -> disk.list(FOLDER));
        disk.powerCut();

        disk.replace(FILE, "y".getBytes(UTF_8));
        assertThat(disk.read(FILE, 9)).asString(UTF_8).isEqualTo("y");
    }

    @Test
    void whatIsUnreadableCanBeReplaced() throws IOException {
        disk.unreadable(true);
        disk.replace(FILE, "x".getBytes(UTF_8));
        assertThatIOException().isThrownBy(() -> disk.read(FILE, 9));
        disk.unreadable(false);

        assertThat(disk.read(FILE, 9)).asString(UTF_8).isEqualTo("x");
    }

    @Test
    void replacingThatIsCutShortLeavesOldOrNew() throws IOException {
        Set<String> left = new HashSet<>();
        for (int seed = 0; seed < 200; seed++) {
            FaultyDisk cut = new FaultyDisk(new Random(seed));
            cut.plant(FILE, "old".getBytes(UTF_8));
            cut.stopAt(1 + seed % 4);
            assertThatThrownBy(() -> cut.replace(FILE, "new".getBytes(UTF_8))).isInstanceOf(Stopped.class);
            cut.powerCut();
            left.add(new String(cut.read(FILE, 9), UTF_8));
        }

        assertThat(left).containsExactlyInAnyOrder("old", "new");
    }

    @Test
    void whatWasNotSyncedMayBeLostInPart() throws IOException {
        Set<Integer> lengths = new HashSet<>();
        for (int seed = 0; seed < 200; seed++) {
            FaultyDisk cut = new FaultyDisk(new Random(seed));
            cut.plant(FILE, "kept".getBytes(UTF_8));
            try (Appender end = cut.append(FILE)) {
                end.write(ByteBuffer.wrap("lost".getBytes(UTF_8)));
            }
            cut.powerCut();
            byte[] left = cut.read(FILE, 9);
            assertThat(new String(left, UTF_8)).startsWith("kept");
            lengths.add(left.length);
        }

        assertThat(lengths).containsExactlyInAnyOrder(4, 5, 6, 7, 8);
    }

    @Test
    void aDeathOfTheProcessAloneLosesNothing() throws IOException {
        try (Appender end = disk.append(FILE)) {
            end.write(ByteBuffer.wrap("there".getBytes(UTF_8)));
        }
        disk.restart();

        assertThat(disk.read(FILE, 9)).asString(UTF_8).isEqualTo("there");
    }

    @Test
    void oneOperationFailsAndTheNextWork() throws IOException {
        disk.failAt(1);

        assertThatIOException().isThrownBy(() -> disk.replace(FILE, "x".getBytes(UTF_8)));
        disk.replace(FILE, "y".getBytes(UTF_8));

        assertThat(disk.read(FILE, 9)).asString(UTF_8).isEqualTo("y");
    }

    @Test
    void afterItsEndTheProcessDoesNothingMore() {
        disk.stopAt(1);

        assertThatThrownBy(() -> disk.list(FOLDER)).isInstanceOf(Stopped.class);
        assertThatThrownBy(() -> disk.replace(FILE, new byte[0])).isInstanceOf(Stopped.class);
        assertThat(disk.has(FILE)).isFalse();
    }

    @Test
    void aMovedFolderTakesItsFilesWithIt() throws IOException {
        Path other = Path.of("/other");
        disk.replace(FILE, "x".getBytes(UTF_8));
        disk.move(FOLDER, other);
        disk.powerCut();

        assertThat(disk.read(other.resolve("one"), 9)).asString(UTF_8).isEqualTo("x");
        assertThat(disk.has(FILE)).isFalse();
    }

    @Test
    void nothingIsWrittenToAFullDisk() {
        disk.free(0);

        assertThatIOException()
                .isThrownBy(() -> disk.replace(FILE, new byte[1]))
                .withMessageContaining("no space left");
    }
}
