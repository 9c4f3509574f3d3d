package io.verge.driver.camera.flir.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.verge.api.observation.DetectionFrame;
import io.verge.itests.devices.Seeds;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Messages of a camera. Whatever they hold: nothing is thrown, each is a frame or counted with its reason, what is published
 * is plausible and no more than the message has room for. A good message behind them is read as if it came alone.
 */
class FlirDecoderFuzzIT {
    private static final byte[] GOOD = Camera.octets(Camera.message(Camera.track(1), Camera.track(2)));
    private static final int LEAST_TRACK = 2;

    static Stream<Arguments> message() {
        return new Seeds()
                        .add(GOOD)
                        .add(List.of(
                                Camera.message(),
                                Camera.message("{}", "[]", "1", "null", Camera.track(3)),
                                Camera.message("{\"x\":1,\"y\":-2e1,\"speed\":0.0,\"angle\":-90.5,\"class\":\"Bike\"}"),
                                "{\"messageType\":\"Data\",\"type\":\"PedestrianPresenceTracking\",\"dataNumber\":9e18,"
                                        + "\"time\":\"+999999999-12-31T23:59:59.999999999-18:00\",\"track\":[]}",
                                "{\"messageType\":\"Subscription\",\"subscription\":{\"returnValue\":\"OK\",\"type\":\"Data\"}}",
                                "{\"messageType\":\"Event\",\"other\":[[{\"a\":[true,null]}]]}"))
                        .stream();
    }

    /** For many messages, as in the agent. Not made before the first: see junit-platform.properties. */
    private @Nullable Camera byAxes;

    private @Nullable Camera byPlace;

    @MethodSource
    @FuzzTest(maxDuration = "30s")
    void message(byte[] input) {
        if (byAxes == null) {
            byAxes = new Camera(FlirDecoder.Angles.UNIT_CIRCLE, null);
        }
        if (byPlace == null) {
            byPlace = new Camera(FlirDecoder.Angles.COMPASS, Camera.SITE);
        }
        assertAnswered(byAxes, input);
        assertAnswered(byPlace, input);
    }

    private static void assertAnswered(Camera camera, byte[] input) {
        List<DetectionFrame> alone = camera.frames(GOOD);
        long refused = camera.refused();
        long tracks = camera.tracks();
        int frames = camera.frames(input).size();
        assertThat(frames + camera.refused() - refused).isEqualTo(1);
        assertThat(camera.tracks() - tracks).isLessThanOrEqualTo(input.length / LEAST_TRACK + 1);
        assertThat(camera.frames(GOOD)).hasSize(1).isEqualTo(alone);
    }
}
