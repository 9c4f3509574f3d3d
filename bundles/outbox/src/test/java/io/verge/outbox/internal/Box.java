package io.verge.outbox.internal;

import io.verge.api.outbox.CloudRecord;
import io.verge.api.outbox.Lane;
import io.verge.api.outbox.LaneReport;
import io.verge.api.outbox.StoredRecord;
import io.verge.testkit.Defaults;
import io.verge.testkit.DirectStages;
import io.verge.testkit.ManualClock;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** An outbox of a test: its time and its stages are the test's, its file is real. */
final class Box implements AutoCloseable {
    private static final int MANY = 10_000;
    private static final int LARGE = 10_000_000;

    final ManualClock clock = ManualClock.standing();
    private final DirectStages stages = new DirectStages();
    private final Path state;
    private final Vault.Opener opener;
    private final Random random;
    private Object[] given;
    DurableOutbox outbox;

    Box(Path state, Object... given) {
        this(state, Database::open, given);
    }

    Box(Path state, Vault.Opener opener, Object... given) {
        this.state = state;
        this.opener = opener;
        this.given = given;
        random = new Random(1);
        outbox = start();
    }

    private DurableOutbox start() {
        return new DurableOutbox(Defaults.of(OutboxConfig.class, given), state, clock, stages, random, opener);
    }

    /** Closes the outbox and opens it again. */
    void restart() {
        outbox.close();
        outbox = start();
    }

    void restart(Object... next) {
        given = next;
        restart();
    }

    Path folder() {
        return state.resolve("outbox");
    }

    Path file() {
        return folder().resolve("outbox.db");
    }

    CompletionStage<Void> offer(Lane lane, String stream, String content) {
        return offer(lane, stream, null, content);
    }

    CompletionStage<Void> offer(Lane lane, String stream, @Nullable String key, String content) {
        return offer(lane, stream, key, null, content);
    }

    CompletionStage<Void> offer(
            Lane lane, String stream, @Nullable String key, @Nullable Instant expires, String content) {
        ByteBuffer octets = ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8));
        return outbox.offer(new CloudRecord(lane, stream, key, clock.now(), expires, octets));
    }

    /** All that the stages do periodically. */
    void tick() {
        stages.tick();
    }

    void pass(Duration time) {
        clock.advance(time);
        tick();
    }

    List<StoredRecord> takeAll() {
        return outbox.take(MANY, LARGE);
    }

    static String text(StoredRecord one) {
        return StandardCharsets.UTF_8.decode(one.content()).toString();
    }

    /** As {@code critical/events/1 content}, and {@code +} in front of what is backlog. */
    static String line(StoredRecord one) {
        return (one.backlog() ? "+" : "") + Rules.name(one.lane()) + "/" + one.stream() + "/" + one.sequence() + " "
                + text(one);
    }

    List<String> lines() {
        return takeAll().stream().map(Box::line).toList();
    }

    LaneReport lane(Lane lane) {
        return outbox.report().lanes().stream()
                .filter(one -> one.lane() == lane)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        outbox.close();
    }
}
