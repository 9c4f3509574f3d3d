package io.verge.itests.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.testkit.DataFolder;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recorded radar behind a real serial device, which socat makes. */
@Tag("interop")
class SerialRadarIT {
    @TempDir
    Path folder = Path.of("");

    @Test
    void allThatIsInTheRecordingComesThroughASerialPort() throws Exception {
        Path recording = DataFolder.file("radar/ti_awr1843_oob_part1.bin");
        Path port = folder.resolve("radar");
        Process socat = new ProcessBuilder("socat", "-u", "-", "PTY,link=" + port + ",raw,echo=0,wait-slave")
                .redirectErrorStream(true)
                .start();
        try (OutputStream line = socat.getOutputStream()) {
            awaitPort(port, socat);
            // Fills the pipe, then waits for the driver to open the port; the line stays open behind the last octet.
            Thread player = new Thread(() -> play(recording, line), "radar");
            player.setDaemon(true);
            player.start();
            Verge.Result probe = Verge.run(
                    Map.of(),
                    "probe",
                    "radar-ti-mmwave",
                    "--port",
                    port.toString(),
                    "--baud",
                    "921600",
                    "--seconds",
                    "10");
            List<String> lines = probe.lines();
            assertThat(lines.get(lines.size() - 1))
                    .contains("\"frames\":196", "\"detections\":15723", "\"damaged\":4", "\"restarts\":1");
        } finally {
            socat.destroyForcibly();
        }
    }

    private static void play(Path recording, OutputStream line) {
        try {
            Files.copy(recording, line);
            line.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void awaitPort(Path port, Process socat) {
        while (!Files.exists(port)) {
            assertThat(socat.isAlive()).as("socat runs").isTrue();
            Thread.onSpinWait();
        }
    }
}
