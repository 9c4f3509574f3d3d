package io.verge.outbox.internal;

import io.verge.api.outbox.CloudRecord;
import io.verge.api.outbox.Lane;
import io.verge.api.outbox.StoredRecord;
import io.verge.api.time.Clock;
import io.verge.clock.internal.ClockConfig;
import io.verge.clock.internal.SystemClock;
import io.verge.clock.internal.ThreadStages;
import io.verge.testkit.Defaults;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;

/**
 * A process that is killed. It says {@code + NUMBER} when a critical record is durable, and {@code - NUMBER} before it confirms one; in
 * between it puts in as much telemetry as goes.
 */
final class Victim {
    /** Argument: nothing is synced, which must be found out. */
    static final String UNSYNCED = "unsynced";

    private static final int FILLER = 700;

    private final DurableOutbox outbox;
    private final Clock clock = new SystemClock(Defaults.of(ClockConfig.class));
    private final PrintStream out;
    private final Random random;

    private Victim(Path state, long seed, Vault.Opener opener, PrintStream out) {
        this.out = out;
        random = new Random(seed);
        outbox = new DurableOutbox(
                Defaults.of(OutboxConfig.class, "budget", 40),
                state,
                clock,
                new HastyStages(new ThreadStages(clock)),
                new SecureRandom(),
                opener);
    }

    /**
     * Goes on until it is killed.
     *
     * @param args the folder; the first number; a seed; what is wrong with the victim, if anything
     */
    public static void main(String[] args) {
        Vault.Opener opener = args.length > 3 && args[3].equals(UNSYNCED) ? Victim::openUnsynced : Database::open;
        Victim victim = new Victim(Path.of(args[0]), Long.parseLong(args[2]), opener, System.out);
        Thread uplink = new Thread(victim::send, "uplink");
        uplink.setDaemon(true);
        uplink.start();
        victim.produce(Long.parseLong(args[1]));
    }

    private static Database openUnsynced(Path file) throws StoreException {
        Database database = Database.open(file);
        try {
            database.execute("PRAGMA synchronous = OFF");
        } catch (SQLException e) {
            throw StoreException.of(e);
        }
        return database;
    }

    private void produce(long first) {
        String filler = " ".repeat(FILLER);
        for (long number = first; ; number++) {
            String content = number + filler.substring(random.nextInt(FILLER));
            String said = "+ " + number;
            outbox.offer(record(Lane.CRITICAL, "s" + number % 3, content))
                    .thenRun(() -> out.println(said))
                    .exceptionally(notDurable -> null)
                    .toCompletableFuture()
                    .join();
            for (int i = random.nextInt(30); i > 0; i--) {
                outbox.offer(record(Lane.TELEMETRY, "t", filler));
            }
        }
    }

    private CloudRecord record(Lane lane, String stream, String content) {
        ByteBuffer octets = ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8));
        return new CloudRecord(lane, stream, null, clock.now(), null, octets);
    }

    private void send() {
        Random choice = new Random(1);
        while (true) {
            List<StoredRecord> taken = outbox.take(1 + choice.nextInt(20), 100_000);
            for (StoredRecord one : taken) {
                if (one.lane() == Lane.CRITICAL && choice.nextInt(3) > 0) {
                    out.println("- " + Box.text(one).strip());
                    outbox.confirm(List.of(one));
                } else if (one.lane() != Lane.CRITICAL) {
                    outbox.confirm(List.of(one));
                }
            }
            if (choice.nextInt(50) == 0) {
                outbox.giveBack();
            }
        }
    }
}
