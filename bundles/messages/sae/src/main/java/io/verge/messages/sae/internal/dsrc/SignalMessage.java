package io.verge.messages.sae.internal.dsrc;

import io.verge.api.air.UnspeakableException;
import io.verge.api.announcement.AdviceAnnouncement.Advice;
import io.verge.api.announcement.SignalAnnouncement;
import io.verge.api.signal.SignalPhase;
import io.verge.api.signal.SignalState;
import io.verge.api.signal.SignalTiming;
import io.verge.api.site.SiteMap;
import io.verge.messages.facilities.AdviceBook;
import io.verge.messages.facilities.Revision;
import io.verge.messages.facilities.element.DsrcUnits;
import io.verge.messages.facilities.element.IntersectionStatus;
import io.verge.messages.facilities.element.MinuteOfYear;
import io.verge.messages.facilities.element.TimeMark;
import io.verge.messages.sae.j2735.AdvisorySpeed;
import io.verge.messages.sae.j2735.AdvisorySpeedType;
import io.verge.messages.sae.j2735.IntersectionReferenceID;
import io.verge.messages.sae.j2735.IntersectionState;
import io.verge.messages.sae.j2735.MovementEvent;
import io.verge.messages.sae.j2735.MovementPhaseState;
import io.verge.messages.sae.j2735.MovementState;
import io.verge.messages.sae.j2735.SPAT;
import io.verge.messages.sae.j2735.TimeChangeDetails;
import io.verge.messages.uper.BitString;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Signal states as SPAT: one event a signal group, with times that are marks in the UTC hour and the speeds advised for it. */
public final class SignalMessage {
    private static final int SPEEDS = 16;

    private final String name;
    private final TimeMark mark;
    private final AdviceBook advice;
    private final Revision revision = new Revision();

    /**
     * For a site.
     *
     * @param name the message's, for what is said of errors
     * @param mark which has what stands for an hour and more
     */
    public SignalMessage(String name, TimeMark mark, AdviceBook advice) {
        this.name = name;
        this.mark = mark;
        this.advice = advice;
    }

    /** What the revision is of: all but the time of the message. */
    private record Content(IntersectionReferenceID crossing, BitString status, List<MovementState> states) {}

    /**
     * One message.
     *
     * @throws UnspeakableException when there is no signal group
     */
    public SPAT of(SignalAnnouncement announcement) throws UnspeakableException {
        if (announcement.states().isEmpty()) {
            throw new UnspeakableException(name + " without a signal group");
        }
        Instant now = announcement.time();
        List<MovementState> states = new ArrayList<>(announcement.states().size());
        for (SignalState state : announcement.states()) {
            states.add(movement(announcement.map(), state, now));
        }
        Content content = new Content(
                SiteReferences.crossing(announcement.map()),
                IntersectionStatus.of(announcement.modes(), announcement.states()),
                states);
        int minute = MinuteOfYear.of(now);
        IntersectionState crossing = IntersectionState.builder()
                .id(content.crossing)
                .revision(revision.of(content))
                .status(content.status)
                .moy(minute)
                .timeStamp(MinuteOfYear.millisOfMinute(now))
                .states(states)
                .build();
        return SPAT.builder().timeStamp(minute).intersections(List.of(crossing)).build();
    }

    private MovementState movement(SiteMap map, SignalState state, Instant now) {
        SignalTiming timing = state.timing();
        MovementEvent event = new MovementEvent(
                event(state.phase()),
                timing == null ? null : details(timing, now),
                speeds(map, state.group(), now),
                null,
                null);
        return new MovementState(null, state.group(), List.of(event), null, null, null);
    }

    /** The speeds for a signal group, those of the lower lanes first; null when there are none. */
    private @Nullable List<AdvisorySpeed> speeds(SiteMap map, int group, Instant now) {
        List<AdvisorySpeed> speeds = advice.of(map, group, now).stream()
                .map(SignalMessage::speed)
                .distinct()
                .limit(SPEEDS)
                .toList();
        return speeds.isEmpty() ? null : speeds;
    }

    /** There is one speed in the message: the greatest that keeps to the advice. */
    private static AdvisorySpeed speed(Advice advice) {
        return new AdvisorySpeed(
                AdvisorySpeedType.GREENWAVE,
                DsrcUnits.speedAdvice(advice.maxSpeed()),
                null,
                DsrcUnits.zoneLength(advice.distance()),
                null,
                null,
                null);
    }

    /** Bounds are rounded outwards. A next green that has passed is none. */
    private TimeChangeDetails details(SignalTiming timing, Instant now) {
        Instant likely = timing.likelyEnd();
        Instant next = timing.nextStart();
        return new TimeChangeDetails(
                null,
                mark.atLeast(now, timing.minEnd()),
                mark.atMost(now, timing.maxEnd()),
                mark.nearest(now, likely),
                likely == null ? null : TimeMark.confidence(timing.confidence()),
                next == null || next.isBefore(now) ? null : mark.nearest(now, next));
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
}
