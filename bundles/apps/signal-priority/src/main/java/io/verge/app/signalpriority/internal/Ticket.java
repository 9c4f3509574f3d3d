package io.verge.app.signalpriority.internal;

import io.verge.api.observation.PriorityRequest;
import io.verge.api.observation.PriorityRequest.Role;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One request and how far it is. Mutable; touched by the app's thread. */
final class Ticket {
    private static final int NO_GROUP = 0;

    private PriorityRequest request;
    private int group = NO_GROUP;
    private Instant arrival;
    private Instant end;
    private TicketState state = TicketState.REQUESTED;
    /** When it came to this state. */
    private Instant since;
    /** When the controller was first asked for it; null when it is not asked for. */
    private @Nullable Instant activeSince;

    private boolean served;
    private @Nullable Refusal refusal;

    Ticket(PriorityRequest request, Instant now) {
        this.request = request;
        this.since = now;
        this.arrival = now;
        this.end = now;
    }

    /** It is valid, and this is what it asks for. For the same group it stays where it is, unless that was an end. */
    void ask(PriorityRequest asked, int signalGroup, Instant arrives, Instant ends, Instant now) {
        boolean ended = state == TicketState.REJECTED || state == TicketState.GONE;
        boolean goesOn = group == signalGroup && !ended;
        request = asked;
        group = signalGroup;
        arrival = arrives;
        end = ends;
        if (!goesOn) {
            refusal = null;
            served = false;
            become(TicketState.REQUESTED, now);
        }
    }

    /** It is not valid. */
    void reject(PriorityRequest asked, Refusal reason, Instant now) {
        request = asked;
        because(reason);
        become(TicketState.REJECTED, now);
    }

    /** Why it will be rejected. */
    void because(Refusal reason) {
        refusal = reason;
    }

    void become(TicketState next, Instant now) {
        if (state == next) {
            return;
        }
        if (!next.active()) {
            activeSince = null;
        } else if (activeSince == null) {
            activeSince = now;
        }
        served |= next == TicketState.GRANTED;
        state = next;
        since = now;
    }

    PriorityRequest request() {
        return request;
    }

    TicketState state() {
        return state;
    }

    /** That rules its way; of a request that is rejected, perhaps none. */
    int group() {
        return group;
    }

    @Nullable
    Refusal refusal() {
        return refusal;
    }

    /** Whether it was ever granted. */
    boolean served() {
        return served;
    }

    boolean emergency() {
        Role role = request.role();
        return switch (role) {
            case FIRE, AMBULANCE, POLICE, OTHER_EMERGENCY -> true;
            case UNKNOWN, PUBLIC_TRANSPORT, ROAD_WORK, TRUCK -> false;
        };
    }

    Duration untilArrival(Instant now) {
        return Duration.between(now, arrival);
    }

    boolean over(Instant now) {
        return now.isAfter(end);
    }

    Duration inState(Instant now) {
        return Duration.between(since, now);
    }

    /** For how long the controller has been asked for it. */
    Duration presence(Instant now) {
        return activeSince == null ? Duration.ZERO : Duration.between(activeSince, now);
    }
}
