package io.verge.perception.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.verge.api.geo.Position;
import io.verge.api.geo.SiteFrame;
import io.verge.api.geo.Wgs84;
import io.verge.api.message.MessageKind;
import io.verge.api.observation.DetectionFrame;
import io.verge.api.observation.ObjectDetection;
import io.verge.api.observation.ReceivedMessage;
import io.verge.api.observation.SelfReport;
import io.verge.api.road.RoadUserType;
import io.verge.api.road.SensorKind;
import io.verge.api.time.Stamps;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SelfReportsTest {
    private final SiteFrame site = new SiteFrame(new Wgs84(30.5, 114.3, 20));
    private final SelfReports reports = new SelfReports();

    private @Nullable DetectionFrame frame(Position at, double speed, double heading, double error) {
        Wgs84 position = site.toWgs84(at);
        SelfReport report = new SelfReport("a1b2c3d4", RoadUserType.CAR, position, speed, heading, error, null);
        return reports.frame(
                new ReceivedMessage("rsu", Street.START, Stamps.NONE, MessageKind.BSM, report), report, site);
    }

    private Measurement measurement(double speed, double heading, double error) {
        DetectionFrame frame = Objects.requireNonNull(frame(new Position(60, -80, 0), speed, heading, error));
        Measurements measurements = new Measurements(Defaults.with("camera_along", 0.0));
        measurements.fill(frame);
        assertThat(measurements.size()).isEqualTo(1);
        return measurements.get(0);
    }

    @Test
    void aReportIsAPositionInTheSiteFrame() {
        Measurement m = measurement(10, 90, 2);
        assertThat(m.east).isCloseTo(60, within(0.01));
        assertThat(m.north).isCloseTo(-80, within(0.01));
        assertThat(m.kind).isEqualTo(SensorKind.SELF_REPORT);
        assertThat(m.name).isEqualTo("a1b2c3d4");
    }

    @Test
    void speedAndHeadingAreAVelocity() {
        Measurement m = measurement(10, 90, 2);
        assertThat(m.ve).isCloseTo(10, within(1e-9));
        assertThat(m.vn).isCloseTo(0, within(1e-9));
    }

    @Test
    void withoutAHeadingThereIsNoVelocity() {
        assertThat(measurement(10, Double.NaN, 2).hasVelocity()).isFalse();
        assertThat(measurement(Double.NaN, 90, 2).hasVelocity()).isFalse();
    }

    @Test
    void theStatedErrorIsThatOfThePosition() {
        Measurement m = measurement(10, 90, 2);
        assertThat(Math.sqrt((m.ree + m.rnn) / 2)).isCloseTo(2, within(0.1));
    }

    @Test
    void nobodyIsBelievedToBeSurerThanHalfAMetre() {
        Measurement m = measurement(10, 90, 0.01);
        assertThat(Math.sqrt((m.ree + m.rnn) / 2)).isCloseTo(0.5, within(0.06));
    }

    @Test
    void theHeightDoesNotMatter() {
        assertThat(frame(new Position(60, -80, 9000), 10, 90, 2)).isNotNull();
    }

    @Test
    void whatIsFarAwayTooFastOrTooVagueIsCountedAndLeftOut() {
        assertThat(frame(new Position(5000, 0, 0), 10, 90, 2)).isNull();
        assertThat(frame(new Position(0, 0, 0), 200, 90, 2)).isNull();
        assertThat(frame(new Position(0, 0, 0), Double.POSITIVE_INFINITY, 90, 2))
                .isNull();
        assertThat(frame(new Position(0, 0, 0), 10, 90, 100)).isNull();
        assertThat(frame(new Position(0, 0, 0), 10, 90, Double.POSITIVE_INFINITY))
                .isNull();
        assertThat(reports.refused()).isEqualTo(5);
    }

    @Test
    void aReportIsOfOneRoadUser() {
        DetectionFrame frame = Objects.requireNonNull(frame(new Position(1, 2, 0), 10, 90, 2));
        assertThat(frame.detections()).singleElement().isInstanceOf(ObjectDetection.class);
    }
}
