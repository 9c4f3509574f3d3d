package io.verge.replay.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.geo.Wgs84;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** tshark must dissect what a replay writes, and find every checksum right. */
@Tag("interop")
class PcapInteropTest {
    @TempDir
    private Path folder = Path.of("");

    private Path capture = Path.of("");

    @BeforeEach
    void writeACapture() throws Exception {
        capture = folder.resolve("a.pcap");
        try (Rig rig = new Rig()) {
            rig.play(() -> {
                try (PcapRadio radio =
                        new PcapRadio(PcapFile.create(capture), rig.time, () -> new Wgs84(30.5, 114.3, 20))) {
                    radio.send(Scenery.message("csae", 111, "001301"));
                    rig.pass(100);
                    radio.send(Scenery.message("sae", 0x82, "00130a0102030405060708090a"));
                    rig.pass(100);
                    radio.send(Scenery.message("etsi", 2003, "020500000001ff"));
                    radio.send(Scenery.message("etsi", 2004, "020400000001ff"));
                }
            });
        }
    }

    @Test
    void findsDatagramsWithRightChecksums() throws Exception {
        assertThat(tshark(
                        "-Y",
                        "udp",
                        "-o",
                        "ip.check_checksum:TRUE",
                        "-o",
                        "udp.check_checksum:TRUE",
                        "-e",
                        "udp.dstport",
                        "-e",
                        "ip.checksum.status",
                        "-e",
                        "udp.checksum.status",
                        "-e",
                        "udp.length",
                        "-e",
                        "data.data"))
                .containsExactly("1518|1|1|11|001301", "1517|1|1|21|00130a0102030405060708090a");
    }

    @Test
    void findsTheTimesOfTheReplay() throws Exception {
        assertThat(tshark("-e", "frame.time_epoch"))
                .containsExactly(
                        "1790000000.009000000", "1790000000.109000000", "1790000000.209000000", "1790000000.209000000");
    }

    @Test
    void findsGeoNetworkingFromWhereTheBoxStands() throws Exception {
        assertThat(tshark(
                        "-Y",
                        "gnw",
                        "-e",
                        "geonw.bh.version",
                        "-e",
                        "geonw.src_pos.lat",
                        "-e",
                        "geonw.src_pos.long",
                        "-e",
                        "geonw.src_pos.pai",
                        "-e",
                        "geonw.src_pos.tst"))
                .allMatch(line -> line.equals("1|305000000|1143000000|1|4120234073"))
                .hasSize(2);
    }

    @Test
    void findsBtpWithTheFacilityThatItIsFor() throws Exception {
        assertThat(tshark("-Y", "gnw", "-e", "frame.protocols", "-e", "btpb.dstport"))
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith("eth:ethertype:gnw:btpb:its")
                                .endsWith("|2003"),
                        line -> assertThat(line)
                                .startsWith("eth:ethertype:gnw:btpb:its")
                                .endsWith("|2004"));
    }

    private List<String> tshark(String... options) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("tshark", "-r", capture.toString(), "-T", "fields", "-E", "separator=|"));
        command.addAll(List.of(options));
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new AssertionError("the interop profile needs tshark: install it", e);
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return output.lines().toList();
    }
}
