package io.verge.driver.camera.must.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.observation.DetectionFrame;
import io.verge.api.status.State;
import io.verge.device.testkit.Collected;
import io.verge.device.testkit.ScriptedConnection;
import io.verge.device.testkit.ScriptedTransports;
import io.verge.testkit.ManualClock;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MustCameraTest {
    private static final String SEDAN = "sedan,10,20,330,5,medium,95.5,324,1714374738.25";

    @Test
    void publishesAFrameForEachDatagram() throws InterruptedException {
        ScriptedTransports transports = new ScriptedTransports();
        Collected seen = new Collected();
        MustCameraConfig config = Objects.requireNonNull(Usual.class.getAnnotation(MustCameraConfig.class));
        MustCamera camera = new MustCamera(config, transports, seen, ManualClock.leaping());
        try {
            ScriptedConnection connection = transports.awaitConnection();
            assertThat(connection.address()).isEqualTo("udp-listen 4545");
            connection.give(SEDAN).give("nonsense").give(SEDAN + "\n" + SEDAN);
            assertThat(seen.await(2, DetectionFrame.class))
                    .extracting(frame -> frame.detections().size())
                    .containsExactly(1, 2);
            connection.awaitRead();
            assertThat(camera.status().status().state()).isEqualTo(State.OK);
            assertThat(camera.status().counters())
                    .containsEntry("frames", 2L)
                    .containsEntry("detections", 3L)
                    .containsEntry("badLines", 1L);
        } finally {
            camera.close();
        }
        assertThat(camera.status().status().state()).isEqualTo(State.STOPPED);
    }

    @MustCameraConfig(id = "cam", mount_east = 1, mount_north = 2, mount_up = 6, mount_azimuth = 90)
    private static final class Usual {}
}
