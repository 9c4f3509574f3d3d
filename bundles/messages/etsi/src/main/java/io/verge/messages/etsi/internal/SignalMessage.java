package io.verge.messages.etsi.internal;

import io.verge.api.air.UnspeakableException;
import io.verge.api.announcement.SignalAnnouncement;
import io.verge.api.signal.SignalMode;
import io.verge.api.signal.SignalPhase;
import io.verge.api.signal.SignalState;
import io.verge.api.signal.SignalTiming;
import io.verge.api.site.SiteMap;
import io.verge.messages.etsi.infrastructure.IntersectionReferenceID;
import io.verge.messages.etsi.infrastructure.IntersectionState;
import io.verge.messages.etsi.infrastructure.IntersectionStatusObject;
import io.verge.messages.etsi.infrastructure.MovementEvent;
import io.verge.messages.etsi.infrastructure.MovementPhaseState;
import io.verge.messages.etsi.infrastructure.MovementState;
import io.verge.messages.etsi.infrastructure.SPAT;
import io.verge.messages.etsi.infrastructure.TimeChangeDetails;
import io.verge.messages.uper.BitString;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Signal states as the body of SPATEM: one event a signal group, with times that are marks in the UTC hour and the speeds advised
 * for it.
 */
final class SignalMessage {
    private static final int STATUS_BITS = 16;

    private final AdviceBook advice;
    private final Revision revision = new Revision();

    SignalMessage(AdviceBook advice) {
        this.advice = advice;
    }

    /** What the revision is of: all but the time of the message. */
    private record Content(IntersectionReferenceID crossing, BitString status, List<MovementState> states) {}

    SPAT of(SignalAnnouncement announcement) throws UnspeakableException {
        if (announcement.states().isEmpty()) {
            throw new UnspeakableException("SPATEM without a signal group");
        }
        Instant now = announcement.time();
        List<MovementState> states = new ArrayList<>(announcement.states().size());
        for (SignalState state : announcement.states()) {
            states.add(movement(announcement.map(), state, now));
        }
        Content content =
                new Content(crossing(announcement.map()), status(announcement.modes(), announcement.states()), states);
        int minute = EtsiUnits.minuteOfYear(now);
        IntersectionState crossing = IntersectionState.builder()
                .id(content.crossing)
                .revision(revision.of(content))
                .status(content.status)
                .moy(minute)
                .timeStamp(EtsiUnits.millisOfMinute(now))
                .states(states)
                .build();
        return SPAT.builder().timeStamp(minute).intersections(List.of(crossing)).build();
    }

    /** A crossing's name; region 0 is none. */
    static IntersectionReferenceID crossing(SiteMap map) {
        return new IntersectionReferenceID(map.region() == 0 ? null : map.region(), map.id());
    }

    private MovementState movement(SiteMap map, SignalState state, Instant now) {
        SignalTiming timing = state.timing();
        MovementEvent event = new MovementEvent(
                event(state.phase()),
                timing == null ? null : details(timing, now),
                advice.of(map, state.group(), now),
                null,
                null);
        return new MovementState(null, state.group(), List.of(event), null, null, null);
    }

    /** Bounds are rounded outwards. A next green that has passed is none. */
    private static TimeChangeDetails details(SignalTiming timing, Instant now) {
        Instant likely = timing.likelyEnd();
        Instant next = timing.nextStart();
        return new TimeChangeDetails(
                null,
                EtsiUnits.markAtLeast(now, timing.minEnd()),
                EtsiUnits.markAtMost(now, timing.maxEnd()),
                EtsiUnits.mark(now, likely),
                likely == null ? null : EtsiUnits.timeConfidence(timing.confidence()),
                next == null || next.isBefore(now) ? null : EtsiUnits.mark(now, next));
    }

    private static MovementPhaseState event(SignalPhase phase) {
        return switch (phase) {
            case UNAVAILABLE -> MovementPhaseState.UNAVAILABLE;
            case DARK -> MovementPhaseState.DARK;
            case STOP_THEN_PROCEED -> MovementPhaseState.STOP_THEN_PROCEED;
            case STOP_AND_REMAIN -> MovementPhaseState.STOP_AND_REMAIN;
            case PRE_MOVEMENT -> MovementPhaseState.PRE_MOVEMENT;
            case PERMISSIVE_MOVEMENT -> MovementPhaseState.PERMISSIVE_MOVEMENT_ALLOWED;
            case PROTECTED_MOVEMENT -> MovementPhaseState.PROTECTED_MOVEMENT_ALLOWED;
            case PERMISSIVE_CLEARANCE -> MovementPhaseState.PERMISSIVE_CLEARANCE;
            case PROTECTED_CLEARANCE -> MovementPhaseState.PROTECTED_CLEARANCE;
            case CAUTION -> MovementPhaseState.CAUTION_CONFLICTING_TRAFFIC;
        };
    }

    /** Coordination and its transition have no bit. */
    private static BitString status(Set<SignalMode> modes, List<SignalState> states) {
        long bits = 0;
        for (SignalMode mode : modes) {
            bits |= switch (mode) {
                case MANUAL -> bit(IntersectionStatusObject.MANUAL_CONTROL_IS_ENABLED);
                case STOP_TIME -> bit(IntersectionStatusObject.STOP_TIME_IS_ACTIVATED);
                case FAULT_FLASH -> bit(IntersectionStatusObject.FAILURE_FLASH);
                case PREEMPTION -> bit(IntersectionStatusObject.PREEMPT_IS_ACTIVE);
                case PRIORITY -> bit(IntersectionStatusObject.SIGNAL_PRIORITY_IS_ACTIVE);
                case PROGRAMMED_FLASH -> bit(IntersectionStatusObject.STANDBY_OPERATION);
                case COORDINATED, TRANSITION -> 0;
            };
        }
        if (states.stream().allMatch(state -> state.phase() == SignalPhase.UNAVAILABLE)) {
            bits |= bit(IntersectionStatusObject.NO_VALID_SPA_TIS_AVAILABLE_AT_THIS_TIME);
        }
        return BitString.of(bits, STATUS_BITS);
    }

    private static long bit(int number) {
        return 1L << (STATUS_BITS - 1 - number);
    }
}
