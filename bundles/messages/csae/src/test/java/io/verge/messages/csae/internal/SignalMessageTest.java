package io.verge.messages.csae.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.verge.api.air.UnspeakableException;
import io.verge.api.announcement.SignalAnnouncement;
import io.verge.api.message.MessageKind;
import io.verge.api.signal.SignalMode;
import io.verge.api.signal.SignalPhase;
import io.verge.api.signal.SignalState;
import io.verge.api.signal.SignalTiming;
import io.verge.api.time.Stamps;
import io.verge.messages.csae.CsaeEdition;
import io.verge.messages.csae.edition2020.IntersectionState;
import io.verge.messages.csae.edition2020.LightState;
import io.verge.messages.csae.edition2020.Phase;
import io.verge.messages.csae.edition2020.PhaseState;
import io.verge.messages.csae.edition2020.SPAT;
import io.verge.messages.csae.edition2020.TimeCountingDown;
import io.verge.messages.uper.CodecException;
import io.verge.testkit.Crossing;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignalMessageTest {
    private static final Instant NOW = Crossing.TIME;

    private final CsaeMessageSet set = Spoken.set(CsaeEdition.EDITION_2020);

    private static SignalState state(int group, SignalPhase phase, @Nullable SignalTiming timing) {
        return new SignalState(group, phase, timing, NOW);
    }

    private static SignalAnnouncement announcement(SignalState... states) {
        return new SignalAnnouncement(NOW, Stamps.NONE, Spoken.crossing(), Set.of(), List.of(states));
    }

    private PhaseState spoken(SignalPhase phase, @Nullable SignalTiming timing) throws UnspeakableException {
        SPAT spat = Spoken.spat(set, announcement(state(3, phase, timing)));
        Phase only = spat.intersections().get(0).phases().get(0);
        assertThat(only.id()).isEqualTo(3);
        return only.phaseStates().get(0);
    }

    private TimeCountingDown counting(SignalPhase phase, SignalTiming timing) throws UnspeakableException {
        PhaseState state = spoken(phase, timing);
        assertThat(state.timing()).isInstanceOf(TimeCountingDown.class);
        return (TimeCountingDown) java.util.Objects.requireNonNull(state.timing());
    }

    @Test
    void namesTheCrossingAndTheTime() throws UnspeakableException {
        SPAT spat = Spoken.spat(set, announcement(state(1, SignalPhase.DARK, null)));
        IntersectionState crossing = spat.intersections().get(0);
        assertThat(crossing.intersectionId().region()).isEqualTo(420);
        assertThat(crossing.intersectionId().id()).isEqualTo(184);
        // 1 March is day 60 of 2026: 59 days, 8 hours and 15 minutes of the year are over.
        assertThat(spat.moy()).isEqualTo(59 * 1440 + 8 * 60 + 15).isEqualTo(crossing.moy());
        assertThat(spat.timeStamp()).isEqualTo(11_234).isEqualTo(crossing.timeStamp());
    }

    @ParameterizedTest
    @CsvSource({
        "UNAVAILABLE, unavailable",
        "DARK, dark",
        "STOP_THEN_PROCEED, flashing-red",
        "STOP_AND_REMAIN, red",
        "PRE_MOVEMENT, red",
        "PERMISSIVE_MOVEMENT, permissive-green",
        "PROTECTED_MOVEMENT, protected-green",
        "PERMISSIVE_CLEARANCE, yellow",
        "PROTECTED_CLEARANCE, yellow",
        "CAUTION, flashing-yellow"
    })
    void everyPhaseHasALight(SignalPhase phase, String light) throws UnspeakableException {
        assertThat(spoken(phase, null).light().identifier()).isEqualTo(light);
    }

    @Test
    void saysNothingOfTimesThatNobodyKnows() throws UnspeakableException {
        assertThat(spoken(SignalPhase.STOP_AND_REMAIN, null).timing()).isNull();
    }

    @Test
    void countsDownFromTheTimeStamp() throws UnspeakableException {
        SignalTiming timing = new SignalTiming(
                NOW.plusMillis(5_000), NOW.plusMillis(21_000), NOW.plusMillis(12_300), 0.75, NOW.plusSeconds(60));
        TimeCountingDown counting = counting(SignalPhase.PROTECTED_MOVEMENT, timing);
        assertThat(counting).isEqualTo(new TimeCountingDown(0, 50, 210, 123, 150, 600, null));
    }

    @Test
    void roundsBoundsOutwards() throws UnspeakableException {
        SignalTiming timing = SignalTiming.between(NOW.plusMillis(5_099), NOW.plusMillis(7_001));
        TimeCountingDown counting = counting(SignalPhase.STOP_AND_REMAIN, timing);
        assertThat(counting.minEndTime()).isEqualTo(50);
        assertThat(counting.maxEndTime()).isEqualTo(71);
    }

    @Test
    void leavesTheLikelyEndUnknownWhenTheBoundsDiffer() throws UnspeakableException {
        SignalTiming timing = SignalTiming.between(NOW.plusSeconds(5), NOW.plusSeconds(9));
        TimeCountingDown counting = counting(SignalPhase.STOP_AND_REMAIN, timing);
        assertThat(counting.likelyEndTime()).isEqualTo(CsaeUnits.TIME_UNKNOWN);
        assertThat(counting.timeConfidence()).isNull();
    }

    @Test
    void knowsTheEndWhenTheBoundsMeet() throws UnspeakableException {
        SignalTiming timing = SignalTiming.between(NOW.plusSeconds(5), NOW.plusSeconds(5));
        assertThat(counting(SignalPhase.STOP_AND_REMAIN, timing).likelyEndTime())
                .isEqualTo(50);
    }

    @Test
    void whatHasPassedCanEndAtOnce() throws UnspeakableException {
        SignalTiming timing = SignalTiming.between(NOW.minusSeconds(5), null);
        TimeCountingDown counting = counting(SignalPhase.STOP_AND_REMAIN, timing);
        assertThat(counting.minEndTime()).isZero();
        assertThat(counting.maxEndTime()).isNull();
    }

    @Test
    void anHourIsTheLongestTime() throws UnspeakableException {
        SignalTiming timing = SignalTiming.between(NOW.plusSeconds(3_599), Instant.MAX);
        TimeCountingDown counting = counting(SignalPhase.STOP_AND_REMAIN, timing);
        assertThat(counting.minEndTime()).isEqualTo(35_990);
        assertThat(counting.maxEndTime()).isEqualTo(CsaeUnits.TIME_BEYOND);
    }

    @Test
    void theNextGreenIsNotTheNextRed() throws UnspeakableException {
        SignalTiming timing = new SignalTiming(NOW, null, null, 0, NOW.plusSeconds(20));
        assertThat(counting(SignalPhase.STOP_AND_REMAIN, timing).nextStartTime())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "MANUAL, 1000000000000000",
        "STOP_TIME, 0100000000000000",
        "FAULT_FLASH, 0010000000000000",
        "PREEMPTION, 0001000000000000",
        "PRIORITY, 0000100000000000",
        "COORDINATED, 0000000000000000",
        "TRANSITION, 0000000000000000",
        "PROGRAMMED_FLASH, 0000000100000000"
    })
    void modesAreStatusBits(SignalMode mode, String bits) throws UnspeakableException {
        SignalAnnouncement announcement = new SignalAnnouncement(
                NOW, Stamps.NONE, Spoken.crossing(), Set.of(mode), List.of(state(1, SignalPhase.DARK, null)));
        assertThat(Spoken.spat(set, announcement).intersections().get(0).status())
                .hasToString(bits);
    }

    @Test
    void saysThatItKnowsNothing() throws UnspeakableException {
        SPAT spat = Spoken.spat(set, announcement(state(1, SignalPhase.UNAVAILABLE, null)));
        assertThat(spat.intersections().get(0).status()).hasToString("0000000000000100");
    }

    @Test
    void tellsMoreThanSixteenGroupsInSeveralMessages() throws UnspeakableException {
        SignalState[] states = IntStream.rangeClosed(1, 40)
                .mapToObj(group -> state(group, SignalPhase.STOP_AND_REMAIN, null))
                .toArray(SignalState[]::new);
        List<SPAT> spats = Spoken.spats(set, announcement(states));
        assertThat(spats)
                .extracting(spat -> spat.intersections().get(0).phases().size())
                .containsExactly(16, 16, 8);
        assertThat(spats).extracting(SPAT::msgCnt).containsExactly(0, 1, 2);
        assertThat(spats)
                .flatMap(spat -> spat.intersections().get(0).phases())
                .extracting(Phase::id)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 40).boxed().toList());
    }

    @Test
    void countsMessagesRoundFrom127To0() throws UnspeakableException {
        SignalAnnouncement announcement = announcement(state(1, SignalPhase.DARK, null));
        for (int i = 0; i < 128; i++) {
            assertThat(Spoken.spat(set, announcement).msgCnt()).isEqualTo(i);
        }
        assertThat(Spoken.spat(set, announcement).msgCnt()).isZero();
    }

    @Test
    void hasNoMessageForNoGroup() {
        assertThatExceptionOfType(UnspeakableException.class)
                .isThrownBy(() -> set.encode(announcement()))
                .withMessage("SPAT without a signal group");
    }

    @Test
    void isTheSameInTheEditionOf2019() throws UnspeakableException, CodecException {
        SignalAnnouncement announcement = announcement(
                state(2, SignalPhase.PROTECTED_MOVEMENT, SignalTiming.between(NOW.plusSeconds(3), NOW.plusSeconds(9))));
        var frames = Spoken.set(CsaeEdition.EDITION_2019).encode(announcement);
        byte[] octets = Spoken.octets(frames.get(0));
        assertThat(frames.get(0).kind()).isEqualTo(MessageKind.SPAT);
        assertThat(CsaeEdition.EDITION_2019.frame().decode(octets))
                .isInstanceOf(io.verge.messages.csae.edition2019.SPAT.class);
        assertThat(Spoken.octets(set.encode(announcement).get(0))).isEqualTo(octets);
    }

    /** A countdown of 50 tenths in a packet of 41244.5 s, as a controller sends it over TSCBM. */
    @Test
    void saysWhatACountingControllerSays() throws UnspeakableException {
        Instant time = Instant.parse("2026-03-01T11:27:24.500Z");
        SignalState green = new SignalState(
                2, SignalPhase.PROTECTED_MOVEMENT, SignalTiming.between(time, time.plusSeconds(5)), time);
        SignalAnnouncement announcement =
                new SignalAnnouncement(time, Stamps.NONE, Spoken.crossing(), Set.of(), List.of(green));
        PhaseState state = Spoken.spat(set, announcement)
                .intersections()
                .get(0)
                .phases()
                .get(0)
                .phaseStates()
                .get(0);
        assertThat(state.light()).isEqualTo(LightState.PROTECTED_GREEN);
        assertThat(state.timing()).isEqualTo(new TimeCountingDown(0, 0, 50, CsaeUnits.TIME_UNKNOWN, null, null, null));
    }
}
