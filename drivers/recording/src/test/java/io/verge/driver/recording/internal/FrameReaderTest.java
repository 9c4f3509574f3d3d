package io.verge.driver.recording.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.api.geo.Position;
import io.verge.api.observation.ObjectDetection;
import io.verge.api.observation.RadarDetection;
import io.verge.api.road.RoadUserType;
import java.time.Instant;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameReaderTest {
    private static final long T = 1_790_000_000_000L;

    private final FrameReader reader;

    FrameReaderTest() throws BadLineException {
        byte[] header = Lines.HEADER.getBytes(UTF_8);
        reader = new FrameReader(
                JsonLine.factory(),
                HeaderReader.read(JsonLine.factory(), header, header.length).sensors());
    }

    @Test
    void readsTheTimes() throws Exception {
        RecordedFrame frame = read(Lines.radar(T, T + 9, ""));
        assertThat(frame.time()).isEqualTo(Instant.ofEpochMilli(T));
        assertThat(frame.arrival()).isEqualTo(Instant.ofEpochMilli(T + 9));
    }

    @Test
    void readsReflections() throws Exception {
        assertThat(read(Lines.radar(T, T, "[57.324,-22.682,0.02,10.2]")).detections())
                .containsExactly(new RadarDetection(57.324, -22.682, 0, 0.02, 10.2));
    }

    @Test
    void takesAnUnknownStrength() throws Exception {
        assertThat(read(Lines.radar(T, T, "[1,2,3,null],[1,2,3]")).detections())
                .containsExactly(
                        new RadarDetection(1, 2, 0, 3, Double.NaN), new RadarDetection(1, 2, 0, 3, Double.NaN));
    }

    @Test
    void readsObjects() throws Exception {
        assertThat(read(Lines.camera(T, T, "[-3.5,12,\"bus\",0.82]")).detections())
                .containsExactly(
                        new ObjectDetection(new Position(-3.5, 12, 0), RoadUserType.BUS, 0.82, null, null, null));
    }

    @Test
    void countsClassesThatItDoesNotKnow() throws Exception {
        RecordedFrame frame = read(Lines.camera(T, T, "[-3.5,12,\"tram\",0.82]"));
        assertThat(frame.detections())
                .extracting(each -> ((ObjectDetection) each).type())
                .containsExactly(RoadUserType.UNKNOWN);
        assertThat(reader.unknownClasses()).isEqualTo(1);
    }

    @Test
    void readsDetectionsThatStandBeforeTheirSensor() throws Exception {
        assertThat(read("{\"detections\":[[1,2,3,4]],\"sensor\":\"radar-ne\",\"time\":" + T + ",\"arrival\":" + T + "}")
                        .detections())
                .containsExactly(new RadarDetection(1, 2, 0, 3, 4));
    }

    @Test
    void keepsNothingOfTheLineBefore() throws Exception {
        RecordedFrame before = read(Lines.radar(T, T, "[1,2,3,4]"));
        assertThat(before.detections()).hasSize(1);
        assertThatThrownBy(() -> read("{\"arrival\":1790000000000,\"time\":1790000000000}"))
                .hasMessage("sensor is missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    [-1,0,0,0]        | detections[0][0] is -1, expected a number from 0 to 10000
                    [1,0,0,0],[1,999,0,0] | detections[1][1] is 999, expected a number from -360 to 360
                    [1,0,1e999,0]     | detections[0][2] is Infinity, expected a number from -200 to 200
                    [1,0]             | detections[0][2] is missing
                    [1,0,"car",0.5]   | detections[0][2] is missing
                    [1,0,0,0,0]       | detections[0] has more than 4 elements
                    [true,0,0,0]      | detections[0][0] is true, expected a number
                    7                 | detections[0] is 7, expected an array
                    """)
    void saysWhichDetectionIsWrong(String detections, String message) {
        assertThatThrownBy(() -> read(Lines.radar(T, T, detections)))
                .isInstanceOf(BadLineException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1790000000000 | 1790000000009.5     | arrival is 1790000000009.5, expected a whole number
                    1790000000000 | 1790000060001       | arrival is 60001 ms behind time, expected at most 60000 ms between the two
                    1790000000000 | 99999999999999999999 | arrival is 1.0E20, expected a number from 946684800000 to 4102444800000
                    0             | 0                   | arrival is 0, expected a number from 946684800000 to 4102444800000
                    """)
    void refusesTimesThatCannotBe(String time, String arrival, String message) {
        assertThatThrownBy(() -> read("{\"arrival\":" + arrival + ",\"time\":" + time
                        + ",\"sensor\":\"radar-ne\",\"detections\":[]}"))
                .isInstanceOf(BadLineException.class)
                .hasMessage(message);
    }

    @Test
    void refusesASensorThatTheHeaderDoesNotName() {
        assertThatThrownBy(() -> read(Lines.radar(T, T, "").replace("radar-ne", "radar-xx")))
                .hasMessage("sensor is 'radar-xx', expected a sensor of the header");
    }

    @Test
    void refusesMoreDetectionsThanASensorCanHave() {
        String many = "[1,2,3,4],".repeat(FrameReader.MAX_DETECTIONS) + "[1,2,3,4]";
        assertThatThrownBy(() -> read(Lines.radar(T, T, many))).hasMessage("detections has more than 2000 elements");
    }

    @Test
    void refusesDeepNesting() {
        assertThatThrownBy(() -> read("{\"x\":" + "[".repeat(500) + "]".repeat(500) + "}"))
                .isInstanceOf(BadLineException.class);
    }

    @Property
    boolean nothingButBadLinesComesOfGarbage(@ForAll("mutated") String line) {
        try {
            return Objects.requireNonNull(read(line)).detections().size() <= FrameReader.MAX_DETECTIONS;
        } catch (BadLineException e) {
            return true;
        }
    }

    @Provide
    Arbitrary<String> mutated() {
        String good = Lines.camera(T, T + 5, "[-3.5,12,\"bus\",0.82],[1,2,\"car\",1e0]");
        return Arbitraries.integers().between(0, good.length() - 1).flatMap(at -> Arbitraries.strings()
                .withChars("{}[],:\"\\-+.eE0123456789tfn\u0000\u00e4 ")
                .ofMaxLength(6)
                .map(with -> good.substring(0, at) + with + good.substring(Math.min(good.length(), at + 2))));
    }

    private RecordedFrame read(String line) throws BadLineException {
        byte[] octets = line.getBytes(UTF_8);
        return reader.read(octets, octets.length);
    }
}
