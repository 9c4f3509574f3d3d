package io.verge.messages.csae.internal;

import io.verge.api.air.UnspeakableException;
import io.verge.api.announcement.SignalAnnouncement;
import io.verge.api.signal.SignalPhase;
import io.verge.api.signal.SignalState;
import io.verge.api.signal.SignalTiming;
import io.verge.api.site.SiteMap;
import io.verge.messages.csae.edition2020.IntersectionState;
import io.verge.messages.csae.edition2020.LightState;
import io.verge.messages.csae.edition2020.NodeReferenceID;
import io.verge.messages.csae.edition2020.Phase;
import io.verge.messages.csae.edition2020.PhaseState;
import io.verge.messages.csae.edition2020.SPAT;
import io.verge.messages.csae.edition2020.TimeCountingDown;
import io.verge.messages.facilities.MessageCount;
import io.verge.messages.facilities.element.IntersectionStatus;
import io.verge.messages.facilities.element.MinuteOfYear;
import io.verge.messages.uper.BitString;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Signal states as SPAT, alike in the editions. A phase is a signal group; its one state is the present one, with times that
 * count down from the message's time stamp. A crossing of more phases than a message takes is told in several.
 */
final class SignalMessage {
    private static final int PHASES = 16;

    private final MessageCount count = new MessageCount();

    List<SPAT> of(SignalAnnouncement announcement) throws UnspeakableException {
        List<SignalState> states = announcement.states();
        if (states.isEmpty()) {
            throw new UnspeakableException("SPAT without a signal group");
        }
        List<SPAT> messages = new ArrayList<>((states.size() + PHASES - 1) / PHASES);
        BitString status = IntersectionStatus.of(announcement.modes(), states);
        for (int from = 0; from < states.size(); from += PHASES) {
            List<SignalState> part = states.subList(from, Math.min(states.size(), from + PHASES));
            messages.add(message(announcement, status, part));
        }
        return messages;
    }

    private SPAT message(SignalAnnouncement announcement, BitString status, List<SignalState> states) {
        Instant now = announcement.time();
        int minute = MinuteOfYear.of(now);
        int millis = MinuteOfYear.millisOfMinute(now);
        List<Phase> phases = new ArrayList<>(states.size());
        for (SignalState state : states) {
            phases.add(new Phase(state.group(), List.of(phaseState(state, now))));
        }
        NodeReferenceID node = node(announcement.map());
        return SPAT.builder()
                .msgCnt(count.next())
                .moy(minute)
                .timeStamp(millis)
                .intersections(List.of(new IntersectionState(node, status, minute, millis, null, phases, null)))
                .build();
    }

    /** A crossing's name; region 0 is none. */
    static NodeReferenceID node(SiteMap map) {
        return node(map.region(), map.id());
    }

    static NodeReferenceID node(int region, int id) {
        return new NodeReferenceID(region == 0 ? null : region, id);
    }

    private static PhaseState phaseState(SignalState state, Instant now) {
        SignalTiming timing = state.timing();
        return new PhaseState(
                light(state.phase()),
                timing == null ? null : counting(timing, state.phase().green(), now),
                null);
    }

    /**
     * Bounds are rounded outwards. The likely end is mandatory: where nobody has predicted it, it is known only when the
     * bounds meet. DE nextStartTime is about the same light: the next green says it only while it is green.
     */
    private static TimeCountingDown counting(SignalTiming timing, boolean green, Instant now) {
        Instant likely = timing.likelyEnd();
        Instant next = timing.nextStart();
        boolean certain = likely == null && timing.minEnd().equals(timing.maxEnd());
        Instant end = certain ? timing.minEnd() : likely;
        return new TimeCountingDown(
                0,
                CsaeUnits.countdownAtLeast(now, timing.minEnd()),
                CsaeUnits.countdownAtMost(now, timing.maxEnd()),
                end == null ? CsaeUnits.TIME_UNKNOWN : CsaeUnits.countdown(now, end),
                likely == null ? null : CsaeUnits.confidence(timing.confidence()),
                green && next != null && !next.isBefore(now) ? CsaeUnits.countdown(now, next) : null,
                null);
    }

    /** Red and yellow still means stop, and there is no value for it: it is told as red. */
    private static LightState light(SignalPhase phase) {
        return switch (phase) {
            case UNAVAILABLE -> LightState.UNAVAILABLE;
            case DARK -> LightState.DARK;
            case STOP_THEN_PROCEED -> LightState.FLASHING_RED;
            case STOP_AND_REMAIN, PRE_MOVEMENT -> LightState.RED;
            case PERMISSIVE_MOVEMENT -> LightState.PERMISSIVE_GREEN;
            case PROTECTED_MOVEMENT -> LightState.PROTECTED_GREEN;
            case PERMISSIVE_CLEARANCE, PROTECTED_CLEARANCE -> LightState.YELLOW;
            case CAUTION -> LightState.FLASHING_YELLOW;
        };
    }
}
