package io.verge.driver.gnss.nmea.internal;

import static io.verge.driver.gnss.nmea.internal.Heard.sentence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.verge.api.observation.PositionFix;
import io.verge.api.status.State;
import io.verge.api.status.Trouble;
import io.verge.device.testkit.Collected;
import io.verge.device.testkit.ScriptedConnection;
import io.verge.device.testkit.ScriptedTransports;
import io.verge.testkit.ManualClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GnssReceiverTest {
    private static final String FIX = sentence("GNGGA,080000.00,3030.0000,N,11418.0000,E,1,14,0.80,34.5,M,-13.5,M,,");
    private static final String NO_FIX = sentence("GNGGA,080000.00,,,,,0,00,99.99,,,,,,");

    private final ScriptedTransports transports = new ScriptedTransports();
    private final Collected seen = new Collected();
    private final ManualClock clock = ManualClock.leaping();
    private @Nullable GnssReceiver receiver;

    private GnssReceiver start(Class<?> configured) {
        GnssConfig config = Objects.requireNonNull(configured.getAnnotation(GnssConfig.class));
        GnssReceiver started = new GnssReceiver(config, transports, seen, clock);
        receiver = started;
        return started;
    }

    @AfterEach
    void stop() {
        if (receiver != null) {
            receiver.close();
        }
    }

    @Test
    void publishesFixesOfASerialPort() throws InterruptedException {
        GnssReceiver started = start(Serial.class);
        ScriptedConnection port = transports.awaitConnection();
        assertThat(port.address()).isEqualTo("serial /dev/ttyS1 9600");
        port.give(FIX).give(FIX).awaitRead();
        assertThat(seen.await(2, PositionFix.class))
                .extracting(PositionFix::device)
                .containsOnly("gnss");
        assertThat(started.status().status().state()).isEqualTo(State.OK);
        assertThat(started.status().counters()).containsEntry("frames", 2L);
        assertThat(started.status().facts()).containsEntry("fix", "standalone");
    }

    @Test
    void connectsAgainAfterALoss() throws InterruptedException {
        start(Server.class);
        ScriptedConnection first = transports.awaitConnection();
        assertThat(first.address()).isEqualTo("tcp 10.0.0.7:4001");
        first.lose("cut");
        transports.awaitConnection().give(FIX);
        assertThat(seen.await(1)).hasSize(1);
    }

    @Test
    void saysWhatToCheckWhenThereIsNoFix() throws InterruptedException {
        GnssReceiver started = start(Serial.class);
        ScriptedConnection port = transports.awaitConnection();
        port.give(NO_FIX).awaitRead();
        clock.advance(Duration.ofMillis(3001));
        port.give(NO_FIX).awaitRead();
        Trouble trouble = Objects.requireNonNull(started.status().status().trouble());
        assertThat(trouble.code()).isEqualTo("garbage");
        assertThat(trouble.remedy()).contains("antenna").contains("/dev/ttyS1");
        assertThat(started.status().facts()).containsEntry("fix", "none");
    }

    @Test
    void opensADeadStreamAgain() throws InterruptedException {
        start(Server.class);
        ScriptedConnection first = transports.awaitConnection();
        first.give(FIX).awaitRead();
        clock.advance(Duration.ofSeconds(61));
        first.awaitClosed();
        transports.awaitConnection().give(FIX);
        assertThat(seen.await(2)).hasSize(2);
    }

    @Test
    void playsARecordingToItsEnd() throws Exception {
        byte[] octets = Files.readAllBytes(Path.of("src/test/resources/session.nmea"));
        transports.onOpen(connection -> connection.give(octets).end());
        GnssReceiver started = start(Recorded.class);
        ScriptedConnection file = transports.awaitConnection();
        file.awaitClosed();
        assertThat(file.address()).isEqualTo("file session.nmea");
        assertThat(started.status().counters())
                .containsEntry("frames", 5L)
                .containsEntry("noFix", 2L)
                .containsEntry("unknownSentences", 7L);
    }

    @Test
    void refusesAConfigurationWithoutASource() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> start(Nowhere.class))
                .withMessageContaining("port")
                .withMessageContaining("file");
    }

    @GnssConfig(id = "gnss", port = "/dev/ttyS1")
    private static final class Serial {}

    @GnssConfig(id = "gnss", port = "tcp://10.0.0.7:4001")
    private static final class Server {}

    @GnssConfig(id = "gnss", file = "session.nmea")
    private static final class Recorded {}

    @GnssConfig(id = "gnss")
    private static final class Nowhere {}
}
