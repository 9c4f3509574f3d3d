package io.verge.cloud.internal.session;

import io.verge.api.cloud.CloudReport;
import io.verge.api.status.State;
import io.verge.api.status.Status;
import io.verge.api.status.Trouble;
import io.verge.api.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What people are shown of the session. Written by the uplink's thread, read by any. */
final class Board {
    /** Counts the connections that ended since the broker does not take who the box is. */
    static final String REFUSALS = "refusals";

    private final Clock clock;
    private final Map<String, AtomicLong> counters = new ConcurrentHashMap<>();
    private volatile Shown shown;

    /** One picture, so that nobody sees half of two. */
    private record Shown(
            Status status,
            String broker,
            String client,
            Phase phase,
            long connection,
            @Nullable Instant connected,
            @Nullable Instant nextAttempt,
            Map<String, Boolean> consumers,
            @Nullable Status last) {}

    Board(Clock clock, String broker, String client) {
        this.clock = clock;
        Status starting = Status.of(State.STARTING, clock.now());
        this.shown = new Shown(starting, broker, client, Phase.WAITING, 0, null, null, Map.of(), null);
    }

    void settings(String broker, String client) {
        Shown s = shown;
        shown = new Shown(
                s.status, broker, client, s.phase, s.connection, s.connected, s.nextAttempt, s.consumers, s.last);
    }

    /** The session is in another phase. */
    void phase(Phase phase, long connection, @Nullable Instant connected, @Nullable Instant nextAttempt) {
        Shown s = shown;
        shown = new Shown(s.status, s.broker, s.client, phase, connection, connected, nextAttempt, s.consumers, s.last);
    }

    void consumers(Map<String, Boolean> consumers) {
        Shown s = shown;
        shown = new Shown(
                s.status, s.broker, s.client, s.phase, s.connection, s.connected, s.nextAttempt, consumers, s.last);
    }

    /** How it is; since when stays while state and kind of trouble stay. */
    void status(State state, @Nullable Trouble trouble) {
        Shown s = shown;
        boolean same = s.status.state() == state && Objects.equals(code(s.status.trouble()), code(trouble));
        Status status = new Status(state, same ? s.status.since() : clock.now(), trouble);
        shown = new Shown(
                status, s.broker, s.client, s.phase, s.connection, s.connected, s.nextAttempt, s.consumers, s.last);
    }

    /** How the last connection ended. */
    void ended(State state, Trouble trouble) {
        Shown s = shown;
        Status last = new Status(state, clock.now(), trouble);
        shown = new Shown(
                s.status, s.broker, s.client, s.phase, s.connection, s.connected, s.nextAttempt, s.consumers, last);
        status(state, trouble);
    }

    private static @Nullable String code(@Nullable Trouble trouble) {
        return trouble == null ? null : trouble.code();
    }

    void count(String name, long more) {
        counters.computeIfAbsent(name, n -> new AtomicLong()).addAndGet(more);
    }

    boolean online() {
        return shown.phase == Phase.ONLINE;
    }

    Status status() {
        return shown.status;
    }

    Credentials.Standing standing() {
        Shown s = shown;
        AtomicLong refusals = counters.get(REFUSALS);
        return new Credentials.Standing(s.connection, s.phase == Phase.ONLINE, refusals == null ? 0 : refusals.get());
    }

    /**
     * The whole.
     *
     * @param more counters that others keep
     */
    CloudReport report(@Nullable Duration roundTrip, Map<String, Long> more) {
        Shown s = shown;
        Map<String, Long> all = new TreeMap<>(more);
        counters.forEach((name, count) -> all.put(name, count.get()));
        return new CloudReport(
                s.status,
                s.broker,
                s.client,
                s.phase.name().toLowerCase(Locale.ROOT),
                s.connection,
                s.connected,
                s.nextAttempt,
                roundTrip,
                s.consumers,
                all,
                s.last,
                null);
    }
}
