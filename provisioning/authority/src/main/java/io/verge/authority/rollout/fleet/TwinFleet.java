package io.verge.authority.rollout.fleet;

import io.verge.mqtt.Arrival;
import io.verge.mqtt.BrokerAccess;
import io.verge.mqtt.BrokerSession;
import io.verge.mqtt.Outgoing;
import io.verge.mqtt.SessionSettings;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Asks boxes by their twin: the wish is the section {@code release} of what {@code twin/desired} says, which stays retained for a box that
 * is away. Listens to what boxes record of updates. The broker keeps what comes while the tool is not there for a week.
 */
public final class TwinFleet implements Fleet {
    private static final Duration KEPT = Duration.ofDays(7);
    private static final int WINDOW = 256;

    private final BrokerSession session;
    private final InstantSource clock;
    private final Duration patience;
    private final Map<String, Twin> twins = new HashMap<>();
    private final UpdateRecords records = new UpdateRecords();
    private final List<Arrival> unconfirmed = new ArrayList<>();
    /** From then on a box of which nothing has come is taken for one that is not there. */
    private Instant trusting;

    private TwinFleet(BrokerSession session, InstantSource clock, Duration patience, Collection<String> boxes) {
        this.session = session;
        this.clock = clock;
        this.patience = patience;
        trusting = clock.instant().plus(patience);
        boxes.forEach(box -> twins.put(box, new Twin(box)));
    }

    /**
     * Connects.
     *
     * @param client id: the same for the same roll-out, so that what came while the tool was away comes
     * @param patience for the next of what the broker has retained, before a box of which nothing came is taken for none
     * @param boxes by name, {@code TENANT/BOX}
     */
    public static TwinFleet open(
            BrokerAccess broker, String client, Duration patience, Collection<String> boxes, InstantSource clock)
            throws FleetException, InterruptedException {
        List<String> filters = boxes.stream()
                .map(box -> box.substring(0, box.indexOf('/')))
                .distinct()
                .flatMap(tenant -> Stream.of(Topic.DESIRED, Topic.BIRTH, Topic.REPORTED, Topic.UPDATE)
                        .map(rest -> new Topic(tenant + "/+", rest).toString()))
                .toList();
        try {
            SessionSettings settings = new SessionSettings(broker, client, filters, KEPT, WINDOW, null);
            return new TwinFleet(BrokerSession.open(settings), clock, patience, boxes);
        } catch (IOException e) {
            throw new FleetException(e);
        }
    }

    @Override
    public void expect(String box, Wish wish) {
        twin(box).expect(wish);
    }

    @Override
    public Answer ask(String box, Wish wish) throws FleetException {
        Twin twin = twin(box);
        if (!twin.isKnown() && clock.instant().isBefore(trusting)) {
            return Answer.later("the broker has said nothing of it yet");
        }
        try {
            return publish(box, twin, twin.asking(wish, clock.instant()));
        } catch (FleetException e) {
            throw e;
        } catch (IOException e) {
            return Answer.never(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Answer withdraw(String box, Wish wish) throws FleetException {
        Twin twin = twin(box);
        if (!twin.isKnown() && clock.instant().isBefore(trusting)) {
            return Answer.later("the broker has said nothing of it yet");
        }
        return publish(box, twin, twin.withdrawing(wish, clock.instant()));
    }

    private Answer publish(String box, Twin twin, Optional<Desired> document) throws FleetException {
        if (document.isPresent()) {
            Desired next = document.get();
            String topic = new Topic(box, Topic.DESIRED).toString();
            try {
                session.publish(List.of(new Outgoing(topic, next.content(), true, null, Map.of())));
            } catch (IOException e) {
                throw new FleetException(e);
            }
            twin.wrote(next);
        }
        return Answer.DONE;
    }

    private Twin twin(String box) {
        Twin twin = twins.get(box);
        if (twin == null) {
            throw new IllegalArgumentException(box + " is not in this roll-out");
        }
        return twin;
    }

    @Override
    public List<Heard> hear(Duration wait) throws FleetException, InterruptedException {
        List<Arrival> arrivals = session.take(WINDOW, wait);
        if (arrivals.isEmpty() && !session.stands()) {
            throw new FleetException(new IOException("the connection to the broker is lost"));
        }
        List<Heard> heard = new ArrayList<>();
        List<Arrival> known = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            Topic topic = Topic.of(arrival.topic());
            // What is retained comes again by itself; only what boxes record has to be written down first.
            (topic.rest().equals(Topic.UPDATE) ? unconfirmed : known).add(arrival);
            if (arrival.retained()) {
                trusting = clock.instant().plus(patience);
            }
            hear(topic, arrival, heard);
        }
        acknowledge(known);
        return heard;
    }

    private void hear(Topic topic, Arrival arrival, List<Heard> heard) {
        Twin twin = twins.get(topic.box());
        if (twin == null) {
            return; // another box of the tenant
        }
        switch (topic.rest()) {
            case Topic.DESIRED ->
                twin.desired(arrival.content(), arrival.retained()).ifPresent(heard::add);
            case Topic.BIRTH -> twin.birth(arrival.content(), arrival.retained());
            case Topic.REPORTED -> twin.reported(arrival.content()).ifPresent(heard::add);
            case Topic.UPDATE ->
                records.read(topic.box(), arrival.content(), arrival.properties())
                        .forEach(word -> heard.add(new Heard.Said(word)));
            default -> {}
        }
    }

    @Override
    public void confirm() throws FleetException {
        acknowledge(unconfirmed);
        unconfirmed.clear();
    }

    private void acknowledge(List<Arrival> arrivals) throws FleetException {
        try {
            session.acknowledge(arrivals);
        } catch (IOException e) {
            throw new FleetException(e);
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
