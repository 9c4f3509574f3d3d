package io.verge.driver.radar.ti.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.verge.api.observation.DetectionFrame;
import io.verge.api.status.State;
import io.verge.api.status.Trouble;
import io.verge.device.testkit.Collected;
import io.verge.device.testkit.ScriptedConnection;
import io.verge.device.testkit.ScriptedTransports;
import io.verge.testkit.DataFolder;
import io.verge.testkit.ManualClock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TiRadarTest {
    private static final String CFG = "src/test/resources/short.cfg";

    private final ScriptedTransports transports = new ScriptedTransports();
    private final Collected seen = new Collected();
    private final ManualClock clock = ManualClock.leaping();
    private @Nullable TiRadar radar;

    private TiRadar start(Class<?> configured) {
        TiRadarConfig config = Objects.requireNonNull(configured.getAnnotation(TiRadarConfig.class));
        TiRadar started = new TiRadar(config, transports, seen, clock);
        radar = started;
        return started;
    }

    @AfterEach
    void stop() {
        if (radar != null) {
            radar.close();
        }
    }

    private static byte[] packet(int number) {
        return new TlvEncoder(HeaderForm.DEMO_40, number).points(1, 20, 0, -5).encode();
    }

    @Test
    void readsASerialPort() throws InterruptedException {
        TiRadar started = start(Serial.class);
        ScriptedConnection data = transports.awaitConnection();
        assertThat(data.address()).isEqualTo("serial /dev/ttyUSB1 921600");
        data.give(packet(1)).give(packet(2));
        assertThat(seen.await(2, DetectionFrame.class))
                .extracting(DetectionFrame::device)
                .containsOnly("radar-ne");
        data.awaitRead();
        assertThat(started.status().status().state()).isEqualTo(State.OK);
        assertThat(started.status().counters()).containsEntry("frames", 2L).containsEntry("detections", 2L);
        assertThat(started.status().facts()).containsEntry("platform", "0x000A6843");
    }

    @Test
    void isStaleAfterThreePeriodsWithoutAFrame() throws InterruptedException {
        TiRadar started = start(Serial.class);
        ScriptedConnection data = transports.awaitConnection();
        data.give(packet(1)).awaitRead();
        seen.await(1);
        clock.advance(Duration.ofMillis(151));
        assertThat(started.status().status().state()).isEqualTo(State.DEGRADED);
    }

    @Test
    void configuresTheRadarBeforeItReads() throws InterruptedException {
        transports.onOpen(connection -> {
            if (connection.address().equals("tcp radar:7001")) {
                connection.onWrite(
                        line -> connection.give(new String(line, StandardCharsets.US_ASCII) + "Done\n\nmmwDemo:/>"));
            }
        });
        TiRadar started = start(Configured.class);
        ScriptedConnection data = transports.awaitConnection();
        ScriptedConnection cli = transports.awaitConnection();
        assertThat(data.address()).isEqualTo("tcp radar:7002");
        assertThat(cli.awaitWrittenText()).isEqualTo("sensorStop\n");
        assertThat(cli.awaitWrittenText()).startsWith("frameCfg");
        assertThat(cli.awaitWrittenText()).isEqualTo("sensorStart\n");
        cli.awaitClosed();
        data.give(packet(1));
        seen.await(1);
        data.awaitRead();
        clock.advance(Duration.ofMillis(61));
        assertThat(started.status().status().state()).isEqualTo(State.DEGRADED);
    }

    @Test
    void tellsWhichLineTheRadarRefused() throws InterruptedException {
        transports.onOpen(connection -> connection.onWrite(line -> connection.give("Error -1\nmmwDemo:/>")));
        TiRadar started = start(Configured.class);
        ScriptedConnection data = transports.awaitConnection();
        data.awaitClosed();
        transports.awaitOpened(3);
        Trouble trouble = Objects.requireNonNull(started.status().status().trouble());
        assertThat(trouble.cause()).contains("line 2 'sensorStop'").contains("Error -1");
    }

    @Test
    void configuresARadarAgainThatFellSilent() throws InterruptedException {
        start(Serial.class);
        ScriptedConnection data = transports.awaitConnection();
        data.give(packet(1)).awaitRead();
        clock.advance(Duration.ofSeconds(6));
        data.awaitClosed();
        transports.awaitConnection().give(packet(1));
        seen.await(2);
    }

    @Test
    void playsARecordingToItsEnd() throws Exception {
        byte[] octets = Files.readAllBytes(DataFolder.file("radar/ti_awr1843_oob_part1.bin"));
        transports.onOpen(connection -> connection.give(octets).end());
        TiRadar started = start(Recorded.class);
        seen.await(196);
        transports.awaitConnection().awaitClosed();
        assertThat(started.status().counters())
                .containsEntry("frames", 196L)
                .containsEntry("detections", 15_723L)
                .containsEntry("damaged", 4L)
                .containsEntry("restarts", 1L);
    }

    @Test
    void refusesAConfigurationWithoutASource() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> start(Nowhere.class))
                .withMessageContaining("port")
                .withMessageContaining("file");
    }

    @Test
    void refusesAConfigurationLinkWithoutAProfile() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> start(Unprofiled.class))
                .withMessageContaining("profile");
    }

    @Test
    void refusesAnAddressWithoutAPort() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> start(Portless.class))
                .withMessage("port: 'tcp://radar' is neither a serial port nor tcp://host:port");
    }

    @TiRadarConfig(
            id = "radar-ne",
            port = "/dev/ttyUSB1",
            mount_east = 28,
            mount_north = 28,
            mount_up = 6,
            mount_azimuth = 225)
    private static final class Serial {}

    @TiRadarConfig(
            id = "radar-ne",
            port = "tcp://radar:7002",
            cli = "tcp://radar:7001",
            profile = CFG,
            mount_east = 28,
            mount_north = 28,
            mount_up = 6,
            mount_azimuth = 225)
    private static final class Configured {}

    @TiRadarConfig(
            id = "radar-ne",
            file = "x.bin",
            mount_east = 28,
            mount_north = 28,
            mount_up = 6,
            mount_azimuth = 225)
    private static final class Recorded {}

    @TiRadarConfig(id = "radar-ne", mount_east = 28, mount_north = 28, mount_up = 6, mount_azimuth = 225)
    private static final class Nowhere {}

    @TiRadarConfig(
            id = "radar-ne",
            port = "/dev/ttyUSB1",
            cli = "/dev/ttyUSB0",
            mount_east = 28,
            mount_north = 28,
            mount_up = 6,
            mount_azimuth = 225)
    private static final class Unprofiled {}

    @TiRadarConfig(
            id = "radar-ne",
            port = "tcp://radar",
            mount_east = 28,
            mount_north = 28,
            mount_up = 6,
            mount_azimuth = 225)
    private static final class Portless {}
}
