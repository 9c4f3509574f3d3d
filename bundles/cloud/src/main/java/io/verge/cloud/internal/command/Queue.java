package io.verge.cloud.internal.command;

import io.verge.api.time.Clock;
import io.verge.api.time.Stage;
import io.verge.cloud.internal.contract.Topics;
import io.verge.cloud.internal.mqtt.Inbound;
import io.verge.cloud.internal.mqtt.Outbound;
import io.verge.cloud.internal.session.Publisher;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The requests that have come and are not answered yet: ten at most, what comes beyond is answered with 429 at once. */
final class Queue {
    static final int MOST = 10;

    /** A command to whatever box. */
    private static final Pattern COMMAND = Pattern.compile("verge/v1/[^/]+/[^/]+/command/([^/]*)");

    private final Stage stage;
    private final Journal journal;
    private final CommandDesk desk;
    private final Clock clock;
    private final Publisher publisher;
    private final AtomicInteger waiting = new AtomicInteger();
    /** Touched by the stage alone. */
    private boolean loaded;

    Queue(Stage stage, Journal journal, CommandDesk desk, Clock clock, Publisher publisher) {
        this.stage = stage;
        this.journal = journal;
        this.desk = desk;
        this.clock = clock;
        this.publisher = publisher;
    }

    /** Takes what is a command to this box, and passes over what is no command. */
    void take(Inbound message, Topics topics) {
        Matcher command = COMMAND.matcher(message.topic());
        Optional<String> name = topics.commandOf(message.topic());
        if (name.isPresent()) {
            offer(message, topics, name.get());
        } else if (command.matches()) {
            boolean own = message.topic().equals(topics.commands().replace("+", command.group(1)));
            Reply reply = own
                    ? Reply.why(Reply.UNKNOWN, "a command has a name of 1 to 63 of a-z, 0-9 and -")
                    : Reply.why(Reply.FORBIDDEN, "this is another box");
            answer(message, topics, "unknown", reply);
        }
    }

    private void offer(Inbound message, Topics topics, String name) {
        long arrived = clock.nanoTime();
        if (waiting.incrementAndGet() > MOST || !stage.offer(() -> serve(message, topics, name, arrived))) {
            waiting.decrementAndGet();
            Reply reply = Reply.why(Reply.TOO_MANY, MOST + " commands are under way: ask again when one is answered");
            answer(message, topics, name, reply);
        }
    }

    private void serve(Inbound message, Topics topics, String name, long arrived) {
        try {
            if (load()) {
                desk.serve(message, topics, name, arrived);
            } else {
                Reply reply = Reply.why(Reply.UNAVAILABLE, "the journal of commands cannot be read: check the disk");
                answer(message, topics, name, reply);
            }
        } finally {
            waiting.decrementAndGet();
        }
    }

    /** Tried again with every request: without the journal nothing runs. */
    private boolean load() {
        if (!loaded) {
            try {
                journal.load();
                loaded = true;
            } catch (IOException e) {
                return false;
            }
        }
        return loaded;
    }

    private void answer(Inbound message, Topics topics, String name, Reply reply) {
        Address address = Address.of(message, topics, name);
        publisher.publish(Outbound.reply(address.topic(), reply.json(), address.correlation()));
    }
}
