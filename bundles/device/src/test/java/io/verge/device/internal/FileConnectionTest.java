package io.verge.device.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.device.Connection;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileConnectionTest {
    private final DeviceTransports transports = new DeviceTransports();
    private final Path folder;

    FileConnectionTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void readsARecordingToItsEnd() throws IOException {
        Path file = Files.writeString(folder.resolve("a.bin"), "hello");
        try (Connection connection = transports.file(file)) {
            assertThat(Loopback.readAll(connection, 6)).isEqualTo("hello");
            assertThat(connection.read(ByteBuffer.allocate(1), Loopback.LONG)).isEqualTo(Connection.END);
        }
    }

    @Test
    void unpacksWhatIsPacked() throws IOException {
        try (Connection connection = transports.file(packed("hello"))) {
            assertThat(Loopback.readAll(connection, 5)).isEqualTo("hello");
        }
    }

    @Test
    void unpacksNoMoreThanTheBufferTakes() throws IOException {
        try (Connection connection = transports.file(packed("x".repeat(1_000_000)))) {
            assertThat(Loopback.read(connection, 10)).isEqualTo("x".repeat(10));
        }
    }

    @Test
    void isFinite() throws IOException {
        try (Connection connection = transports.file(packed(""))) {
            assertThat(connection.finite()).isTrue();
        }
    }

    @Test
    void saysWhichFileIsNotThere() {
        assertThatThrownBy(() -> transports.file(folder.resolve("absent")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("absent");
    }

    @Test
    void saysWhichFileIsNotPacked() throws IOException {
        Path file = Files.writeString(folder.resolve("plain.gz"), "hello, not packed at all");
        assertThatThrownBy(() -> transports.file(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("plain.gz");
    }

    private Path packed(String text) throws IOException {
        Path file = folder.resolve("a.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }
}
