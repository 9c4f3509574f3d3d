package io.verge.device.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.device.Connection;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real pseudo terminal by socat; its standard input and output are the device. */
@Tag("interop")
@Timeout(30)
class SerialPortIT {
    private static final int BAUD = 115_200;
    private final DeviceTransports transports = new DeviceTransports();
    private final Path folder;
    private Process socat;
    private Connection connection;

    SerialPortIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void open() throws IOException, InterruptedException {
        Path port = folder.resolve("ttyV0");
        socat = new ProcessBuilder("socat", "-d", "-d", "pty,raw,echo=0,link=" + port, "stdio").start();
        // It says so on standard error when the terminal is there.
        var log = socat.errorReader(StandardCharsets.UTF_8);
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            if (line.contains("starting data transfer loop")) {
                break;
            }
        }
        connection = transports.serial(port.toString(), BAUD);
    }

    @AfterEach
    void close() throws IOException, InterruptedException {
        connection.close();
        socat.destroyForcibly();
        socat.waitFor(5, TimeUnit.SECONDS);
    }

    @Test
    void readsWhatTheDeviceSays() throws IOException {
        say("hello");
        assertThat(Loopback.readAll(connection, 5)).isEqualTo("hello");
    }

    @Test
    void writesToTheDevice() throws IOException {
        connection.write(Loopback.octets("go"));
        assertThat(socat.getInputStream().readNBytes(2)).isEqualTo("go".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsNothingWhenTheTimeIsOver() throws IOException {
        assertThat(connection.read(ByteBuffer.allocate(8), Loopback.SHORT)).isZero();
    }

    @Test
    void failsWhenThePortVanishes() throws InterruptedException {
        socat.destroyForcibly();
        socat.waitFor();
        assertThatThrownBy(() -> Loopback.read(connection, 8))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("ttyV0 has gone");
    }

    @Test
    void cannotBeReadOnceItIsClosed() throws IOException {
        connection.close();
        assertThatThrownBy(() -> Loopback.read(connection, 8)).hasMessageContaining("closed");
    }

    @Test
    void saysWhichPortIsNotThere() {
        assertThatThrownBy(() -> transports.serial(folder.resolve("ttyV9").toString(), BAUD))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("ttyV9 is not there");
    }

    private void say(String text) throws IOException {
        socat.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socat.getOutputStream().flush();
    }
}
