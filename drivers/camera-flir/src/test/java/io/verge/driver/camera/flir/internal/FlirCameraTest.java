package io.verge.driver.camera.flir.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.verge.api.observation.DetectionFrame;
import io.verge.api.status.State;
import io.verge.device.testkit.Collected;
import io.verge.device.testkit.ScriptedConnection;
import io.verge.device.testkit.ScriptedTransports;
import io.verge.testkit.ManualClock;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FlirCameraTest {
    private static final String OK =
            "{\"messageType\":\"Subscription\",\"subscription\":{\"returnValue\":\"OK\",\"type\":\"Data\"}}";
    private static final String DATA =
            "{\"dataNumber\":\"1\",\"messageType\":\"Data\",\"track\":[]," + "\"type\":\"PedestrianPresenceTracking\"}";

    private final ScriptedTransports transports = new ScriptedTransports();
    private final Collected seen = new Collected();
    private final ManualClock clock = ManualClock.leaping();
    private @Nullable FlirCamera camera;

    private FlirCamera start(Class<?> configured) {
        FlirCameraConfig config = Objects.requireNonNull(configured.getAnnotation(FlirCameraConfig.class));
        FlirCamera started = new FlirCamera(config, transports, seen, clock, null);
        camera = started;
        return started;
    }

    @AfterEach
    void stop() {
        if (camera != null) {
            camera.close();
        }
    }

    @Test
    void subscribesThenReads() throws InterruptedException {
        transports.onOpen(
                connection -> connection.onWrite(request -> connection.give(OK).give(DATA)));
        FlirCamera started = start(Usual.class);
        ScriptedConnection connection = transports.awaitConnection();
        assertThat(connection.address()).isEqualTo("ws ws://10.0.0.9:8081/api/subscriptions");
        assertThat(connection.awaitWrittenText())
                .isEqualTo("{\"messageType\":\"Subscription\",\"subscription\":{\"type\":\"Data\",\"action\":"
                        + "\"Subscribe\",\"inclusions\":[{\"type\":\"PedestrianPresenceTracking\"}]}}");
        seen.await(1, DetectionFrame.class);
        connection.awaitRead();
        assertThat(started.status().status().state()).isEqualTo(State.OK);
        assertThat(started.status().counters()).containsEntry("frames", 1L);
    }

    @Test
    void subscribesAgainAfterALoss() throws InterruptedException {
        transports.onOpen(connection -> connection.onWrite(request -> connection.give(OK)));
        start(Usual.class);
        ScriptedConnection first = transports.awaitConnection();
        first.awaitWritten();
        first.lose("reset");
        assertThat(transports.awaitConnection().awaitWrittenText()).contains("Subscribe");
    }

    @Test
    void tellsWhenTheCameraRefuses() throws InterruptedException {
        transports.onOpen(connection -> connection.onWrite(request -> connection.give(OK.replace("OK", "Forbidden"))));
        FlirCamera started = start(Usual.class);
        transports.awaitConnection().awaitClosed();
        transports.awaitOpened(2);
        assertThat(Objects.requireNonNull(started.status().status().trouble()).cause())
                .contains("'Forbidden'");
    }

    @Test
    void takesDataForAnAnswer() throws InterruptedException {
        transports.onOpen(connection -> connection.give("nonsense").give(DATA).give(DATA));
        start(Usual.class);
        seen.await(1);
    }

    @Test
    void isNotDegradedBySilence() throws InterruptedException {
        transports.onOpen(
                connection -> connection.onWrite(request -> connection.give(OK).give(DATA)));
        FlirCamera started = start(Usual.class);
        seen.await(1);
        clock.advance(Duration.ofSeconds(100));
        assertThat(started.status().status().state()).isEqualTo(State.OK);
    }

    @Test
    void refusesAnAddressThatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> start(Wrong.class))
                .withMessage("url: 'http://10.0.0.9/' is not ws://host:port/path");
    }

    @FlirCameraConfig(
            id = "cam",
            url = "ws://10.0.0.9:8081/api/subscriptions",
            mount_east = 1,
            mount_north = 2,
            mount_up = 6,
            mount_azimuth = 90)
    private static final class Usual {}

    @FlirCameraConfig(
            id = "cam",
            url = "http://10.0.0.9/",
            mount_east = 1,
            mount_north = 2,
            mount_up = 6,
            mount_azimuth = 90)
    private static final class Wrong {}
}
