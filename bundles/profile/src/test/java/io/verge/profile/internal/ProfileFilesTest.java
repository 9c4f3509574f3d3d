package io.verge.profile.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.profile.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileFilesTest {
    private final Path folder;
    private final ProfileFiles files;

    ProfileFilesTest(@TempDir Path folder) {
        this.folder = folder;
        files = new ProfileFiles(folder.resolve("profile.yaml"));
    }

    @Test
    void keepsWhatItReplaces() throws IOException {
        files.replace(Samples.bytes("a"));
        files.replace(Samples.bytes("b"));

        assertThat(folder.resolve("profile.yaml")).hasContent("b");
        assertThat(folder.resolve("profile.yaml.previous")).hasContent("a");
    }

    @Test
    void keepsThePreviousWhenNothingChanges() throws IOException {
        files.replace(Samples.bytes("a"));
        files.replace(Samples.bytes("b"));
        files.replace(Samples.bytes("b"));

        assertThat(folder.resolve("profile.yaml.previous")).hasContent("a");
    }

    @Test
    void remembersTheLastGood() throws IOException {
        assertThat(files.lastGood()).isNull();

        files.keepLastGood(Samples.bytes("a"));

        assertThat(files.lastGood()).asString().isEqualTo("a");
    }

    @Test
    void leavesNothingElseBehind() throws IOException {
        files.replace(Samples.bytes("a"));
        files.replace(Samples.bytes("b"));
        files.keepLastGood(Samples.bytes("b"));

        try (Stream<Path> found = Files.list(folder)) {
            assertThat(found.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("profile.yaml", "profile.yaml.previous", "profile.yaml.last-good");
        }
    }

    @Test
    void isNotDisturbedByAWriteThatWasCutShort() throws IOException {
        Files.writeString(folder.resolve("profile.yaml.new"), "half of a longer profile");

        files.replace(Samples.bytes("a"));

        assertThat(folder.resolve("profile.yaml")).hasContent("a");
    }

    @Test
    void tellsThatItCannotWrite() throws IOException {
        Files.createDirectories(folder.resolve("profile.yaml.new"));

        assertThatThrownBy(() -> files.replace(Samples.bytes("a"))).isInstanceOf(IOException.class);
    }
}
