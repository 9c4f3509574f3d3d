package io.verge.driver.camera.flir.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.verge.itests.devices.Seeds;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A message of a camera. Whatever it holds: nothing is thrown, it is a frame or counted with its reason, what is published is
 * plausible and no more than the message has room for. A good message behind it is read as if it came alone.
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

    @MethodSource
    @FuzzTest(maxDuration = "60s")
    void message(byte[] input) {
        for (FlirDecoder.Angles angles : FlirDecoder.Angles.values()) {
            Camera camera = new Camera(angles, angles == FlirDecoder.Angles.COMPASS ? Camera.SITE : null).take(input);
            assertThat(camera.frames.size() + camera.refused()).isEqualTo(1);
            assertThat(camera.count("detections") + camera.count("implausible") + camera.count("tooManyTracks"))
                    .isLessThanOrEqualTo(input.length / LEAST_TRACK + 1);
            Camera alone = new Camera(angles, angles == FlirDecoder.Angles.COMPASS ? Camera.SITE : null).take(GOOD);
            assertThat(camera.take(GOOD).last()).isEqualTo(alone.last());
        }
    }
}
