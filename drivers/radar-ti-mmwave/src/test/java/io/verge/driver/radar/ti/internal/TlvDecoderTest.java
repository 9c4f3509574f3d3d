package io.verge.driver.radar.ti.internal;

import static io.verge.driver.radar.ti.internal.Listening.join;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.verge.api.geo.Position;
import io.verge.api.observation.ObjectDetection;
import io.verge.api.observation.RadarDetection;
import io.verge.api.road.RoadUserType;
import io.verge.api.road.Size;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TlvDecoderTest {
    private static final double[] POINT = {3, 4, 0, -2.5};

    private static byte[] demo(int number) {
        return new TlvEncoder(HeaderForm.DEMO_40, number).points(POINT).encode();
    }

    private static byte[] traffic(int number) {
        return new TlvEncoder(HeaderForm.TRAFFIC_52, number)
                .floats(6, 20, 0.5, 0.1, 3)
                .encode();
    }

    @ParameterizedTest
    @EnumSource(names = {"DEMO_36", "DEMO_40", "DEMO_44"})
    void readsAllHeadersOfTheDemo(HeaderForm form) {
        Listening radar = new Listening()
                .take(new TlvEncoder(form, 5).points(POINT).shorts(7, 123, 50).encode());
        assertThat(radar.only().number()).isEqualTo(5);
        RadarDetection point = radar.point(0, 0);
        assertThat(point.range()).isEqualTo(5);
        assertThat(point.azimuth()).isCloseTo(36.87, within(0.01));
        assertThat(point.radialSpeed()).isEqualTo(-2.5);
        assertThat(point.strength()).isEqualTo(12.3);
    }

    @Test
    void readsPolarPointsOfTheTrafficLab() {
        Listening radar = new Listening()
                .take(new TlvEncoder(HeaderForm.TRAFFIC_52, 9)
                        .floats(6, 20, 0.5, 0.1, 3)
                        .shorts(9, 200, 0)
                        .encode());
        assertThat(radar.only().number()).isEqualTo(9);
        RadarDetection point = radar.point(0, 0);
        assertThat(point.range()).isEqualTo(20);
        assertThat(point.azimuth()).isCloseTo(Math.toDegrees(0.5), within(1e-5));
        assertThat(point.elevation()).isCloseTo(Math.toDegrees(0.1), within(1e-5));
        assertThat(point.radialSpeed()).isEqualTo(3);
        assertThat(point.strength()).isEqualTo(20);
    }

    @Test
    void refusesATrafficHeaderWithAWrongChecksum() {
        byte[] packet = traffic(9);
        packet[24] ^= 1;
        assertThat(new Listening().take(packet).count("damaged")).isEqualTo(1);
    }

    @Test
    void decidesTheFormForEachPacket() {
        Listening radar = new Listening().take(join(demo(1), traffic(2), demo(3), traffic(4)));
        assertThat(radar.numbers()).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void readsPackedPointsWithTheirUnits() {
        ByteBuffer payload = TlvEncoder.buffer(28)
                .putFloat(0.01f)
                .putFloat(0.02f)
                .putFloat(0.1f)
                .putFloat(0.05f)
                .putFloat(0.5f)
                .put((byte) -10)
                .put((byte) 20)
                .putShort((short) -15)
                .putShort((short) 600)
                .putShort((short) 40);
        Listening radar = new Listening()
                .take(new TlvEncoder(HeaderForm.DEMO_40, 1).tlv(1020, payload).encode());
        RadarDetection point = radar.point(0, 0);
        assertThat(point.range()).isCloseTo(30, within(1e-4));
        assertThat(point.azimuth()).isCloseTo(Math.toDegrees(0.4), within(1e-4));
        assertThat(point.elevation()).isCloseTo(Math.toDegrees(-0.1), within(1e-4));
        assertThat(point.radialSpeed()).isCloseTo(-1.5, within(1e-4));
        assertThat(point.strength()).isCloseTo(20, within(1e-4));
    }

    @Test
    void countsAPointListOnceWhenItIsToldTwice() {
        Listening radar = new Listening()
                .take(new TlvEncoder(HeaderForm.DEMO_40, 1)
                        .points(POINT)
                        .floats(1000, 5, 0, 0, 0)
                        .encode());
        assertThat(radar.only().detections()).hasSize(1);
    }

    @Test
    void leavesTheStrengthOpenWithoutSideInfo() {
        assertThat(new Listening().take(demo(1)).point(0, 0).strength()).isNaN();
    }

    @Test
    void acceptsAnEmptyTlv() {
        Listening radar = new Listening()
                .take(new TlvEncoder(HeaderForm.DEMO_40, 1).points().encode());
        assertThat(radar.only().detections()).isEmpty();
    }

    @Test
    void leavesOutWhatNoRadarMeasures() {
        double[] points = {
            1, Double.NaN, 0, 0, 2000, 0, 0, 0, 1, 1, 0, 101, 1, 1, Double.POSITIVE_INFINITY, 0, 1, 2, 0, 1
        };
        Listening radar = new Listening()
                .take(new TlvEncoder(HeaderForm.DEMO_40, 1).points(points).encode());
        assertThat(radar.only().detections()).hasSize(1);
        assertThat(radar.count("implausible")).isEqualTo(4);
        assertThat(radar.count("detections")).isEqualTo(1);
    }

    @Test
    void countsAndSkipsUnknownTlvs() {
        Listening radar = new Listening()
                .take(new TlvEncoder(HeaderForm.DEMO_40, 1)
                        .tlv(4711, new byte[12])
                        .points(POINT)
                        .encode());
        assertThat(radar.only().detections()).hasSize(1);
        assertThat(radar.count("unknownTlvs")).isEqualTo(1);
    }

    @Test
    void tellsTheInstantThatTheFrameShows() {
        Listening radar = new Listening().take(demo(1));
        assertThat(radar.only().sensedAt()).isEqualTo(Listening.ARRIVAL.time().minus(Duration.ofMillis(40)));
        assertThat(radar.only().stamps().received()).isEqualTo(7);
    }

    @ParameterizedTest
    @EnumSource(names = {"DEMO_40", "TRAFFIC_52"})
    void turnsTargetsIntoTheSiteFrame(HeaderForm form) {
        int type = form == HeaderForm.TRAFFIC_52 ? 7 : 1010;
        Listening radar = new Listening(TlvDecoder.Use.TARGETS)
                .take(new TlvEncoder(form, 1)
                        .target(type, 42, 2, 30, 1, 0.5, -10, 0)
                        .encode());
        ObjectDetection target = (ObjectDetection) radar.only().detections().get(0);
        assertThat(target.position().distanceTo(new Position(40, -2, 0))).isLessThan(1e-9);
        assertThat(target.velocity()).isNotNull();
        assertThat(Objects.requireNonNull(target.velocity()).east()).isCloseTo(-10, within(1e-9));
        assertThat(target.velocity().north()).isCloseTo(-0.5, within(1e-9));
        assertThat(target.type()).isEqualTo(RoadUserType.UNKNOWN);
        assertThat(target.trackId()).isEqualTo("42");
    }

    @Test
    void joinsTheHeightToTheTarget() {
        ByteBuffer height = TlvEncoder.buffer(12).putInt(42).putFloat(1.75f).putFloat(0.25f);
        Listening radar = new Listening(TlvDecoder.Use.TARGETS)
                .take(new TlvEncoder(HeaderForm.DEMO_40, 1)
                        .target(1010, 42, 2, 30, 1, 0.5, -10, 0)
                        .tlv(1012, height)
                        .encode());
        ObjectDetection target = (ObjectDetection) radar.only().detections().get(0);
        assertThat(target.size()).isEqualTo(new Size(Double.NaN, Double.NaN, 1.5));
    }

    @Test
    void leavesOutTargetsThatCannotBe() {
        Listening radar = new Listening(TlvDecoder.Use.TARGETS)
                .take(new TlvEncoder(HeaderForm.DEMO_40, 1)
                        .target(1010, 1, 2, 3000, 1, 0, 0, 0)
                        .target(308, 2, 2, 30, 1, Double.NaN, 0, 0)
                        .encode());
        assertThat(radar.only().detections()).isEmpty();
        assertThat(radar.count("implausible")).isEqualTo(2);
    }

    @Test
    void publishesPointsThoughThereAreTargets() {
        Listening radar = new Listening()
                .take(new TlvEncoder(HeaderForm.DEMO_40, 1)
                        .points(POINT)
                        .target(1010, 1, 2, 30, 1, 0, 0, 0)
                        .tlv(1011, (byte) 1, (byte) 253, (byte) 255)
                        .encode());
        assertThat(radar.only().detections()).hasOnlyElementsOfType(RadarDetection.class);
        assertThat(radar.decoder.facts()).containsEntry("targets", "1").containsEntry("pointsOnTargets", "1");
    }

    @Test
    void findsTheFrameBehindOneThatWasCutShort() {
        byte[] cut = Arrays.copyOf(demo(1), 50);
        Listening radar = new Listening().take(join(cut, demo(2), demo(3)));
        assertThat(radar.numbers()).containsExactly(2L, 3L);
        assertThat(radar.count("damaged")).isEqualTo(1);
    }

    @Test
    void knowsACutFrameAsSoonAsTheNextBegins() {
        byte[] cut = Arrays.copyOf(
                new TlvEncoder(HeaderForm.DEMO_40, 1).tlv(2, new byte[2048]).encode(), 300);
        assertThat(new Listening().take(join(cut, demo(2))).numbers()).containsExactly(2L);
    }

    @Test
    void findsTheFrameAfterOneThatLostItsLastOctets() {
        for (int lost = 1; lost <= 40; lost++) {
            byte[] packet = demo(1);
            Listening radar = new Listening().take(join(Arrays.copyOf(packet, packet.length - lost), demo(2), demo(3)));
            assertThat(radar.numbers()).as("%d lost", lost).endsWith(2L, 3L);
        }
    }

    @Test
    void keepsAFrameWhoseDataHoldsTheMagicWord() {
        byte[] data = {9, 9, 2, 1, 4, 3, 6, 5, 8, 7, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9};
        Listening radar = new Listening()
                .take(new TlvEncoder(HeaderForm.DEMO_40, 1)
                        .points(POINT)
                        .tlv(2, data)
                        .encode());
        assertThat(radar.numbers()).containsExactly(1L);
    }

    @Test
    void skipsGarbageAndCountsItOnce() {
        Listening radar = new Listening().take(join(new byte[500], demo(1), demo(2)));
        assertThat(radar.numbers()).containsExactly(1L, 2L);
        assertThat(radar.count("resyncs")).isEqualTo(1);
        assertThat(radar.count("damaged")).isZero();
    }

    @Test
    void doesNotWaitForALengthThatCannotBe() {
        byte[] packet = demo(1);
        packet[14] = 0x7F;
        Listening radar = new Listening().take(join(packet, demo(2)));
        assertThat(radar.numbers()).containsExactly(2L);
        assertThat(radar.count("damaged")).isEqualTo(1);
    }

    @Test
    void refusesAChainOfTlvsThatDoesNotEndWithThePacket() {
        byte[] packet = demo(1);
        packet[44] = 8;
        Listening radar = new Listening().take(join(packet, demo(2)));
        assertThat(radar.numbers()).containsExactly(2L);
    }

    @Test
    void forgetsAHalfReadFrameOnANewConnection() {
        Listening radar = new Listening().take(Arrays.copyOf(demo(1), 50));
        radar.decoder.reset();
        radar.take(demo(2));
        assertThat(radar.numbers()).containsExactly(2L);
        assertThat(radar.count("damaged")).isZero();
    }

    @Test
    void takesASecondSubFrameForNoRestart() {
        Listening radar = new Listening().take(join(demo(8), demo(8), demo(9)));
        assertThat(radar.count("restarts")).isZero();
        assertThat(radar.count("gaps")).isZero();
    }
}
