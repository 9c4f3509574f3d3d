package io.verge.cloud.internal.file;

import io.verge.api.cloud.Ranges.Part;
import io.verge.cloud.internal.contract.Topics;
import io.verge.cloud.internal.mqtt.Inbound;
import io.verge.cloud.internal.mqtt.Outbound;
import io.verge.cloud.internal.session.Carrier;
import io.verge.cloud.internal.session.Publisher;
import io.verge.testkit.Defaults;
import io.verge.testkit.DirectStages;
import io.verge.testkit.ManualClock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;

/** A box with files, whose disk, time and cloud belong to the test. */
final class FileBox {
    static final Topics TOPICS = new Topics("wuhan", "wuhan-0417");
    static final String BASE = "verge/v1/wuhan/wuhan-0417/file/";
    static final String DIGEST = "ab".repeat(32);

    final ManualClock clock = ManualClock.standing();
    final DirectStages stages = new DirectStages();
    final FileService files;
    /** What was published and is not answered. */
    final List<Outbound> sent = new ArrayList<>();

    final List<IntConsumer> outcomes = new ArrayList<>();
    final List<Outbound> said = new ArrayList<>();
    boolean session = true;
    int size = 4;

    private final Path state;

    FileBox(Path state, Object... given) {
        this.state = state;
        files = new FileService(Defaults.of(FileConfig.class, given), state, clock, stages);
        files.carrier = new TestCarrier();
        files.publisher = new TestPublisher();
        files.began(TOPICS, false);
    }

    private final class TestPublisher implements Publisher {
        @Override
        public boolean publish(Outbound message, Runnable confirmed) {
            return session && said.add(message);
        }
    }

    private final class TestCarrier implements Carrier {
        @Override
        public boolean later(Outbound message, IntConsumer outcome) {
            if (session) {
                sent.add(message);
                outcomes.add(outcome);
            }
            return session;
        }

        @Override
        public boolean now(Outbound message, IntConsumer outcome) {
            throw new AssertionError("nobody asks for this here");
        }

        @Override
        public int size() {
            return size;
        }
    }

    Path file(String path, String content) throws IOException {
        Path file = state.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    /** The broker answers what is on its way. */
    void answer(int reason) {
        sent.clear();
        outcomes.remove(0).accept(reason);
    }

    /** The broker has all that comes; it, in order. */
    List<Outbound> all() {
        List<Outbound> all = new ArrayList<>();
        while (!sent.isEmpty()) {
            all.addAll(sent);
            answer(0);
        }
        return all;
    }

    void second() {
        clock.advance(Duration.ofSeconds(1));
        stages.tick();
    }

    CompletableFuture<Part> range(String path, long from, long to) {
        return files.range(path, from, to).toCompletableFuture();
    }

    /** The id of the request that was published last. */
    String id() {
        String topic = said.get(said.size() - 1).topic();
        return topic.substring(BASE.length(), topic.lastIndexOf('/'));
    }

    /** The cloud sends octets of a file of ten. */
    void data(String id, long offset, String content) {
        data(id, Map.of("offset", Long.toString(offset), "total", "10", "sha256", DIGEST), content);
    }

    void data(String id, Map<String, String> properties, String content) {
        data(BASE + id + "/data", content, properties);
    }

    void data(String topic, String content, Map<String, String> properties) {
        ByteBuffer octets = ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8));
        files.route(new Inbound(topic, octets, false, null, null, null, properties));
    }

    Map<String, Long> counters() {
        Map<String, Long> counters = new HashMap<>();
        files.count(counters);
        return counters;
    }

    static String text(ByteBuffer octets) {
        return StandardCharsets.UTF_8.decode(octets).toString();
    }

    static String text(Outbound message) {
        return text(message.content());
    }
}
