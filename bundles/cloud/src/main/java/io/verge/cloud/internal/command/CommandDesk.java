package io.verge.cloud.internal.command;

import io.verge.api.cloud.Command;
import io.verge.api.cloud.Command.Answer;
import io.verge.api.time.Clock;
import io.verge.cloud.internal.contract.Topics;
import io.verge.cloud.internal.mqtt.Inbound;
import io.verge.cloud.internal.mqtt.Outbound;
import io.verge.cloud.internal.session.Publisher;
import io.verge.cloud.internal.twin.Audit;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers requests, one at a time, and runs each at most once. What is refused has not run; what was asked for before gets the answer of
 * then. One that does not end before its request expires is answered for, and the next runs. Used by one thread.
 */
final class CommandDesk {
    private static final Logger LOG = LoggerFactory.getLogger(CommandDesk.class);
    private static final Reply LATE =
            Reply.why(Reply.LATE, "it had not ended when the request expired; whether it still does is not known");

    private final Journal journal;
    private final Clock clock;
    private final Audit audit;
    private final Publisher publisher;
    private final Runner runner;
    private final Function<String, Optional<Command>> commands;

    CommandDesk(
            Journal journal,
            Clock clock,
            Audit audit,
            Publisher publisher,
            Runner runner,
            Function<String, Optional<Command>> commands) {
        this.journal = journal;
        this.clock = clock;
        this.audit = audit;
        this.publisher = publisher;
        this.runner = runner;
        this.commands = commands;
    }

    /**
     * Answers one.
     *
     * @param arrived when it came, on the monotonic clock: it may have waited
     */
    void serve(Inbound message, Topics topics, String name, long arrived) {
        Address address = Address.of(message, topics, name);
        Reply reply;
        try {
            Address.check(message, topics);
            Request request = Request.read(message, name);
            reply = answer(request, left(message, arrived), address);
        } catch (RefusedException e) {
            reply = e.reply();
        }
        send(address, reply.json());
    }

    /** Seconds of the message expiry that are left. */
    private long left(Inbound message, long arrived) {
        Long expiry = message.expirySeconds();
        return expiry == null ? 0 : expiry - (clock.nanoTime() - arrived) / 1_000_000_000L;
    }

    private Reply answer(Request request, long left, Address address) throws RefusedException {
        Optional<Journal.Entry> known = journal.find(request.id());
        if (known.isPresent()) {
            return again(request, known.get());
        }
        request.checkTime(clock, left);
        Command command = commands.apply(request.name())
                .orElseThrow(() -> new RefusedException(Reply.UNKNOWN, "there is no command " + request.name()));
        runner.check(request.name());
        try {
            journal.begin(request);
        } catch (IOException e) {
            throw new RefusedException(
                    Reply.UNAVAILABLE, "it cannot be made sure that it runs only once: " + e.getMessage());
        }
        Reply reply = run(command, request, left, address);
        audit.note("command", Map.of("name", request.name(), "id", request.id(), "code", reply.code()));
        try {
            journal.end(request.id(), reply);
        } catch (IOException e) {
            LOG.error("the answer to {} is not on disk; after a restart its outcome is unknown: {}", request.name(), e);
        }
        return reply;
    }

    private static Reply again(Request request, Journal.Entry known) throws RefusedException {
        Reply reply = known.reply();
        if (!known.name().equals(request.name())) {
            throw new RefusedException(
                    Reply.CONFLICT, "this correlation data belongs to a request for " + known.name());
        }
        return reply == null ? Reply.why(Reply.FAILED, "interrupted, unknown outcome") : reply;
    }

    private Reply run(Command command, Request request, long left, Address address) {
        Progress progress = new Progress(percent -> send(address, Reply.progress(percent)));
        Optional<Reply> ended =
                runner.run(request.name(), request.timeLeft(clock, left), () -> run(command, request, progress));
        progress.end();
        return ended.orElse(LATE);
    }

    /** A command that throws has failed. By the runner's thread. */
    private static Reply run(Command command, Request request, Progress progress) {
        try {
            Answer answer = command.run(request.content().asReadOnlyBuffer(), progress);
            return Reply.of(answer.code(), answer.content());
        } catch (RuntimeException | Error e) {
            LOG.error("the command {} has failed", request.name(), e);
            return Reply.why(Reply.FAILED, "the command has failed: " + e);
        }
    }

    private void send(Address address, String json) {
        publisher.publish(Outbound.reply(address.topic(), json, address.correlation()));
    }

    /** Passes on what goes forward, until the end; so at most a hundred and one times. */
    private static final class Progress implements Consumer<Integer> {
        private final Consumer<Integer> out;
        private int last = -1;

        Progress(Consumer<Integer> out) {
            this.out = out;
        }

        @Override
        public synchronized void accept(Integer percent) {
            if (percent > last && percent <= 100) {
                last = percent;
                out.accept(percent);
            }
        }

        synchronized void end() {
            last = 100;
        }
    }
}
