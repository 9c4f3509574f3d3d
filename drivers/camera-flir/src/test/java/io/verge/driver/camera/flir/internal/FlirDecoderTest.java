package io.verge.driver.camera.flir.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.verge.api.geo.Mount;
import io.verge.api.geo.Position;
import io.verge.api.geo.SiteFrame;
import io.verge.api.geo.Wgs84;
import io.verge.api.observation.DetectionFrame;
import io.verge.api.observation.ObjectDetection;
import io.verge.api.observation.Sensor;
import io.verge.api.observation.SensorError;
import io.verge.api.road.RoadUserType;
import io.verge.api.road.SensorKind;
import io.verge.api.road.Size;
import io.verge.api.road.Velocity;
import io.verge.device.Arrival;
import io.verge.device.Counters;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FlirDecoderTest {
    private static final Arrival ARRIVAL = new Arrival(Instant.parse("2026-03-01T08:00:00Z"), 11);
    private static final String SEEN = "2026-03-01T03:59:59.900-04:00";
    private static final String WALKER =
            "{\"angle\":\"255.00\",\"class\":\"Pedestrian\",\"iD\":\"2910604\",\"latitude\":\"30.50010000\","
                    + "\"longitude\":\"114.30000000\",\"speed\":\"1.50\",\"x\":\"-2.0\",\"y\":\"20.0\"}";

    private final Counters counters = new Counters();
    private final List<DetectionFrame> frames = new ArrayList<>();

    /** Looks east from 100 m east of the origin. */
    private FlirDecoder decoder(FlirDecoder.Angles angles, double rotation, @Nullable SiteFrame geo) {
        Sensor sensor = new Sensor(
                "cam",
                SensorKind.CAMERA,
                new Mount(new Position(100, 0, 6), 90, -20),
                90,
                60,
                new SensorError.LineOfSight(0.01, 0.01));
        return new FlirDecoder(
                new FlirDecoder.Settings(sensor, angles, rotation, geo, Duration.ofMillis(500), Duration.ofMillis(90)),
                counters);
    }

    private static String message(String time, String... tracks) {
        return "{\"dataNumber\":\"199262\",\"messageType\":\"Data\",\"time\":\"" + time + "\",\"track\":["
                + String.join(",", tracks) + "],\"type\":\"PedestrianPresenceTracking\"}";
    }

    private FlirDecoderTest take(String message) {
        return take(decoder(FlirDecoder.Angles.UNIT_CIRCLE, 0, null), message);
    }

    private FlirDecoderTest take(FlirDecoder decoder, String message) {
        ByteBuffer octets = ByteBuffer.wrap(message.getBytes(StandardCharsets.UTF_8));
        decoder.decode(octets, ARRIVAL, seen -> frames.add((DetectionFrame) seen));
        return this;
    }

    private DetectionFrame frame() {
        assertThat(frames).hasSize(1);
        return frames.get(0);
    }

    private ObjectDetection first() {
        return (ObjectDetection) frame().detections().get(0);
    }

    private Velocity velocity() {
        return Objects.requireNonNull(first().velocity());
    }

    private long count(String counter) {
        return counters.counter(counter).get();
    }

    @Test
    void placesATrackByItsOffsetFromTheCamera() {
        take(message(SEEN, WALKER));
        assertThat(first().position().east()).isCloseTo(120, within(1e-9));
        assertThat(first().position().north()).isCloseTo(2, within(1e-9));
        assertThat(first().position().up()).isZero();
    }

    @Test
    void readsWhoItIs() {
        take(message(SEEN, WALKER));
        assertThat(first().type()).isEqualTo(RoadUserType.PEDESTRIAN);
        assertThat(first().trackId()).isEqualTo("2910604");
        assertThat(first().size()).isEqualTo(new Size(0.5, 0.6, Double.NaN));
        assertThat(frame().number()).isEqualTo(199_262);
        assertThat(frame().device()).isEqualTo("cam");
    }

    @Test
    void readsAnAngleOnTheUnitCircle() {
        take(message(SEEN, WALKER));
        assertThat(velocity().heading()).isCloseTo(Math.floorMod(90 + 90 - 255, 360), within(1e-9));
        assertThat(velocity().speed()).isCloseTo(1.5, within(1e-9));
    }

    @Test
    void readsAnAngleLikeACompass() {
        take(decoder(FlirDecoder.Angles.COMPASS, 0, null), message(SEEN, WALKER));
        assertThat(velocity().heading()).isCloseTo(345, within(1e-9));
    }

    @Test
    void addsTheRotation() {
        take(decoder(FlirDecoder.Angles.COMPASS, 20, null), message(SEEN, WALKER));
        assertThat(velocity().heading()).isCloseTo(5, within(1e-9));
    }

    @Test
    void takesWhoHasNoAngleAsStanding() {
        take(message(SEEN, "{\"class\":\"Pedestrian\",\"iD\":\"7\",\"speed\":\"0.4\",\"x\":\"1\",\"y\":\"2\"}"));
        assertThat(first().velocity()).isEqualTo(Velocity.ZERO);
    }

    @Test
    void acceptsNumbersInPlaceOfTexts() {
        take(message(SEEN, "{\"class\":\"Pedestrian\",\"iD\":7,\"angle\":0,\"speed\":2.5,\"x\":0,\"y\":1e1}"));
        assertThat(first().trackId()).isEqualTo("7");
        assertThat(first().position().east()).isCloseTo(110, within(1e-9));
        assertThat(velocity().heading()).isCloseTo(180, within(1e-9));
    }

    @Test
    void placesATrackByLatitudeAndLongitude() {
        SiteFrame site = new SiteFrame(new Wgs84(30.5, 114.3, 21));
        take(decoder(FlirDecoder.Angles.UNIT_CIRCLE, 0, site), message(SEEN, WALKER));
        assertThat(first().position().north()).isCloseTo(11.09, within(0.01));
        assertThat(first().position().east()).isCloseTo(0, within(0.01));
        assertThat(count("geoFallbacks")).isZero();
    }

    @Test
    void fallsBackToTheOffsetWhenTheCameraDoesNotKnowWhereItIs() {
        SiteFrame site = new SiteFrame(new Wgs84(30.5, 114.3, 21));
        FlirDecoder decoder = decoder(FlirDecoder.Angles.UNIT_CIRCLE, 0, site);
        take(decoder, message(SEEN, WALKER.replace("30.50010000", "0").replace("114.30000000", "0")));
        assertThat(first().position().east()).isCloseTo(120, within(1e-9));
        take(decoder, message(SEEN, WALKER.replace("30.50010000", "48.2")));
        take(decoder, message(SEEN, WALKER.replace("30.50010000", "95")));
        assertThat(count("geoFallbacks")).isEqualTo(3);
    }

    @Test
    void believesAClockThatIsNearTheBoxs() {
        take(message(SEEN, WALKER));
        assertThat(frame().sensedAt()).isEqualTo(Instant.parse("2026-03-01T07:59:59.900Z"));
        assertThat(frame().stamps().received()).isEqualTo(11);
        assertThat(count("clockOffset")).isZero();
    }

    @Test
    void doesNotBelieveAClockThatIsFarOff() {
        take(message("2026-03-01T03:59:59.499-04:00", WALKER));
        assertThat(frame().sensedAt()).isEqualTo(ARRIVAL.time().minusMillis(90));
        take(message("2026-03-01T04:00:00.501-04:00", WALKER));
        take(message("yesterday", WALKER));
        assertThat(count("clockOffset")).isEqualTo(3);
    }

    @Test
    void publishesAFrameInWhichNobodyIsThere() {
        assertThat(take(message(SEEN)).frame().detections()).isEmpty();
    }

    @Test
    void passesOverDataOfOtherTypes() {
        take(message(SEEN, WALKER).replace("PedestrianPresenceTracking", "VehiclePresence"));
        take("{\"messageType\":\"Subscription\",\"subscription\":{\"returnValue\":\"OK\",\"type\":\"Data\"}}");
        assertThat(frames).isEmpty();
        assertThat(count("otherTypes")).isEqualTo(2);
    }

    @Test
    void leavesOutATrackWithoutAPlace() {
        take(message(SEEN, WALKER, "{\"iD\":\"8\"}", WALKER.replace("20.0", "NaN"), WALKER.replace("1.50", "-3")));
        assertThat(frame().detections()).hasSize(1);
        assertThat(count("implausible")).isEqualTo(3);
    }

    @Test
    void doesNotGuessAnUnknownClass() {
        take(message(SEEN, WALKER.replace("Pedestrian", "Ghost")));
        assertThat(first().type()).isEqualTo(RoadUserType.UNKNOWN);
        assertThat(first().confidence()).isZero();
        assertThat(count("unknownClasses")).isEqualTo(1);
    }

    @Test
    void readsAtMostFiveHundredTracks() {
        String small = "{\"x\":\"1\",\"y\":\"2\"}";
        take(message(SEEN, new ArrayList<>(Collections.nCopies(600, small)).toArray(new String[0])));
        assertThat(frame().detections()).hasSize(500);
        assertThat(count("tooManyTracks")).isEqualTo(100);
    }

    @Test
    void countsWhatIsNoMessage() {
        take("").take("[]").take("{\"messageType\":").take("[".repeat(60_000)).take(" ".repeat(70_000));
        take("{\"messageType\":\"Data\",\"type\":\"PedestrianPresenceTracking\"}");
        assertThat(frames).isEmpty();
        assertThat(count("badMessages")).isEqualTo(6);
    }

    @Property(tries = 500)
    void survivesWhateverComes(@ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int changes) {
        Random random = new Random(seed);
        byte[] octets = message(SEEN, WALKER, WALKER).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < changes; i++) {
            octets[random.nextInt(octets.length)] = (byte) random.nextInt(256);
        }
        long before = outcomes();
        decoder(FlirDecoder.Angles.UNIT_CIRCLE, 0, null)
                .decode(ByteBuffer.wrap(octets), ARRIVAL, seen -> frames.add((DetectionFrame) seen));
        assertThat(outcomes() - before).isEqualTo(1);
    }

    private long outcomes() {
        return frames.size() + count("badMessages") + count("otherTypes");
    }
}
