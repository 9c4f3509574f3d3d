package io.verge.ingest.internal;

import io.verge.ingest.internal.line.ArrivedRecord;
import io.verge.ingest.internal.line.Message;
import io.verge.ingest.internal.line.MessageReader;
import io.verge.ingest.internal.line.Online;
import io.verge.ingest.internal.line.Refusal;
import io.verge.ingest.internal.session.Acknowledgements;
import io.verge.ingest.internal.session.ConsumerSession;
import io.verge.ingest.internal.session.ConsumerSettings;
import io.verge.ingest.internal.store.Batch;
import io.verge.ingest.internal.store.Database;
import io.verge.ingest.internal.store.Kept;
import io.verge.mqtt.Arrival;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Takes what boxes of one tenant send and keeps it. For each batch, in this order and never another: commit, tell the boxes, acknowledge
 * to the broker. Whatever ends it in between, what is not acknowledged comes again, and is then known.
 *
 * <pre>
 *  CONNECTING ──stands──▶ SERVING ──database fails twice──▶ WAITING ("offline" to the boxes) ──kept──▶ SERVING
 *      ▲                     │                                 │
 *      └──── back-off ◀──────┴───────── connection lost ◀──────┘
 * </pre>
 */
public final class Consumer implements Runnable {
    /** Messages of one commit. Few, since each may be as great as the contract allows. */
    private static final int BATCH = 64;

    private static final Duration IDLE = Duration.ofMillis(100);

    private final ConsumerSettings settings;
    private final Database database;
    private final MessageReader reader;
    private final Counters counters;
    private final Summary summary;
    private final CountDownLatch stopping = new CountDownLatch(1);

    /** For one tenant. Closes the database when it ends. */
    public Consumer(ConsumerSettings settings, Database database, Counters counters, Summary summary) {
        this.settings = settings;
        this.database = database;
        this.reader = new MessageReader(settings.tenant());
        this.counters = counters;
        this.summary = summary;
    }

    /** Makes {@link #run} end when the batch at hand is done. */
    public void stop() {
        stopping.countDown();
    }

    @Override
    public void run() {
        try (database) {
            BackOff backOff = new BackOff();
            while (!stopped()) {
                connect(backOff);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // somebody wants it to end at once
        }
    }

    private void connect(BackOff backOff) throws InterruptedException {
        try (ConsumerSession session = ConsumerSession.open(settings)) {
            counters.add(Counter.SESSIONS, 1);
            summary.say("connected to " + settings.access().broker() + " for tenant " + settings.tenant());
            backOff.reset();
            serve(session);
            counters.add(Counter.OVERRUN, session.overrun());
        } catch (IOException e) {
            summary.say(String.valueOf(e.getMessage()));
        }
        if (!stopped()) {
            counters.add(Counter.FAILURES, 1);
            pause(backOff.next());
        }
    }

    private void serve(ConsumerSession session) throws IOException, InterruptedException {
        while (!stopped() && session.stands()) {
            List<Arrival> arrivals = session.take(BATCH, IDLE);
            if (!arrivals.isEmpty() && !done(arrivals, session)) {
                return;
            }
        }
    }

    private boolean done(List<Arrival> arrivals, ConsumerSession session) throws IOException, InterruptedException {
        counters.add(Counter.MESSAGES, arrivals.size());
        Batch batch = new Batch();
        for (Arrival arrival : arrivals) {
            sort(new Message(arrival.topic(), arrival.content(), arrival.properties()), batch, session);
        }
        if (!batch.isEmpty()) {
            if (!keep(batch, session)) {
                return false;
            }
        }
        session.acknowledge(arrivals);
        return true;
    }

    private void sort(Message message, Batch batch, ConsumerSession session) throws IOException {
        if (session.isState(message)) {
            session.contradict(message);
        } else if (Online.speaksOn(message.topic())) {
            Online.read(settings.tenant(), message)
                    .ifPresentOrElse(batch.online()::add, () -> counters.add(Counter.IGNORED, 1));
        } else {
            MessageReader.Content content = reader.read(message);
            batch.records().addAll(content.records());
            batch.refusals().addAll(content.refusals());
        }
    }

    /** Tries until it is kept; false when that is no use any more, since all of it will come again. */
    private boolean keep(Batch batch, ConsumerSession session) throws IOException, InterruptedException {
        BackOff backOff = new BackOff();
        for (int failures = 0; !stopped() && session.stands(); failures++) {
            try {
                Kept kept = database.keep(batch);
                if (failures > 1) {
                    session.say(true);
                }
                tell(kept, session);
                return true;
            } catch (SQLException e) {
                failed(e, failures, session);
            }
            if (failures > 0) { // the first may be two instances in each other's way
                pause(backOff.next());
            }
        }
        return false;
    }

    private void failed(SQLException e, int failuresBefore, ConsumerSession session) throws IOException {
        counters.add(Counter.DATABASE_FAILURES, 1);
        summary.say("the database cannot be used: " + e.getMessage());
        if (failuresBefore == 1) {
            session.say(false);
        }
    }

    private void tell(Kept kept, ConsumerSession session) throws IOException {
        counters.add(Counter.BATCHES, 1);
        counters.add(Counter.RECORDS, kept.fresh().size());
        counters.add(Counter.DUPLICATES, kept.known().size());
        counters.add(Counter.REFUSED, kept.refusals().size());
        summary.add(kept);
        Acknowledgements stored = new Acknowledgements(settings.consumer());
        kept.fresh().forEach(record -> add(record, stored));
        kept.known().forEach(record -> add(record, stored));
        kept.refusals().stream().map(Refusal::record).forEach(record -> {
            if (record != null) {
                stored.add(record.source(), record.store(), record.sequence());
            }
        });
        session.publish(stored);
    }

    private static void add(ArrivedRecord arrived, Acknowledgements stored) {
        stored.add(arrived.source(), arrived.store(), arrived.sequence());
    }

    private boolean stopped() {
        return stopping.getCount() == 0;
    }

    private void pause(Duration time) throws InterruptedException {
        if (stopping.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
            // It ends; the caller looks.
        }
    }
}
