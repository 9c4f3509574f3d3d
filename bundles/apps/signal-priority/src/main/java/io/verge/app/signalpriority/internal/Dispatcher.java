package io.verge.app.signalpriority.internal;

import io.verge.app.signalpriority.internal.GreenDesk.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Decides what becomes of each request: the rules of the arrows of {@link TicketState}. Of signal groups that exclude each other
 * one is served at a time; an emergency vehicle takes the place of any other.
 */
final class Dispatcher {
    /** So long a requester is told that it was rejected. */
    static final Duration SHOWN = Duration.ofSeconds(5);

    private final Limits limits;
    private final Movements movements;
    private final Lockouts lockouts;
    private final GreenDesk desk;
    private final Set<Integer> wanted = new HashSet<>();

    Dispatcher(Limits limits, Movements movements, Lockouts lockouts, GreenDesk desk) {
        this.limits = limits;
        this.movements = movements;
        this.lockouts = lockouts;
        this.desk = desk;
    }

    /**
     * Takes every request one step on, and asks the controller for what follows.
     *
     * @param tickets the oldest first; those that are gone are still among them
     * @return whether any has changed
     */
    boolean advance(Collection<Ticket> tickets, Greens greens) {
        Instant now = greens.time();
        lockouts.watch(greens);
        boolean changed = false;
        for (Ticket ticket : tickets) {
            changed |= move(ticket, next(ticket, tickets, greens), now);
        }
        wanted.clear();
        for (Ticket ticket : tickets) {
            if (ticket.state().active()) {
                wanted.add(ticket.group());
            }
        }
        desk.want(wanted, now);
        return changed;
    }

    /** Ends a service, whatever comes next. */
    boolean move(Ticket ticket, TicketState next, Instant now) {
        TicketState before = ticket.state();
        if (before.active() && !next.active() && next != TicketState.WATCHING && ticket.served()) {
            lockouts.served(ticket.group(), now);
        }
        ticket.become(next, now);
        return before != next;
    }

    private TicketState next(Ticket ticket, Collection<Ticket> tickets, Greens greens) {
        Instant now = greens.time();
        return switch (ticket.state()) {
            case REQUESTED, WATCHING, LOCKED -> ticket.over(now) ? TicketState.GONE : waiting(ticket, tickets, now);
            case PROCESSING -> ticket.over(now) ? TicketState.GONE : processing(ticket, greens);
            case GRANTED -> ticket.over(now) ? TicketState.GONE : granted(ticket, greens);
            case MAX_PRESENCE -> ticket.over(now) ? TicketState.GONE : TicketState.MAX_PRESENCE;
            case REJECTED -> longer(ticket.inState(now), SHOWN) ? TicketState.GONE : TicketState.REJECTED;
            case GONE -> TicketState.GONE;
        };
    }

    private TicketState waiting(Ticket ticket, Collection<Ticket> tickets, Instant now) {
        Duration ahead = ticket.untilArrival(now);
        if (longer(ahead, limits.maxEta())) {
            return TicketState.REQUESTED;
        }
        if (lockouts.locked(ticket.group()) && !ticket.emergency()) {
            return TicketState.LOCKED;
        }
        if (taken(ticket, tickets)) {
            return TicketState.WATCHING;
        }
        if (longer(limits.minEta(), ahead)) {
            ticket.because(Refusal.TOO_LATE);
            return TicketState.REJECTED;
        }
        makeWay(ticket, tickets, now);
        return TicketState.PROCESSING;
    }

    /** Whether another that cannot be sent away has the place. */
    private boolean taken(Ticket ticket, Collection<Ticket> tickets) {
        for (Ticket other : tickets) {
            if (inTheWay(other, ticket) && (other.emergency() || !ticket.emergency())) {
                return true;
            }
        }
        return false;
    }

    private void makeWay(Ticket ticket, Collection<Ticket> tickets, Instant now) {
        for (Ticket other : tickets) {
            if (inTheWay(other, ticket)) {
                move(other, TicketState.WATCHING, now);
            }
        }
    }

    private boolean inTheWay(Ticket other, Ticket ticket) {
        return other.state().active() && movements.exclude(other.group(), ticket.group());
    }

    private TicketState processing(Ticket ticket, Greens greens) {
        Instant now = greens.time();
        if (longer(ticket.presence(now), limits.maxPresence())) {
            return TicketState.MAX_PRESENCE;
        }
        Outcome outcome = desk.outcome(ticket.group());
        if (outcome == Outcome.FAILED) {
            ticket.because(Refusal.CONTROLLER);
            return TicketState.REJECTED;
        }
        boolean granted = outcome == Outcome.ACCEPTED && greens.shows(ticket.group());
        return granted ? TicketState.GRANTED : TicketState.PROCESSING;
    }

    private TicketState granted(Ticket ticket, Greens greens) {
        Instant now = greens.time();
        if (longer(ticket.presence(now), limits.maxPresence())) {
            return TicketState.MAX_PRESENCE;
        }
        if (greens.shows(ticket.group())) {
            return TicketState.GRANTED;
        }
        return ticket.untilArrival(now).isNegative() ? TicketState.GONE : TicketState.PROCESSING;
    }

    private static boolean longer(Duration span, Duration limit) {
        return span.compareTo(limit) > 0;
    }
}
