package io.verge.cloud.internal.command;

import io.verge.api.cloud.Command;
import io.verge.api.disk.Disk;
import io.verge.api.time.Stage;
import io.verge.cloud.internal.contract.Topics;
import io.verge.cloud.internal.mqtt.Inbound;
import io.verge.cloud.internal.mqtt.Outbound;
import io.verge.cloud.internal.session.Publisher;
import io.verge.testkit.DirectStages;
import io.verge.testkit.FaultyDisk;
import io.verge.testkit.ManualClock;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A box that takes commands, whose disk, time, commands and cloud belong to the test. */
final class CommandBox {
    static final Path FILE = Path.of("/state/commands.log");

    final ManualClock clock = ManualClock.standing();
    final Topics topics = new Topics("wuhan", "wuhan-0417");
    final Disk disk;
    final List<Outbound> sent = new ArrayList<>();
    final Map<String, Command> commands = new HashMap<>();
    Stage stage = new DirectStages().open("commands", 10);
    /** Runs commands where they are called, until the test says otherwise. */
    Runner runner = new InPlace();
    /** What the command {@code count} has been asked for, by content. */
    final List<String> runs = new ArrayList<>();

    private Queue queue;

    CommandBox() {
        this(new FaultyDisk(new Random(1)));
    }

    CommandBox(Disk disk) {
        this.disk = disk;
        command("count", (request, progress) -> {
            runs.add(StandardCharsets.UTF_8.decode(request).toString());
            return new Command.Answer(200, "{\"runs\":" + runs.size() + "}");
        });
        queue = start();
    }

    private static final class InPlace implements Runner {
        @Override
        public void check(String name) {
            // All may run.
        }

        @Override
        public Optional<Reply> run(String name, Duration atMost, Supplier<Reply> work) {
            return Optional.of(work.get());
        }
    }

    interface Work {
        Command.Answer run(ByteBuffer request, Consumer<Integer> progress);
    }

    void command(String name, Work work) {
        commands.put(name, new Command() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Answer run(ByteBuffer request, Consumer<Integer> progress) {
                return work.run(request, progress);
            }
        });
    }

    /** Another process begins on the same disk. */
    Queue start() {
        Journal journal = new Journal(disk, FILE, clock);
        Publisher publisher = new Publisher() {
            @Override
            public boolean publish(Outbound message, Runnable confirmed) {
                sent.add(message);
                return true;
            }
        };
        CommandDesk desk = new CommandDesk(
                journal,
                clock,
                (what, details) -> {},
                publisher,
                runner,
                name -> Optional.ofNullable(commands.get(name)));
        queue = new Queue(stage, journal, desk, clock, publisher);
        return queue;
    }

    /** A request of the command {@code count} that is as it should be. */
    Ask ask(@Nullable String correlation) {
        return new Ask(correlation);
    }

    String last() {
        return text(sent.get(sent.size() - 1).content());
    }

    static String text(@Nullable ByteBuffer octets) {
        return octets == null ? "" : StandardCharsets.UTF_8.decode(octets).toString();
    }

    /** A request under construction. */
    final class Ask {
        private String topic = "verge/v1/wuhan/wuhan-0417/command/count";
        private final byte @Nullable [] correlation;
        private byte[] content = {};
        private @Nullable Long expirySeconds = 60L;
        private @Nullable String responseTopic;
        private Map<String, String> properties = Map.of();

        Ask(@Nullable String correlation) {
            this.correlation = correlation == null ? null : correlation.getBytes(StandardCharsets.UTF_8);
            expires(() -> clock.now().plusSeconds(60).toString());
        }

        Ask topic(String other) {
            topic = other;
            return this;
        }

        Ask command(String name) {
            return topic("verge/v1/wuhan/wuhan-0417/command/" + name);
        }

        Ask content(String json) {
            content = json.getBytes(StandardCharsets.UTF_8);
            return this;
        }

        Ask expirySeconds(@Nullable Long left) {
            expirySeconds = left;
            return this;
        }

        Ask expires(Supplier<String> time) {
            properties = Map.of("expires", time.get());
            return this;
        }

        Ask expiresIn(Duration time) {
            return expires(() -> clock.now().plus(time).toString());
        }

        Ask withoutExpires() {
            properties = Map.of();
            return this;
        }

        Ask responseTopic(String other) {
            responseTopic = other;
            return this;
        }

        /** Sends it; the answer that came at once, empty when none did. */
        String send() {
            int before = sent.size();
            queue.take(
                    new Inbound(
                            topic,
                            ByteBuffer.wrap(content),
                            false,
                            expirySeconds,
                            responseTopic,
                            correlation == null ? null : ByteBuffer.wrap(correlation),
                            properties),
                    topics);
            return sent.size() == before ? "" : last();
        }
    }
}
