package io.verge.cloud.internal.session;

import io.verge.api.cloud.CloudReport;
import io.verge.api.outbox.Outlet;
import io.verge.api.time.Clock;
import io.verge.cloud.internal.drain.Drain;
import io.verge.cloud.internal.drain.DrainSettings;
import io.verge.cloud.internal.drain.Freight;
import io.verge.cloud.internal.drain.Pace;
import io.verge.cloud.internal.mqtt.Flight;
import io.verge.cloud.internal.mqtt.MqttPort;
import io.verge.cloud.internal.mqtt.Outbound;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The parts of the uplink put together, for one box. Any thread may call it; the work is the uplink's. */
final class Engine implements AutoCloseable {
    /** Freight that the uplink has not looked at yet. */
    private static final int MOST_LOADS = 64;

    private final Clock clock;
    private final RandomGenerator random;
    private final Board board;
    private final Uplink uplink;
    private final Flight flight;
    private final Freight freight;
    private final Talk talk;
    private final Session session;
    private final Supplier<List<Router>> routers;
    private final AtomicBoolean rung = new AtomicBoolean();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger loads = new AtomicInteger();

    private volatile CloudSettings settings;
    private volatile @Nullable Outlet outlet;
    private volatile @Nullable Drain drain;

    /**
     * Nothing runs yet.
     *
     * @param random for waits; of the uplink's thread alone
     */
    Engine(
            Clock clock,
            RandomGenerator random,
            MqttPort.Factory ports,
            Greeting greeting,
            Supplier<List<Router>> routers,
            CloudSettings settings) {
        this.clock = clock;
        this.random = random;
        this.routers = routers;
        this.settings = settings;
        board = new Board(clock, settings.broker().toString(), settings.client());
        uplink = new Uplink(clock);
        flight = new Flight(clock);
        freight = new Freight(flight, clock, pace(settings.drain()));
        talk = new Talk(flight, freight, routers, board, settings);
        session = new Session(clock, random, uplink, ports, flight, board, greeting, talk, settings);
    }

    /** Starts the uplink's thread. */
    void start() {
        uplink.accept(session::start);
        uplink.start(session);
    }

    void configure(CloudSettings other) {
        CloudSettings before = settings;
        settings = other;
        board.settings(other.broker().toString(), other.client());
        boolean sameDrain =
                other.drain().equals(before.drain()) && other.client().equals(before.client());
        uplink.accept(() -> {
            session.configure(other);
            if (!sameDrain) {
                turnDrain();
            }
        });
    }

    /** Another outbox; null when there is none any more. */
    void drain(@Nullable Outlet other) {
        outlet = other;
        uplink.accept(this::turnDrain);
        if (other != null) {
            other.ring(this::ring);
        }
    }

    private void turnDrain() {
        Outlet open = outlet;
        CloudSettings now = settings;
        Pace pace = pace(now.drain());
        Drain made = open == null ? null : new Drain(open, flight, clock, random, now.topics(), now.drain(), pace);
        drain = made;
        talk.configure(now, made, pace);
        session.wake();
    }

    private static Pace pace(DrainSettings settings) {
        return new Pace(settings.share(), settings.message());
    }

    /** One ring waits at most. */
    private void ring() {
        if (rung.compareAndSet(false, true)) {
            uplink.accept(() -> {
                rung.set(false);
                talk.rung();
                session.wake();
            });
        }
    }

    /** There is another to route to. */
    void routersChanged() {
        uplink.accept(session::wantsMore);
    }

    boolean publish(Outbound message, Runnable confirmed) {
        if (!board.online()) {
            return false;
        }
        if (waiting.incrementAndGet() > Talk.MOST_WAITING) {
            waiting.decrementAndGet();
            return false;
        }
        uplink.accept(() -> {
            waiting.decrementAndGet();
            talk.publish(message, confirmed);
            session.wake();
        });
        return true;
    }

    boolean later(Outbound message, IntConsumer outcome) {
        return load(() -> freight.later(message, outcome));
    }

    boolean now(Outbound message, IntConsumer outcome) {
        return load(() -> freight.now(message, outcome));
    }

    int size() {
        return freight.size();
    }

    private boolean load(Runnable work) {
        if (!board.online()) {
            return false;
        }
        if (loads.incrementAndGet() > MOST_LOADS) {
            loads.decrementAndGet();
            return false;
        }
        uplink.accept(() -> {
            loads.decrementAndGet();
            work.run();
            session.wake();
        });
        return true;
    }

    /** What the connection goes by has changed. */
    void renew() {
        uplink.accept(session::renew);
    }

    Credentials.Standing standing() {
        return board.standing();
    }

    CloudReport report() {
        Map<String, Long> counters = new TreeMap<>();
        flight.count(counters);
        Drain open = drain;
        if (open != null) {
            open.count(counters);
        }
        routers.get().forEach(router -> router.count(counters));
        return board.report(flight.roundTrip(), counters);
    }

    /** For a test, which is the thread. */
    void step() {
        uplink.step(session);
    }

    /** For a test: as {@link #start}, without a thread. */
    void startStepping() {
        session.start();
    }

    Session session() {
        return session;
    }

    @Override
    public void close() {
        uplink.close();
        Drain open = drain;
        if (open != null) {
            open.close();
        }
    }
}
