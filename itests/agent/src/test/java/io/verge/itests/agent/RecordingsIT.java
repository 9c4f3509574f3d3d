package io.verge.itests.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.testkit.DataFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings of real sensors and of a simulated crossing, through the packaged commands. */
class RecordingsIT {
    @TempDir
    Path folder = Path.of("");

    @Test
    void theRadarDriverFindsAllThatIsInTheFirstRecording() throws Exception {
        assertThat(countersOf("radar/ti_xwr68xx_processed_stream_2019_12_04.dat"))
                .contains("\"frames\":101", "\"detections\":825", "\"damaged\":0", "\"restarts\":0");
    }

    @Test
    void theRadarDriverSurvivesDamagedPacketsAndARestart() throws Exception {
        assertThat(countersOf("radar/ti_awr1843_oob_part1.bin"))
                .contains("\"frames\":196", "\"detections\":15723", "\"damaged\":4", "\"restarts\":1");
    }

    private static String countersOf(String recording) throws Exception {
        Verge.Result probe = Verge.run(
                Map.of(),
                "probe",
                "radar-ti-mmwave",
                "--file",
                DataFolder.file(recording).toString());
        probe.assertEnded(0);
        List<String> lines = probe.lines();
        return lines.get(lines.size() - 1);
    }

    @Test
    void twoReplaysGiveTheSameOctets() throws Exception {
        Path recording = DataFolder.file("trajectories/x4-a.jsonl.gz");
        Path scenes = replay(recording, "a");
        Path again = replay(recording, "b");
        assertThat(Files.mismatch(scenes, again)).isEqualTo(-1);
        assertThat(Files.mismatch(folder.resolve("a.pcap"), folder.resolve("b.pcap")))
                .isEqualTo(-1);
        assertThat(Files.size(scenes)).isGreaterThan(1_000_000);
    }

    private Path replay(Path recording, String name) throws Exception {
        Path scenes = folder.resolve(name + ".jsonl");
        Verge.Result replay = Verge.run(
                Map.of(),
                "replay",
                recording.toString(),
                "--scenes",
                scenes.toString(),
                "--messages",
                folder.resolve(name + ".pcap").toString());
        replay.assertEnded(0);
        return scenes;
    }
}
