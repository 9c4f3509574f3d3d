package io.verge.ingest;

import io.verge.ingest.internal.Consumer;
import io.verge.ingest.internal.Counter;
import io.verge.ingest.internal.Counters;
import io.verge.ingest.internal.Summary;
import io.verge.ingest.internal.session.ConsumerSettings;
import io.verge.ingest.internal.store.JdbcDatabase;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** One instance of the consumer, running: a connection and a thread for each tenant, so that one tenant's flood is not another's. */
public final class Ingest implements AutoCloseable {
    private final Counters counters = new Counters();
    private final Summary summary = new Summary();
    private final List<Consumer> consumers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    private Ingest() {}

    /**
     * Starts; a broker or database that is away is tried again until it is there.
     *
     * @param tenants how to connect, for each tenant
     * @param database {@code jdbc:sqlite:FILE} or {@code jdbc:postgresql://HOST/DATABASE}
     * @throws IllegalArgumentException when an address is none
     */
    public static Ingest start(List<ConsumerSettings> tenants, String database, InstantSource clock) {
        Ingest ingest = new Ingest();
        for (ConsumerSettings tenant : tenants) {
            ingest.consumers.add(
                    new Consumer(tenant, new JdbcDatabase(database, clock), ingest.counters, ingest.summary));
        }
        for (int i = 0; i < tenants.size(); i++) {
            Thread thread = new Thread(
                    ingest.consumers.get(i), "ingest-" + tenants.get(i).tenant());
            ingest.threads.add(thread);
            thread.start();
        }
        return ingest;
    }

    /** One tenant, in the clear. */
    public static Ingest start(String broker, String tenant, String consumer, String instance, String database) {
        return start(
                List.of(ConsumerSettings.plain(broker, tenant, consumer, instance)), database, InstantSource.system());
    }

    /** A count since the start. */
    public long count(Counter counter) {
        return counters.get(counter);
    }

    /** All counts that are not zero, in one line. */
    public String counts() {
        return counters.toString();
    }

    /** What came since this was last asked, for people. */
    public List<String> news() {
        return summary.take();
    }

    /** Finishes the batch at hand, tells the boxes that nobody takes what they send, and ends. */
    @Override
    public void close() {
        consumers.forEach(Consumer::stop);
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            threads.forEach(Thread::interrupt); // what is not acknowledged comes again
            Thread.currentThread().interrupt();
        }
    }
}
