package io.verge.driver.recording.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.api.geo.Mount;
import io.verge.api.geo.Position;
import io.verge.api.geo.Wgs84;
import io.verge.api.observation.Sensor;
import io.verge.api.observation.SensorError;
import io.verge.api.road.SensorKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderReaderTest {
    @Test
    void readsARadar() throws Exception {
        assertThat(read(Lines.HEADER).sensors().get("radar-ne"))
                .isEqualTo(new Sensor(
                        "radar-ne",
                        SensorKind.RADAR,
                        new Mount(new Position(28, 27.5, 6), 225, 0),
                        100,
                        130,
                        new SensorError.Polar(0.25, 0.4, 0.12)));
    }

    @Test
    void readsACamera() throws Exception {
        assertThat(read(Lines.HEADER).sensors().get("camera-sw"))
                .isEqualTo(new Sensor(
                        "camera-sw",
                        SensorKind.CAMERA,
                        new Mount(new Position(-28, -28, 8), 45, 0),
                        90,
                        80,
                        new SensorError.LineOfSight(0.02, 0.006)));
    }

    @Test
    void readsTheOrigin() throws Exception {
        assertThat(read(Lines.HEADER).origin()).isEqualTo(new Wgs84(30.5, 114.3, 0));
    }

    @Test
    void passesOverWhatItDoesNotKnow() throws Exception {
        assertThat(read(Lines.HEADER.replace("\"rate\":10", "\"maker\":{\"name\":[1,{}]}"))
                        .sensors())
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    verge-recording/1 | verge-truth/1       | format is 'verge-truth/1', expected 'verge-recording/1'
                    "azimuth":225     | "azimuth":"north"   | sensors[0].azimuth is 'north', expected a number
                    "azimuth":225     | "azimuth":999       | sensors[0].azimuth is 999, expected a number from -360 to 360
                    "azimuth":225     | "azimuth":1e999     | sensors[0].azimuth is Infinity, expected a number from -360 to 360
                    "azimuth":225     | "bearing":225       | sensors[0].azimuth is missing
                    "along":0.02      | "along":0           | sensors[1].sigma.along is 0, expected a number from 1.0E-6 to 1000
                    "along":0.02,     | ''                  | sensors[1].sigma.along is missing
                    "kind":"camera"   | "kind":"lidar"      | sensors[1].kind is 'lidar', expected 'radar' or 'camera'
                    camera-sw         | radar-ne            | sensors[1].id is 'radar-ne' again, expected an id of its own
                    "latitude":30.5   | "latitude":91       | origin.latitude is 91, expected a number from -90 to 90
                    "origin"          | "where"             | origin is missing
                    "sensors"         | "seers"             | sensors is empty or missing, expected at least one sensor
                    """)
    void saysWhichKeyIsWrongAndWhatWasExpected(String good, String bad, String message) {
        assertThatThrownBy(() -> read(Lines.HEADER.replace(good, bad)))
                .isInstanceOf(BadLineException.class)
                .hasMessage(message);
    }

    @Test
    void refusesWhatIsNotJson() {
        assertThatThrownBy(() -> read("t,kind,id,type,x,y")).isInstanceOf(BadLineException.class);
    }

    @Test
    void refusesASecondObjectOnTheLine() {
        assertThatThrownBy(() -> read(Lines.HEADER + "{}")).hasMessageContaining("goes on behind");
    }

    private static RecordingHeader read(String line) throws BadLineException {
        byte[] octets = line.getBytes(UTF_8);
        return HeaderReader.read(JsonLine.factory(), octets, octets.length);
    }
}
