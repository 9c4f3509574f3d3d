package io.verge.ingest.internal.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.verge.ingest.internal.line.Message;
import io.verge.mqtt.Arrival;
import io.verge.mqtt.BrokerSession;
import io.verge.mqtt.Outgoing;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** A session in which boxes hear whether this consumer takes what they send, and what it has stored. One thread. */
public final class ConsumerSession implements AutoCloseable {
    private static final String ONLINE = "{\"state\":\"online\"}";
    private static final String OFFLINE = "{\"state\":\"offline\"}";

    private final String state;
    private final BrokerSession session;
    private boolean online;

    private ConsumerSession(String state, BrokerSession session) {
        this.state = state;
        this.session = session;
    }

    /**
     * Connects, subscribes, and says that it is there.
     *
     * @throws IOException when that cannot be had within the deadline; says where and why
     */
    public static ConsumerSession open(ConsumerSettings settings) throws IOException, InterruptedException {
        String state = settings.state();
        ConsumerSession session =
                new ConsumerSession(state, BrokerSession.open(settings.session(Outgoing.text(state, OFFLINE, true))));
        try {
            session.say(true);
            return session;
        } catch (IOException e) {
            session.session.close();
            throw e;
        }
    }

    /** Whether the connection stands. */
    public boolean stands() {
        return session.stands();
    }

    /**
     * What has come.
     *
     * @param most at most so many
     * @param wait for the first; of the others only what is there
     * @return empty when nothing came
     */
    public List<Arrival> take(int most, Duration wait) throws InterruptedException {
        return session.take(most, wait);
    }

    /** Tells boxes whether this consumer takes records now. Told again when it is no news, since another instance may have gone. */
    public void say(boolean takes) throws IOException {
        online = takes;
        session.publish(List.of(Outgoing.text(state, takes ? ONLINE : OFFLINE, true)));
    }

    /** Whether a message is of the consumer's own state; the last of several instances to go speaks for itself alone. */
    public boolean isState(Message message) {
        return message.topic().equals(state);
    }

    /** Says it again when another instance of this consumer said that it goes, while this one is there. */
    public void contradict(Message said) throws IOException {
        if (online && !new String(said.content(), UTF_8).equals(ONLINE)) {
            say(true);
        }
    }

    /** Tells boxes what is stored. Ends when the broker has it all. */
    public void publish(Acknowledgements stored) throws IOException {
        session.publish(stored.messages().stream()
                .map(message -> Outgoing.text(message.topic(), message.content(), false))
                .toList());
    }

    /** Tells the broker that these need not be sent again. */
    public void acknowledge(List<Arrival> done) throws IOException {
        session.acknowledge(done);
    }

    /** Messages at quality 0 that came faster than they were taken. */
    public long overrun() {
        return session.overrun();
    }

    /** Says good-bye when the connection stands; ends either way. */
    @Override
    public void close() {
        try {
            if (stands()) {
                say(false);
            }
        } catch (IOException e) {
            // The broker publishes the will instead.
        } finally {
            session.close();
        }
    }
}
