package io.verge.app.signalpriority.internal;

import io.verge.api.announcement.PriorityAnnouncement.Status;
import io.verge.api.observation.PriorityRequest;
import io.verge.api.observation.PriorityRequest.Action;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * All requests that are not forgotten, the oldest first. Bounded, so that nobody can fill it: a requester has few, and what was
 * rejected gives way to what may be served.
 */
final class Book {
    static final int MOST = 32;
    static final int MOST_OF_ONE = 4;
    /** Sequence numbers count in a circle of so many (SAE J2735 MsgCount). */
    private static final int SEQUENCES = 128;
    /** An arrival that is further away is no arrival. */
    private static final Duration HORIZON = Duration.ofMinutes(10);

    private static final int LONGEST_ID = 16;

    private final Authority authority;
    private final Movements movements;
    private final Limits limits;
    private final Dispatcher dispatcher;
    private final Map<Key, Ticket> tickets = new LinkedHashMap<>();

    private final LongAdder requests = new LongAdder();
    private final LongAdder elsewhere = new LongAdder();
    private final LongAdder repeated = new LongAdder();
    private final LongAdder cancelled = new LongAdder();
    private final LongAdder flooded = new LongAdder();
    private final LongAdder granted = new LongAdder();
    private final Map<Refusal, LongAdder> refused = new EnumMap<>(Refusal.class);

    private record Key(String requester, int request) {}

    Book(Authority authority, Movements movements, Limits limits, Dispatcher dispatcher) {
        this.authority = authority;
        this.movements = movements;
        this.limits = limits;
        this.dispatcher = dispatcher;
        for (Refusal refusal : Refusal.values()) {
            refused.put(refusal, new LongAdder());
        }
    }

    /** Takes a request; whether it changed anything. */
    boolean heard(PriorityRequest request, Instant now) {
        requests.increment();
        if (!movements.concerns(request) || request.requester().length() > LONGEST_ID) {
            elsewhere.increment();
            return false;
        }
        Key key = new Key(request.requester(), request.request());
        Ticket known = tickets.get(key);
        if (known != null && !newer(request, known.request())) {
            repeated.increment();
            return false;
        }
        if (request.action() == Action.CANCEL) {
            return known != null && cancel(known, now);
        }
        if (known == null && !hasRoom(request.requester())) {
            flooded.increment();
            return false;
        }
        judge(tickets.computeIfAbsent(key, absent -> new Ticket(request, now)), request, now);
        return true;
    }

    /** Without a number, whatever differs is newer. */
    private static boolean newer(PriorityRequest request, PriorityRequest known) {
        if (request.sequence() < 0 || known.sequence() < 0) {
            return !request.equals(known);
        }
        int ahead = Math.floorMod(request.sequence() - known.sequence(), SEQUENCES);
        return ahead > 0 && ahead < SEQUENCES / 2;
    }

    private boolean cancel(Ticket ticket, Instant now) {
        cancelled.increment();
        return dispatcher.move(ticket, TicketState.GONE, now);
    }

    /** What was rejected is forgotten early when others need its place. */
    private boolean hasRoom(String requester) {
        long own = tickets.keySet().stream()
                .filter(key -> key.requester.equals(requester))
                .count();
        if (own >= MOST_OF_ONE) {
            return forgetRejected(requester);
        }
        return tickets.size() < MOST || forgetRejected(null);
    }

    private boolean forgetRejected(@Nullable String requester) {
        Optional<Key> oldest = tickets.entrySet().stream()
                .filter(entry -> entry.getValue().state() == TicketState.REJECTED)
                .map(Map.Entry::getKey)
                .filter(key -> requester == null || key.requester.equals(requester))
                .findFirst();
        oldest.ifPresent(tickets::remove);
        return oldest.isPresent();
    }

    private void judge(Ticket ticket, PriorityRequest request, Instant now) {
        Refusal refusal = authority.refusal(request);
        Optional<Integer> group = movements.group(request);
        Instant arrival = movements.arrival(request, now);
        if (refusal == null && group.isEmpty()) {
            refusal = Refusal.MOVEMENT;
        }
        if (refusal == null) {
            refusal = implausible(arrival, now);
        }
        if (refusal != null || arrival == null || group.isEmpty()) {
            dispatcher.move(ticket, TicketState.REJECTED, now);
            ticket.reject(request, refusal == null ? Refusal.NO_ARRIVAL : refusal, now);
            refused(ticket);
            return;
        }
        if (ticket.group() != group.get()) {
            dispatcher.move(ticket, TicketState.REQUESTED, now);
        }
        ticket.ask(request, group.get(), arrival, end(request, arrival), now);
    }

    private static @Nullable Refusal implausible(@Nullable Instant arrival, Instant now) {
        if (arrival == null) {
            return Refusal.NO_ARRIVAL;
        }
        return arrival.isAfter(now.plus(HORIZON)) ? Refusal.TOO_FAR : null;
    }

    /** When it is over: it may hold a green no longer than the controller is asked for it. */
    private Instant end(PriorityRequest request, Instant arrival) {
        Instant departure = request.departure();
        if (departure == null || departure.isBefore(arrival)) {
            return arrival.plus(limits.stay());
        }
        Instant latest = arrival.plus(limits.maxPresence());
        return departure.isBefore(latest) ? departure : latest;
    }

    private void refused(Ticket ticket) {
        Refusal reason = ticket.refusal();
        if (reason != null) {
            refused.computeIfAbsent(reason, absent -> new LongAdder()).increment();
        }
    }

    /** Takes all one step on; whether any has changed. */
    boolean advance(Greens greens) {
        Map<Ticket, TicketState> before = new LinkedHashMap<>();
        tickets.values().forEach(ticket -> before.put(ticket, ticket.state()));
        boolean changed = dispatcher.advance(tickets.values(), greens);
        before.forEach(this::count);
        return tickets.values().removeIf(ticket -> ticket.state() == TicketState.GONE) || changed;
    }

    private void count(Ticket ticket, TicketState before) {
        if (before != ticket.state() && ticket.state() == TicketState.GRANTED) {
            granted.increment();
        } else if (before != ticket.state() && ticket.state() == TicketState.REJECTED) {
            refused(ticket);
        }
    }

    List<Status> statuses() {
        List<Status> statuses = new ArrayList<>(tickets.size());
        tickets.values()
                .forEach(ticket ->
                        statuses.add(new Status(ticket.request(), ticket.state().answer())));
        return statuses;
    }

    boolean isEmpty() {
        return tickets.isEmpty();
    }

    /** Forgets all: the clock was set, and no time in it means anything any more. */
    void clear() {
        tickets.clear();
    }

    void addTo(Map<String, Long> counters) {
        counters.put("requests", requests.sum());
        counters.put("elsewhere", elsewhere.sum());
        counters.put("repeated", repeated.sum());
        counters.put("cancelled", cancelled.sum());
        counters.put("flooded", flooded.sum());
        counters.put("granted", granted.sum());
        refused.forEach((reason, count) -> counters.put(reason.counter(), count.sum()));
    }
}
