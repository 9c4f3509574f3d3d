package io.verge.driver.radar.ti.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.verge.testkit.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Octets of real radars, as their data link sent them. */
class RecordingsTest {
    private static final String WHOLE = "radar/ti_xwr68xx_processed_stream_2019_12_04.dat";
    private static final String DAMAGED = "radar/ti_awr1843_oob_part1.bin";

    private static byte[] octets(String name) throws IOException {
        return Files.readAllBytes(DataFolder.file(name));
    }

    private static Listening heard(String name) throws IOException {
        return new Listening().take(octets(name));
    }

    @Test
    void findsEveryFrameOfAWholeRecording() throws IOException {
        assertThat(heard(WHOLE).numbers())
                .isEqualTo(LongStream.rangeClosed(209, 309).boxed().toList());
    }

    @Test
    void countsTheDetectionsOfAWholeRecording() throws IOException {
        assertThat(heard(WHOLE).count("detections")).isEqualTo(825);
    }

    @Test
    void findsNothingWrongInAWholeRecording() throws IOException {
        Listening heard = heard(WHOLE);
        assertThat(List.of("damaged", "resyncs", "restarts", "gaps", "unknownTlvs", "implausible"))
                .allSatisfy(counter -> assertThat(heard.count(counter)).isZero());
    }

    @Test
    void readsThePointsOfTheFirstFrame() throws IOException {
        Listening heard = heard(WHOLE);
        assertThat(heard.frames.get(0).detections()).hasSize(7);
        assertThat(heard.point(0, 0).range()).isCloseTo(Math.hypot(0.0191, 0.0851), within(1e-4));
        assertThat(heard.point(0, 0).azimuth()).isCloseTo(Math.toDegrees(Math.atan2(0.0191, 0.0851)), within(0.05));
        assertThat(heard.point(0, 1).azimuth()).isCloseTo(Math.toDegrees(Math.atan2(-0.1226, 0.6425)), within(0.05));
    }

    @Test
    void joinsTheSideInfoToThePoints() throws IOException {
        Listening heard = heard(WHOLE);
        assertThat(heard.point(0, 0).strength()).isEqualTo(18.1);
        assertThat(heard.point(0, 1).strength()).isEqualTo(24.8);
    }

    @Test
    void publishesFramesInWhichTheRadarSawNothing() throws IOException {
        assertThat(heard(WHOLE).frames.stream()
                        .filter(frame -> frame.detections().isEmpty()))
                .extracting(frame -> frame.number())
                .containsExactly(265L, 266L, 287L, 293L);
    }

    @Test
    void tellsTheLoadOfTheRadar() throws IOException {
        Listening first = new Listening().take(octets(WHOLE), 0, 768);
        assertThat(Objects.requireNonNull(first.decoder.health()).load())
                .isEqualTo(new Health.Load(4074, 8591, 75_915, 0, 0, 4));
    }

    @Test
    void tellsVersionAndPlatform() throws IOException {
        assertThat(heard(WHOLE).decoder.facts())
                .containsEntry("sdk", "3.3.0.2")
                .containsEntry("platform", "0x000A6843");
        assertThat(heard(DAMAGED).decoder.facts())
                .containsEntry("sdk", "3.5.0.4")
                .containsEntry("platform", "0x000A1843");
    }

    @Test
    void losesOnlyTheDamagedFrames() throws IOException {
        Listening heard = heard(DAMAGED);
        assertThat(heard.numbers())
                .isEqualTo(LongStream.concat(
                                LongStream.rangeClosed(542, 548),
                                LongStream.concat(LongStream.of(4), LongStream.rangeClosed(25, 212)))
                        .boxed()
                        .toList());
        assertThat(heard.count("damaged")).isEqualTo(4);
        assertThat(heard.count("resyncs")).isEqualTo(4);
    }

    @Test
    void countsTheDetectionsOfTheGoodFrames() throws IOException {
        assertThat(heard(DAMAGED).count("detections")).isEqualTo(15_723);
    }

    @Test
    void seesOneRestartAndOneGap() throws IOException {
        Listening heard = heard(DAMAGED);
        assertThat(heard.count("restarts")).isEqualTo(1);
        assertThat(heard.count("gaps")).isEqualTo(20);
    }

    @Test
    void tellsTheTemperature() throws IOException {
        Listening first = new Listening().take(octets(DAMAGED), 0, 1792);
        assertThat(first.only().detections()).hasSize(57);
        assertThat(Objects.requireNonNull(first.decoder.health()).temperature())
                .isEqualTo(new Health.Temperature(true, 317_375, List.of(46, 46, 47, 46, 46, 46, 48, 48, 42, 41)));
    }

    @Test
    void readsTheThirdDimension() throws IOException {
        Listening heard = heard(DAMAGED);
        double range = Math.hypot(Math.hypot(0.0327, 0.0229), 0.0175);
        assertThat(heard.point(0, 0).range()).isCloseTo(range, within(1e-4));
        assertThat(heard.point(0, 0).elevation()).isCloseTo(Math.toDegrees(Math.asin(0.0175 / range)), within(0.2));
    }

    @Test
    void givesTheSameOctetByOctet() throws IOException {
        for (String name : List.of(WHOLE, DAMAGED)) {
            byte[] octets = octets(name);
            Listening piecewise = new Listening();
            for (int i = 0; i < octets.length; i++) {
                piecewise.take(octets, i, i + 1);
            }
            assertSame(piecewise, heard(name));
        }
    }

    @Test
    void givesTheSameInPiecesOfAnySize() throws IOException {
        byte[] octets = octets(DAMAGED);
        Listening whole = heard(DAMAGED);
        Random random = new Random(7);
        for (int round = 0; round < 20; round++) {
            Listening piecewise = new Listening();
            for (int at = 0; at < octets.length; ) {
                int to = Math.min(octets.length, at + 1 + random.nextInt(5000));
                piecewise.take(octets, at, to);
                at = to;
            }
            assertSame(piecewise, whole);
        }
    }

    private static void assertSame(Listening piecewise, Listening whole) {
        assertThat(piecewise.frames).isEqualTo(whole.frames);
        assertThat(piecewise.counters.snapshot()).isEqualTo(whole.counters.snapshot());
    }
}
