package io.verge.messages.etsi.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.verge.api.air.UnspeakableException;
import io.verge.api.announcement.EventAnnouncement;
import io.verge.api.announcement.EventAnnouncement.Phase;
import io.verge.api.geo.Position;
import io.verge.api.message.MessageKind;
import io.verge.api.scene.RoadEvent;
import io.verge.api.time.Stamps;
import io.verge.messages.etsi.release1.DENM;
import io.verge.messages.etsi.release1.DecentralizedEnvironmentalNotificationMessage;
import io.verge.messages.etsi.release1.Heading;
import io.verge.messages.etsi.release1.ItsPduHeader;
import io.verge.messages.etsi.release1.ManagementContainer;
import io.verge.messages.etsi.release1.RelevanceDistance;
import io.verge.messages.etsi.release1.SituationContainer;
import io.verge.messages.etsi.release1.Termination;
import io.verge.testkit.Crossing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventMessageTest {
    private static final Instant NOW = Crossing.TIME;
    private static final long NOW_ITS = NOW.toEpochMilli() - 1_072_915_200_000L + 5_000;

    private final EtsiMessageSet set = Spoken.set();

    private static RoadEvent event(String id, RoadEvent.Kind kind, Instant since, double radius, double heading) {
        return new RoadEvent(
                id,
                kind,
                since,
                new Position(10, 20, 0),
                radius,
                0.5,
                Duration.ofMillis(1_500),
                null,
                List.of(12),
                heading,
                List.of(),
                "for people");
    }

    private static RoadEvent event(RoadEvent.Kind kind) {
        return event("e", kind, NOW.minusSeconds(30), 20, Double.NaN);
    }

    private DecentralizedEnvironmentalNotificationMessage spoken(RoadEvent event, Phase phase)
            throws UnspeakableException {
        DENM message = (DENM) Spoken.only(set, new EventAnnouncement(NOW, Stamps.NONE, event, phase));
        assertThat(message.header()).isEqualTo(new ItsPduHeader(2, 1, Spoken.STATION));
        return message.denm();
    }

    private ManagementContainer management(RoadEvent event) throws UnspeakableException {
        return spoken(event, Phase.NEW).management();
    }

    private SituationContainer situation(RoadEvent event) throws UnspeakableException {
        return Objects.requireNonNull(spoken(event, Phase.NEW).situation());
    }

    @ParameterizedTest
    @CsvSource({
        "COLLISION_RISK, 97, 0",
        "RED_LIGHT_VIOLATION, 98, 2",
        "PEDESTRIAN_ON_ROAD, 12, 0",
        "STOPPED_VEHICLE, 94, 0",
        "SLOW_VEHICLE, 26, 0",
        "WRONG_WAY, 14, 2",
        "CONGESTION, 1, 0",
        "QUEUE_TAIL, 27, 0",
        "OBSTACLE, 10, 0",
        "ANIMAL, 11, 0",
        "ROAD_WORKS, 3, 0",
        "WEATHER, 17, 0"
    })
    void everyKindHasItsCause(RoadEvent.Kind kind, int cause, int subCause) throws UnspeakableException {
        var type = situation(event(kind)).eventType();
        assertThat(type.causeCode()).isEqualTo(cause);
        assertThat(type.subCauseCode()).isEqualTo(subCause);
    }

    @Test
    void tooFastIsNoCause() {
        assertThatExceptionOfType(UnspeakableException.class)
                .isThrownBy(() -> spoken(event(RoadEvent.Kind.OVERSPEED), Phase.NEW))
                .withMessageContaining("OVERSPEED");
    }

    @Test
    void saysWhenAndWhere() throws UnspeakableException {
        ManagementContainer management = management(event(RoadEvent.Kind.OBSTACLE));
        var there = Crossing.frame().toWgs84(new Position(10, 20, 0));
        assertThat(management.detectionTime()).isEqualTo(NOW_ITS - 30_000);
        assertThat(management.referenceTime()).isEqualTo(NOW_ITS);
        assertThat(management.eventPosition().latitude() / 1e7).isCloseTo(there.latitude(), within(1e-7));
        assertThat(management.eventPosition().longitude() / 1e7).isCloseTo(there.longitude(), within(1e-7));
        assertThat(management.eventPosition().altitude().altitudeValue()).isEqualTo(800_001);
        assertThat(management.stationType()).isEqualTo(15);
        assertThat(management.termination()).isNull();
    }

    @Test
    void isValidFromItsDetectionOn() throws UnspeakableException {
        assertThat(management(event(RoadEvent.Kind.OBSTACLE)).validityDuration())
                .isEqualTo(32);
    }

    @Test
    void movesTheDetectionOfWhatLastsForDays() throws UnspeakableException {
        ManagementContainer management =
                management(event("e", RoadEvent.Kind.ROAD_WORKS, NOW.minus(Duration.ofDays(9)), 20, Double.NaN));
        assertThat(management.validityDuration()).isEqualTo(86_400);
        assertThat(management.detectionTime()).isEqualTo(NOW_ITS + 1_500 - 86_400_000);
    }

    @ParameterizedTest
    @CsvSource({
        "0, LESS_THAN50M",
        "49.9, LESS_THAN50M",
        "50, LESS_THAN100M",
        "300, LESS_THAN500M",
        "9999, LESS_THAN10KM",
        "10000, OVER10KM"
    })
    void isRelevantWithinTheRadius(double radius, RelevanceDistance distance) throws UnspeakableException {
        assertThat(management(event("e", RoadEvent.Kind.OBSTACLE, NOW, radius, Double.NaN))
                        .relevanceDistance())
                .isEqualTo(distance);
    }

    @Test
    void saysNothingOfARadiusThatIsNotKnown() throws UnspeakableException {
        assertThat(management(event("e", RoadEvent.Kind.OBSTACLE, NOW, Double.NaN, Double.NaN))
                        .relevanceDistance())
                .isNull();
    }

    @Test
    void saysWhereItMoves() throws UnspeakableException {
        var moving = spoken(event("e", RoadEvent.Kind.WRONG_WAY, NOW, 20, 123.46), Phase.NEW);
        var still = spoken(event("e", RoadEvent.Kind.WRONG_WAY, NOW, 20, Double.NaN), Phase.NEW);
        assertThat(Objects.requireNonNull(moving.location()).eventPositionHeading())
                .isEqualTo(new Heading(1235, 127));
        assertThat(Objects.requireNonNull(still.location()).eventPositionHeading())
                .isNull();
    }

    @Test
    void keepsItsNumber() throws UnspeakableException {
        RoadEvent one = event("one", RoadEvent.Kind.OBSTACLE, NOW, 20, Double.NaN);
        RoadEvent other = event("other", RoadEvent.Kind.OBSTACLE, NOW, 20, Double.NaN);
        var first = spoken(one, Phase.NEW).management().actionID();
        var second = spoken(other, Phase.NEW).management().actionID();
        assertThat(spoken(one, Phase.UPDATE).management().actionID())
                .isEqualTo(first)
                .isNotEqualTo(second);
        assertThat(spoken(one, Phase.CANCEL).management().actionID()).isEqualTo(first);
        assertThat(first.originatingStationID()).isEqualTo(Spoken.STATION);
    }

    @Test
    void isCancelledWithoutASituation() throws UnspeakableException {
        var last = spoken(event(RoadEvent.Kind.OBSTACLE), Phase.CANCEL);
        assertThat(last.management().termination()).isEqualTo(Termination.IS_CANCELLATION);
        assertThat(last.situation()).isNull();
        assertThat(last.location()).isNull();
    }

    @Test
    void saysHowSureItIs() throws UnspeakableException {
        assertThat(situation(event(RoadEvent.Kind.OBSTACLE)).informationQuality())
                .isEqualTo(4);
        assertThat(EtsiUnits.informationQuality(0)).isEqualTo(1);
        assertThat(EtsiUnits.informationQuality(1)).isEqualTo(7);
        assertThat(EtsiUnits.informationQuality(Double.NaN)).isZero();
    }

    @Test
    void isADenm() throws UnspeakableException {
        assertThat(set.encode(new EventAnnouncement(NOW, Stamps.NONE, event(RoadEvent.Kind.ANIMAL), Phase.NEW)))
                .singleElement()
                .satisfies(frame -> assertThat(frame.kind()).isEqualTo(MessageKind.DENM));
    }
}
