package io.verge.api.disk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LocalDiskTest {
    private final Disk disk = new LocalDisk();

    private final Path folder;
    private final Path file;

    LocalDiskTest(@TempDir Path folder) {
        this.folder = folder;
        file = folder.resolve("one");
    }

    @Test
    void readsWhatReplaced() throws IOException {
        disk.replace(file, "old".getBytes(UTF_8));
        disk.replace(file, "newer".getBytes(UTF_8));

        assertThat(disk.read(file, 5)).asString(UTF_8).isEqualTo("newer");
        assertThat(disk.list(folder)).containsExactly(file);
    }

    @Test
    void aSecretIsTheOwnersAloneWhateverWasThereBefore() throws IOException {
        disk.replace(file, "old".getBytes(UTF_8));
        disk.replace(folder.resolve("one.new"), "left by a power cut".getBytes(UTF_8));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        disk.replaceSecret(file, "newer".getBytes(UTF_8));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(disk.read(file, 5)).asString(UTF_8).isEqualTo("newer");
        assertThat(disk.list(folder)).containsExactly(file);
    }

    @Test
    void doesNotReadMoreThanItMay() throws IOException {
        disk.replace(file, new byte[6]);

        assertThatIOException().isThrownBy(() -> disk.read(file, 5)).withMessageContaining("longer than 5");
    }

    @Test
    void saysThatThereIsNoSuchFile() {
        assertThatIOException().isThrownBy(() -> disk.read(file, 5)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void goesOnAtTheEnd() throws IOException {
        disk.replace(file, "on".getBytes(UTF_8));
        try (Appender end = disk.append(file)) {
            end.write(ByteBuffer.wrap("e ".getBytes(UTF_8)));
            end.write(ByteBuffer.wrap("two".getBytes(UTF_8)));
            end.sync();
        }

        try (InputStream in = disk.open(file)) {
            assertThat(in.readAllBytes()).asString(UTF_8).isEqualTo("one two");
        }
    }

    @Test
    void movesInThePlaceOfWhatIsThere() throws IOException {
        Path below = folder.resolve("a/b");
        disk.folders(below);
        disk.replace(file, "x".getBytes(UTF_8));
        disk.replace(below.resolve("two"), "y".getBytes(UTF_8));

        disk.move(file, below.resolve("two"));

        assertThat(disk.read(below.resolve("two"), 9)).asString(UTF_8).isEqualTo("x");
        assertThat(disk.list(folder)).containsExactly(folder.resolve("a"));
    }

    @Test
    void deletesWhatMayBeAbsent() throws IOException {
        disk.replace(file, new byte[0]);

        disk.delete(file);
        disk.delete(file);

        assertThat(disk.list(folder)).isEmpty();
    }

    @Test
    void listsNothingOfAFolderThatIsAbsent() throws IOException {
        assertThat(disk.list(folder.resolve("none"))).isEmpty();
    }

    @Test
    void makesAFolderThatIsALinkToOne() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Files.createDirectory(folder.resolve("real")));

        disk.folders(link);

        assertThat(disk.free(link)).isPositive();
    }
}
