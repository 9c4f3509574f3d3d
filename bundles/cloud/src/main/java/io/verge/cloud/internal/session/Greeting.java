package io.verge.cloud.internal.session;

import io.verge.cloud.internal.contract.Documents;
import io.verge.cloud.internal.contract.Topics;
import io.verge.cloud.internal.mqtt.Broker;
import io.verge.cloud.internal.mqtt.ConnectSettings;
import io.verge.cloud.internal.mqtt.Flight;
import io.verge.cloud.internal.mqtt.Inbound;
import io.verge.cloud.internal.mqtt.Outbound;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the box says when it comes and when it goes, also when it goes without a word (the will). One thread. */
final class Greeting {
    /** Most wills are of connections that are back before anybody need know. */
    static final Duration WILL_DELAY = Duration.ofSeconds(30);

    private static final int GREATEST_PACKET = 1 << 20;
    /** Messages that the broker may send before one was acknowledged; they wait at the uplink. */
    private static final int RECEIVE_MAXIMUM = 20;

    private final Connections connections;
    private final TrustedTime time;
    /** Told with each word of this process, so that a word of another is known. */
    private static final String RUN = "run";

    private final String run;
    private final String version;
    private final Supplier<String> store;
    private final Supplier<String> birth;

    /**
     * For a box.
     *
     * @param run drawn for this process
     * @param version of the agent
     * @param store of the outbox; empty when there is none
     * @param birth its self description
     */
    Greeting(
            Connections connections,
            TrustedTime time,
            String run,
            String version,
            Supplier<String> store,
            Supplier<String> birth) {
        this.connections = connections;
        this.time = time;
        this.run = run;
        this.version = version;
        this.store = store;
        this.birth = birth;
    }

    /** Counts another connection and returns its number. */
    long nextConnection() {
        return connections.next();
    }

    long connection() {
        return connections.last();
    }

    void keepTime() {
        time.keep();
    }

    /**
     * How to connect now.
     *
     * @throws GreetingException when a secret cannot be read
     */
    ConnectSettings connect(CloudSettings settings, Broker target, Duration keepAlive) throws GreetingException {
        return new ConnectSettings(
                target,
                settings.client(),
                settings.user(),
                password(settings.password()),
                keepAlive,
                settings.sessionExpiry(),
                RECEIVE_MAXIMUM,
                GREATEST_PACKET,
                settings.who().isClaimed() ? null : state(settings.topics(), false),
                WILL_DELAY,
                settings.deadline(),
                settings.tls(),
                time.instead().orElse(null));
    }

    private static @Nullable String password(@Nullable Path file) throws GreetingException {
        try {
            return file == null
                    ? null
                    : Files.readString(file, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            String cause = "the password cannot be read from " + file + ": "
                    + e.getClass().getSimpleName();
            throw new GreetingException(cause, "put it there, readable for the agent alone (cloud: password)", e);
        }
    }

    void online(Topics topics, Flight flight) {
        flight.send(state(topics, true), reason -> {});
        flight.send(Outbound.retained(topics.birth(), birth.get()), reason -> {});
    }

    /**
     * Says that the box goes.
     *
     * @param said called when the broker has it: a good-bye before would overtake it
     * @return false when there is no room for it
     */
    boolean offline(Topics topics, Flight flight, Runnable said) {
        boolean room = flight.room(0);
        if (room) {
            flight.send(state(topics, false), reason -> said.run());
        }
        return room;
    }

    private Outbound state(Topics topics, boolean there) {
        String content = Documents.online(there, connections.last(), store.get(), version);
        ByteBuffer octets = ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8));
        return new Outbound(topics.online(), octets, 1, true, null, Outbound.JSON, null, Map.of(RUN, run));
    }

    /** Whether a word on the box's own topic {@code online} is of another that takes itself for this box. */
    boolean foreign(Inbound message) {
        return !run.equals(message.properties().get(RUN)) && Consumers.online(message.content());
    }
}
