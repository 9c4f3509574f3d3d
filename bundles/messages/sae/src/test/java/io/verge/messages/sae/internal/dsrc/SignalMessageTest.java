package io.verge.messages.sae.internal.dsrc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.verge.api.air.UnspeakableException;
import io.verge.api.announcement.SignalAnnouncement;
import io.verge.api.signal.SignalMode;
import io.verge.api.signal.SignalPhase;
import io.verge.api.signal.SignalState;
import io.verge.api.signal.SignalTiming;
import io.verge.api.time.Stamps;
import io.verge.messages.facilities.AdviceBook;
import io.verge.messages.facilities.element.TimeMark;
import io.verge.messages.sae.j2735.IntersectionReferenceID;
import io.verge.messages.sae.j2735.IntersectionState;
import io.verge.messages.sae.j2735.MovementEvent;
import io.verge.messages.sae.j2735.MovementState;
import io.verge.messages.sae.j2735.SPAT;
import io.verge.messages.sae.j2735.TimeChangeDetails;
import io.verge.testkit.Crossing;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignalMessageTest {
    /** 15 minutes, 11 seconds and 234 milliseconds into an hour: within tenth 9112. */
    private static final Instant NOW = Crossing.TIME;

    private static final int TENTH = 9112;
    private static final int BEYOND = 36_000;

    private final SignalMessage message = new SignalMessage("SPAT", new TimeMark(BEYOND), new AdviceBook());

    private static SignalState state(int group, SignalPhase phase, @Nullable SignalTiming timing) {
        return new SignalState(group, phase, timing, NOW);
    }

    private static SignalAnnouncement announcement(SignalState... states) {
        return at(NOW, states);
    }

    private static SignalAnnouncement at(Instant time, SignalState... states) {
        return new SignalAnnouncement(time, Stamps.NONE, Crossing.map(), Set.of(), List.of(states));
    }

    private IntersectionState crossing(SignalAnnouncement announcement) throws UnspeakableException {
        return OnTheAir.received(message.of(announcement)).intersections().get(0);
    }

    private MovementEvent event(SignalPhase phase, @Nullable SignalTiming timing) throws UnspeakableException {
        MovementState only =
                crossing(announcement(state(3, phase, timing))).states().get(0);
        assertThat(only.signalGroup()).isEqualTo(3);
        return only.stateTimeSpeed().get(0);
    }

    private TimeChangeDetails details(SignalTiming timing) throws UnspeakableException {
        return Objects.requireNonNull(event(SignalPhase.STOP_AND_REMAIN, timing).timing());
    }

    @Test
    void namesTheCrossingAndTheTime() throws UnspeakableException {
        SPAT spat = OnTheAir.received(message.of(announcement(state(1, SignalPhase.DARK, null))));
        IntersectionState crossing = spat.intersections().get(0);
        assertThat(crossing.id()).isEqualTo(new IntersectionReferenceID(420, 184));
        // 1 March is day 60 of 2026: 59 days, 8 hours and 15 minutes of the year are over.
        assertThat(spat.timeStamp()).isEqualTo(59 * 1440 + 8 * 60 + 15).isEqualTo(crossing.moy());
        assertThat(crossing.timeStamp()).isEqualTo(11_234);
    }

    @ParameterizedTest
    @CsvSource({
        "UNAVAILABLE, unavailable",
        "DARK, dark",
        "STOP_THEN_PROCEED, stop-Then-Proceed",
        "STOP_AND_REMAIN, stop-And-Remain",
        "PRE_MOVEMENT, pre-Movement",
        "PERMISSIVE_MOVEMENT, permissive-Movement-Allowed",
        "PROTECTED_MOVEMENT, protected-Movement-Allowed",
        "PERMISSIVE_CLEARANCE, permissive-clearance",
        "PROTECTED_CLEARANCE, protected-clearance",
        "CAUTION, caution-Conflicting-Traffic"
    })
    void everyPhaseIsAnEvent(SignalPhase phase, String event) throws UnspeakableException {
        assertThat(event(phase, null).eventState().identifier()).isEqualTo(event);
    }

    @Test
    void saysNothingOfTimesThatNobodyKnows() throws UnspeakableException {
        assertThat(event(SignalPhase.STOP_AND_REMAIN, null).timing()).isNull();
    }

    @Test
    void marksTimesInTheHour() throws UnspeakableException {
        SignalTiming timing = new SignalTiming(
                NOW.plusMillis(5_000), NOW.plusMillis(21_000), NOW.plusMillis(12_300), 0.75, NOW.plusSeconds(60));
        assertThat(details(timing))
                .isEqualTo(new TimeChangeDetails(null, TENTH + 50, TENTH + 211, TENTH + 123, 6, TENTH + 600));
    }

    @Test
    void leavesOffWhatIsNotKnown() throws UnspeakableException {
        SignalTiming timing = SignalTiming.between(NOW.plusSeconds(5), null);
        assertThat(details(timing)).isEqualTo(new TimeChangeDetails(null, TENTH + 50, null, null, null, null));
    }

    @Test
    void goesOnInTheNextHour() throws UnspeakableException {
        Instant late = Instant.parse("2026-03-01T08:59:58.000Z");
        SignalTiming timing = SignalTiming.between(late.plusMillis(1_900), late.plusMillis(1_950));
        SignalAnnouncement announcement = at(late, state(1, SignalPhase.STOP_AND_REMAIN, timing));
        TimeChangeDetails details = Objects.requireNonNull(
                crossing(announcement).states().get(0).stateTimeSpeed().get(0).timing());
        assertThat(details.minEndTime()).isEqualTo(35_999);
        assertThat(details.maxEndTime()).isZero();
    }

    @Test
    void whatHasPassedCanEndAtOnce() throws UnspeakableException {
        SignalTiming timing = new SignalTiming(NOW.minusSeconds(5), null, null, 0, NOW.minusMillis(1));
        assertThat(details(timing)).isEqualTo(new TimeChangeDetails(null, TENTH, null, null, null, null));
    }

    @Test
    void anHourAndMoreHasItsOwnMark() throws UnspeakableException {
        SignalTiming timing = SignalTiming.between(NOW.plusSeconds(3_600), Instant.MAX);
        assertThat(details(timing)).isEqualTo(new TimeChangeDetails(null, BEYOND, BEYOND, null, null, null));
    }

    @ParameterizedTest
    @CsvSource({"0.2,", "0.21, 0", "0.5, 2", "0.979, 13", "1, 15"})
    void theConfidenceIsNotOverstated(double share, @Nullable Integer confidence) throws UnspeakableException {
        SignalTiming timing = new SignalTiming(NOW, null, NOW.plusSeconds(1), share, null);
        assertThat(details(timing).confidence()).isEqualTo(confidence);
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
                NOW, Stamps.NONE, Crossing.map(), Set.of(mode), List.of(state(1, SignalPhase.DARK, null)));
        assertThat(crossing(announcement).status()).hasToString(bits);
    }

    @Test
    void saysThatItKnowsNothing() throws UnspeakableException {
        assertThat(crossing(announcement(state(1, SignalPhase.UNAVAILABLE, null)))
                        .status())
                .hasToString("0000000000000100");
    }

    @Test
    void tellsAllGroupsInOneMessage() throws UnspeakableException {
        SignalState[] states = IntStream.rangeClosed(1, 255)
                .mapToObj(group -> state(group, SignalPhase.STOP_AND_REMAIN, null))
                .toArray(SignalState[]::new);
        assertThat(crossing(announcement(states)).states())
                .extracting(MovementState::signalGroup)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 255).boxed().toList());
    }

    @Test
    void theRevisionChangesWithTheContentAlone() throws UnspeakableException {
        SignalState red = state(1, SignalPhase.STOP_AND_REMAIN, null);
        SignalState green = state(1, SignalPhase.PROTECTED_MOVEMENT, null);
        assertThat(crossing(announcement(red)).revision()).isZero();
        assertThat(crossing(at(NOW.plusMillis(100), red)).revision()).isZero();
        assertThat(crossing(announcement(green)).revision()).isEqualTo(1);
        assertThat(crossing(announcement(red)).revision()).isEqualTo(2);
    }

    @Test
    void theRevisionGoesRound() throws UnspeakableException {
        for (int i = 0; i < 128; i++) {
            SignalPhase phase = i % 2 == 0 ? SignalPhase.DARK : SignalPhase.CAUTION;
            assertThat(crossing(announcement(state(1, phase, null))).revision()).isEqualTo(i);
        }
        assertThat(crossing(announcement(state(1, SignalPhase.DARK, null))).revision())
                .isZero();
    }

    @Test
    void hasNoMessageForNoGroup() {
        assertThatExceptionOfType(UnspeakableException.class)
                .isThrownBy(() -> message.of(announcement()))
                .withMessage("SPAT without a signal group");
    }

    /** 41244.5 s of the day is tenth 16445 of its hour; the controller counts 50 tenths down. */
    @Test
    void saysWhatACountingControllerSays() throws UnspeakableException {
        Instant time = Instant.parse("2026-03-01T11:27:24.500Z");
        SignalTiming timing = SignalTiming.between(time, time.plusSeconds(5));
        MovementEvent event = crossing(at(time, state(2, SignalPhase.PROTECTED_MOVEMENT, timing)))
                .states()
                .get(0)
                .stateTimeSpeed()
                .get(0);
        assertThat(event.timing()).isEqualTo(new TimeChangeDetails(null, 16_445, 16_495, null, null, null));
    }
}
