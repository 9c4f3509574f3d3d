package io.verge.transfer.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.transfer.SourceException;
import io.verge.transfer.SourceException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSourceTest {
    private final Path outside;
    private final Path stick;
    private FolderSource source;

    FolderSourceTest(@TempDir Path outside) throws IOException {
        this.outside = outside;
        stick = Files.createDirectories(outside.resolve("stick"));
        Files.createDirectories(stick.resolve("bundles"));
        Files.writeString(stick.resolve("bundles/x.zst"), "0123456789");
        source = new FolderSource(stick);
    }

    private void assertNot(String path, Kind kind) {
        assertThatThrownBy(() -> source.range(path, 0, 1))
                .isInstanceOfSatisfying(
                        SourceException.class, e -> assertThat(e.kind()).isEqualTo(kind));
    }

    @Test
    void givesARange() throws IOException {
        try (InputStream in = source.range("bundles/x.zst", 2, 5)) {
            assertThat(in.readAllBytes()).asString().isEqualTo("234");
        }
    }

    @Test
    void whatIsNotThereIsAbsent() {
        assertNot("bundles/y.zst", Kind.ABSENT);
    }

    @Test
    void aStickThatIsNotPluggedInIsAbsent() {
        source = new FolderSource(outside.resolve("nothing"));

        assertNot("bundles/x.zst", Kind.ABSENT);
    }

    @Test
    void pathsThatLeadOutAreAbsent() throws IOException {
        Files.writeString(outside.resolve("secret"), "s");

        assertNot("../secret", Kind.ABSENT);
    }

    @Test
    void linksThatLeadOutAreRefused() throws IOException {
        Files.writeString(outside.resolve("secret"), "s");
        Files.createSymbolicLink(stick.resolve("link"), outside.resolve("secret"));

        assertNot("link", Kind.REFUSED);
    }

    @Test
    void devicesAndFoldersAreRefused() throws IOException {
        Files.createSymbolicLink(stick.resolve("zero"), Path.of("/dev/zero"));

        assertNot("zero", Kind.REFUSED);
        assertNot("bundles", Kind.REFUSED);
    }

    @Test
    void aFileThatIsShorterThanTheRangeIsAFailure() throws IOException {
        assertNot("bundles/x.zst", 20, Kind.BROKEN);
        try (InputStream in = source.range("bundles/x.zst", 5, 20)) {
            assertThatThrownBy(in::readAllBytes).isInstanceOf(IOException.class);
        }
    }

    private void assertNot(String path, long from, Kind kind) {
        assertThatThrownBy(() -> source.range(path, from, from + 1))
                .isInstanceOfSatisfying(
                        SourceException.class, e -> assertThat(e.kind()).isEqualTo(kind));
    }
}
