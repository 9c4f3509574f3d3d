package io.verge.cloud.internal.session;

import io.verge.api.status.Trouble;
import io.verge.cloud.internal.contract.Topics;
import io.verge.cloud.internal.drain.Drain;
import io.verge.cloud.internal.drain.Freight;
import io.verge.cloud.internal.drain.Pace;
import io.verge.cloud.internal.mqtt.Flight;
import io.verge.cloud.internal.mqtt.Inbound;
import io.verge.cloud.internal.mqtt.Outbound;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What goes and comes while a session stands: messages of the twin and of commands before records, freight after them, and what
 * arrives to those who want it. Belongs to the uplink's thread.
 */
final class Talk {
    /** Messages that may wait for their turn. */
    static final int MOST_WAITING = 256;

    private static final int REFUSALS = 0x80;

    private static final Logger LOG = LoggerFactory.getLogger(Talk.class);

    private final Flight flight;
    private final Supplier<List<Router>> routers;
    private final Board board;
    private final Freight freight;
    private final Consumers consumers = new Consumers();
    private final Deque<Said> waiting = new ArrayDeque<>();
    private final Set<Router> begun = new HashSet<>();
    /** Of the filters those without which a session is worth something. */
    private final Set<String> optional = new HashSet<>();

    private List<String> asked = List.of();

    private CloudSettings settings;
    private @Nullable Drain drain;
    private boolean standing;

    private record Said(Outbound message, Runnable confirmed) {}

    Talk(Flight flight, Freight freight, Supplier<List<Router>> routers, Board board, CloudSettings settings) {
        this.freight = freight;
        this.flight = flight;
        this.routers = routers;
        this.board = board;
        this.settings = settings;
    }

    /**
     * Another configuration, or another outbox.
     *
     * @param other drains the outbox; null while there is none
     * @param pace of the link, which the drain keeps, too
     */
    void configure(CloudSettings now, @Nullable Drain other, Pace pace) {
        Drain before = drain;
        if (before != null) {
            before.stop();
            before.close();
        }
        settings = now;
        drain = other;
        freight.pace(pace);
        if (standing) {
            turnDrain();
        }
    }

    /** Those who may speak and hear: to a box that has no name yet, few. */
    private List<Router> served() {
        boolean all = !settings.who().isClaimed();
        return routers.get().stream().filter(router -> all || router.claims()).toList();
    }

    /** What is to be subscribed to. */
    List<String> filters() {
        Topics topics = settings.topics();
        Set<String> all = new LinkedHashSet<>();
        if (settings.who().isClaimed()) {
            all.add(topics.identityCertificate());
        } else {
            all.add(topics.ack());
            all.add(topics.online());
            if (!settings.consumer().isEmpty()) {
                all.add(topics.consumer(settings.consumer()));
            }
        }
        optional.clear();
        for (Router router : served()) {
            List<String> wanted = router.filters(topics);
            all.addAll(wanted);
            if (!router.needed() && !settings.who().isClaimed()) {
                optional.addAll(wanted);
            }
        }
        asked = List.copyOf(all);
        return asked;
    }

    /**
     * What the broker does not grant of the filters that were asked for last; 0 when nothing is refused that is needed.
     *
     * @param reasons of SUBACK, one for each filter
     */
    int refused(List<Integer> reasons) {
        int refused = 0;
        for (int i = 0; i < reasons.size(); i++) {
            boolean needed = i >= asked.size() || !optional.contains(asked.get(i));
            if (reasons.get(i) >= REFUSALS && needed) {
                refused = refused == 0 ? reasons.get(i) : refused;
            } else if (reasons.get(i) >= REFUSALS) {
                board.count("notGranted", 1);
                LOG.warn("the broker does not let the box hear of {}; it goes on without", asked.get(i));
            }
        }
        return refused;
    }

    /** A session stands; or it has stood, and there may be others to tell. */
    void begin(boolean resumed) {
        standing = true;
        freight.begin();
        for (Router router : served()) {
            if (begun.add(router)) {
                safely(router, one -> one.began(settings.topics(), resumed));
            }
        }
        turnDrain();
    }

    void end() {
        consumers.forget();
        board.consumers(consumers.all());
        if (standing) {
            standing = false;
            begun.clear();
            waiting.clear();
            freight.end();
            routers.get().forEach(router -> safely(router, Router::ended));
            turnDrain();
        }
    }

    /** Drains while a session stands and who counts is there. */
    private void turnDrain() {
        Drain open = drain;
        if (open != null) {
            boolean may = standing && !settings.who().isClaimed() && consumers.there(settings.consumer());
            if (may && !open.running()) {
                open.begin();
            } else if (!may && open.running()) {
                open.stop();
            }
        }
    }

    /** Queues a message; false when it cannot. */
    boolean publish(Outbound message, Runnable confirmed) {
        boolean may = standing && waiting.size() < MOST_WAITING;
        if (may) {
            waiting.addLast(new Said(message, confirmed));
        }
        return may;
    }

    /** Sends what may go. */
    void flush() {
        while (standing && !waiting.isEmpty() && flight.room(0)) {
            Said next = waiting.removeFirst();
            flight.send(next.message, reason -> {
                if (reason >= 0 && reason < 0x80) {
                    next.confirmed.run();
                }
            });
        }
        Drain open = drain;
        if (standing && open != null) {
            open.pump();
        }
        freight.pump();
    }

    void arrived(Inbound message) {
        Topics topics = settings.topics();
        Optional<String> consumer = topics.consumerOf(message.topic());
        Drain open = drain;
        if (consumer.isPresent()) {
            consumers.heard(consumer.get(), message);
            board.consumers(consumers.all());
            turnDrain();
        } else if (message.topic().equals(topics.ack())) {
            if (open != null) {
                open.acknowledged(message);
            }
        } else {
            served().forEach(router -> safely(router, one -> one.route(message)));
        }
        flush();
    }

    /** Something has come into the outbox. */
    void rung() {
        Drain open = drain;
        if (open != null) {
            open.rung();
        }
    }

    long due() {
        Drain open = drain;
        return Math.min(freight.due(), open == null ? Long.MAX_VALUE : open.due());
    }

    /** What a person should know although the session stands; null when nothing. */
    @Nullable
    Trouble trouble() {
        String name = settings.consumer();
        if (settings.who().isClaimed()) {
            return null;
        }
        if (!consumers.there(name)) {
            String what = consumers.all().containsKey(name) ? "says that it is away" : "has not said that it is there";
            return new Trouble(
                    "consumer-away",
                    "the consumer " + name + " " + what + ": records wait in the outbox",
                    "start the consumer, or check its name (cloud: consumer) and its topic "
                            + settings.topics().consumer(name));
        }
        Drain open = drain;
        return open == null ? null : open.trouble();
    }

    private static void safely(Router router, Consumer<Router> call) {
        try {
            call.accept(router);
        } catch (RuntimeException e) {
            LOG.warn("{} failed", router.getClass().getSimpleName(), e);
        }
    }
}
