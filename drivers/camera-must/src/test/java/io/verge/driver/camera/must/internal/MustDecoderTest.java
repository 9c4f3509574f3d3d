package io.verge.driver.camera.must.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.verge.api.geo.Mount;
import io.verge.api.geo.Position;
import io.verge.api.observation.DetectionFrame;
import io.verge.api.observation.ObjectDetection;
import io.verge.api.observation.Sensor;
import io.verge.api.observation.SensorError;
import io.verge.api.road.RoadUserType;
import io.verge.api.road.SensorKind;
import io.verge.api.road.Velocity;
import io.verge.device.Arrival;
import io.verge.device.Counters;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MustDecoderTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final String TIME = NOW.getEpochSecond() - 1 + ".950";
    private static final String TRUCK = "truck,10,20,330,5,large,95.5,324," + TIME;

    private final Counters counters = new Counters();
    private final List<DetectionFrame> frames = new ArrayList<>();

    private MustDecoder decoder(double azimuth, boolean framePerDatagram) {
        Sensor sensor = new Sensor(
                "cam",
                SensorKind.CAMERA,
                new Mount(new Position(100, 50, 6), azimuth, -15),
                90,
                80,
                new SensorError.LineOfSight(0.03, 0.01));
        return new MustDecoder(
                new MustDecoder.Settings(sensor, framePerDatagram, Duration.ofMillis(500), Duration.ofMillis(90)),
                counters);
    }

    private void take(String datagram) {
        take(decoder(0, true), datagram, 0);
    }

    private void take(MustDecoder decoder, String datagram, long milliseconds) {
        decoder.decode(
                ByteBuffer.wrap(datagram.getBytes(StandardCharsets.UTF_8)),
                new Arrival(NOW.plusMillis(milliseconds), milliseconds * 1_000_000),
                seen -> frames.add((DetectionFrame) seen));
    }

    private ObjectDetection object(int frame, int index) {
        return (ObjectDetection) frames.get(frame).detections().get(index);
    }

    private long count(String counter) {
        return counters.counter(counter).get();
    }

    @Test
    void placesAnObjectByItsOffset() {
        take(TRUCK);
        assertThat(object(0, 0).position().distanceTo(new Position(110, 70, 0))).isLessThan(1e-9);
    }

    @Test
    void turnsTheOffsetWithTheSensor() {
        take(decoder(90, true), TRUCK, 0);
        assertThat(object(0, 0).position().distanceTo(new Position(120, 40, 0))).isLessThan(1e-9);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 5", "330, 2.5, 4.330", "30, -2.5, 4.330", "270, 5, 0", "180, 0, -5"})
    void readsTheDirectionOfMotion(String heading, double east, double north) {
        take(TRUCK.replace("330", heading));
        Velocity velocity = Objects.requireNonNull(object(0, 0).velocity());
        assertThat(velocity.east()).isCloseTo(east, within(1e-3));
        assertThat(velocity.north()).isCloseTo(north, within(1e-3));
    }

    @Test
    void readsWhatItIs() {
        take(TRUCK);
        assertThat(object(0, 0).type()).isEqualTo(RoadUserType.TRUCK);
        assertThat(object(0, 0).confidence()).isEqualTo(0.955);
        assertThat(object(0, 0).trackId()).isEqualTo("324");
        assertThat(Objects.requireNonNull(object(0, 0).size()).length()).isEqualTo(10);
    }

    @Test
    void doesNotGuessWhatItDoesNotKnow() {
        take(TRUCK.replace("truck", "tram"));
        assertThat(object(0, 0).type()).isEqualTo(RoadUserType.UNKNOWN);
        assertThat(object(0, 0).confidence()).isZero();
        assertThat(object(0, 0).size()).isNull();
        assertThat(count("unknownClasses")).isEqualTo(1);
    }

    @Test
    void makesOneFrameOfTheLinesOfOneDatagram() {
        take(TRUCK + "\r\n" + TRUCK.replace("truck", "pickup truck") + "\n\n");
        assertThat(frames).hasSize(1);
        assertThat(frames.get(0).detections()).hasSize(2);
        assertThat(object(0, 1).type()).isEqualTo(RoadUserType.CAR);
        assertThat(count("detections")).isEqualTo(2);
    }

    @Test
    void keepsInstantsOfOneDatagramApart() {
        take(TRUCK + "\n" + TRUCK.replace(".950", ".983") + "\n" + TRUCK);
        assertThat(frames).extracting(frame -> frame.detections().size()).containsExactly(2, 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "truck,1,2,3",
                "truck,1,2,3,4,large,95,1,1714374738.5,20",
                "truck,,2,3,4,large,95,1,1714374738.5",
                "truck,NaN,2,3,4,large,95,1,1714374738.5",
                "truck,0x1p3,2,3,4,large,95,1,1714374738.5",
                "truck,1,2,3,4,large,95,one,1714374738.5",
                "truck,1,2,3,4,large,95,1,",
                "truck,2000,2,3,4,large,95,1,1714374738.5",
                "truck,1,2,3,-4,large,95,1,1714374738.5",
                "truck,1,2,3,4,large,101,1,1714374738.5"
            })
    void dropsABadLineOnly(String line) {
        take(TRUCK + "\n" + line + "\n" + TRUCK);
        assertThat(frames).hasSize(1);
        assertThat(frames.get(0).detections()).hasSize(2);
        assertThat(count("badLines")).isEqualTo(1);
        assertThat(count("badFields") + count("badNumbers") + count("implausible"))
                .isEqualTo(1);
    }

    @Test
    void dropsALineWithoutEnd() {
        take("x".repeat(60_000));
        assertThat(frames).isEmpty();
        assertThat(count("badFields")).isEqualTo(1);
    }

    @Test
    void takesAtMostFiveHundredObjects() {
        take((TRUCK + "\n").repeat(600));
        assertThat(frames.get(0).detections()).hasSize(500);
        assertThat(count("tooManyLines")).isEqualTo(100);
    }

    @Test
    void believesAClockThatIsNearTheBoxs() {
        take(TRUCK);
        assertThat(frames.get(0).sensedAt()).isEqualTo(NOW.minusMillis(50));
        assertThat(count("clockOffset")).isZero();
    }

    @Test
    void doesNotBelieveAClockThatIsFarOffOrCoarse() {
        take(TRUCK.replace(TIME, NOW.getEpochSecond() - 2 + ".950"));
        take(TRUCK.replace(TIME, Long.toString(NOW.getEpochSecond())));
        take(TRUCK.replace(TIME, "999999999999999.5"));
        // As far off as nanoseconds of 64 bits take to come round to the same number.
        take(TRUCK.replace(TIME, "20219096073.659552"));
        assertThat(frames).extracting(DetectionFrame::sensedAt).containsOnly(NOW.minusMillis(90));
        assertThat(count("clockOffset")).isEqualTo(4);
    }

    @Test
    void gathersTheObjectsOfOneInstantFromSeveralDatagrams() {
        MustDecoder decoder = decoder(0, false);
        take(decoder, TRUCK, 0);
        take(decoder, TRUCK, 1);
        assertThat(frames).isEmpty();
        take(decoder, TRUCK.replace(".950", ".983"), 33);
        assertThat(frames).hasSize(1);
        assertThat(frames.get(0).detections()).hasSize(2);
        assertThat(frames.get(0).stamps().received()).isEqualTo(1_000_000);
        assertThat(frames.get(0).sensedAt()).isEqualTo(NOW.minusMillis(50));
    }

    @Test
    void dropsWhatHasWaitedTooLong() {
        MustDecoder decoder = decoder(0, false);
        take(decoder, TRUCK, 0);
        take(decoder, TRUCK.replace(".950", ".983"), 101);
        assertThat(frames).isEmpty();
        assertThat(count("late")).isEqualTo(1);
    }

    @Property(tries = 500)
    void survivesWhateverComes(@ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int changes) {
        Random random = new Random(seed);
        byte[] octets = (TRUCK + "\n" + TRUCK).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < changes; i++) {
            octets[random.nextInt(octets.length)] = (byte) random.nextInt(256);
        }
        for (MustDecoder decoder : List.of(decoder(0, true), decoder(0, false))) {
            decoder.decode(ByteBuffer.wrap(octets), new Arrival(NOW, 0), seen -> frames.add((DetectionFrame) seen));
        }
        assertThat(frames).allSatisfy(frame -> assertThat(frame.detections()).hasSizeLessThan(3));
    }
}
