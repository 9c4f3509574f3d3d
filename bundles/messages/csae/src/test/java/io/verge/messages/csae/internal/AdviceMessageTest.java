package io.verge.messages.csae.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.air.UnspeakableException;
import io.verge.api.announcement.AdviceAnnouncement;
import io.verge.api.announcement.AdviceAnnouncement.Advice;
import io.verge.api.message.MessageKind;
import io.verge.api.time.Stamps;
import io.verge.messages.csae.CsaeEdition;
import io.verge.messages.csae.edition2020.DDateTime;
import io.verge.messages.csae.edition2020.LaneCoordination;
import io.verge.messages.csae.edition2020.NodeReferenceID;
import io.verge.messages.csae.edition2020.ReferenceLink;
import io.verge.messages.csae.edition2020.RoadsideCoordination;
import io.verge.messages.uper.BitString;
import io.verge.testkit.Crossing;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AdviceMessageTest {
    private static final Instant NOW = Crossing.TIME;
    private static final int RSC = 11;

    private final CsaeMessageSet set = Spoken.set(CsaeEdition.EDITION_2020);

    private static Advice advice(int lane, double speed, int from) {
        return new Advice(lane, 2, speed - 3, speed, 120, 0.8, NOW.plusSeconds(from), NOW.plusSeconds(from + 20));
    }

    private static AdviceAnnouncement announcement(Advice... advices) {
        return new AdviceAnnouncement(NOW, Stamps.NONE, Crossing.map(), List.of(advices));
    }

    private List<RoadsideCoordination> spoken(Advice... advices) throws UnspeakableException {
        return Spoken.extended(set, announcement(advices), RSC, RoadsideCoordination.class);
    }

    private LaneCoordination lane(Advice... advices) throws UnspeakableException {
        List<LaneCoordination> lanes =
                Objects.requireNonNull(spoken(advices).get(0).laneCoordinates());
        assertThat(lanes).hasSize(1);
        return lanes.get(0);
    }

    @Test
    void recommendsASpeedForALane() throws UnspeakableException {
        LaneCoordination told = lane(advice(12, 12.39, 15));
        assertThat(told.targetLane())
                .isEqualTo(new ReferenceLink(
                        new NodeReferenceID(420, 181), new NodeReferenceID(420, 184), BitString.withBits(16, 12)));
        assertThat(told.recommendedSpeed()).as("not more than advised").isEqualTo(619);
        assertThat(told.tEnd()).isEqualTo(new DDateTime(2026, 3, 1, 8, 15, 46_234, 0));
        assertThat(Objects.requireNonNull(told.relatedPath()).activePath()).hasSize(3);
    }

    @Test
    void tellsALaneWithoutABitByItsPath() throws UnspeakableException {
        LaneCoordination told = lane(advice(22, 12, 15));
        assertThat(told.targetLane().referenceLanes()).isNull();
        assertThat(told.relatedPath()).isNotNull();
    }

    @Test
    void isForTheNextGreen() throws UnspeakableException {
        assertThat(lane(advice(12, 12, 75), advice(12, 9, 15)).recommendedSpeed())
                .isEqualTo(450);
    }

    @Test
    void putsEightLanesIntoAMessage() throws UnspeakableException {
        Advice[] all = Stream.of(11, 12, 13, 21, 22, 23, 31, 32, 33, 41)
                .map(lane -> advice(lane, 10, 15))
                .toArray(Advice[]::new);
        assertThat(spoken(all))
                .extracting(message ->
                        Objects.requireNonNull(message.laneCoordinates()).size())
                .containsExactly(8, 2);
    }

    @Test
    void saysNothingOfGreensThatAreOver() throws UnspeakableException {
        assertThat(spoken(new Advice(12, 2, 8, 12, 120, 1, NOW.minusSeconds(30), NOW)))
                .isEmpty();
    }

    @Test
    void saysNothingOfLanesThatAreNotThere() throws UnspeakableException {
        assertThat(spoken(advice(99, 12, 15), advice(15, 12, 15))).isEmpty();
    }

    @Test
    void hasNothingToSayWithoutAdvice() throws UnspeakableException {
        assertThat(spoken()).isEmpty();
    }

    @Test
    void isAnRsc() throws UnspeakableException {
        assertThat(set.encode(announcement(advice(12, 12, 15))))
                .singleElement()
                .satisfies(frame -> assertThat(frame.kind()).isEqualTo(MessageKind.RSC));
    }
}
