package io.verge.driver.signal.ntcip1202.internal;

import io.verge.api.time.Clock;
import io.verge.device.Connection;
import io.verge.device.Counters;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;

/**
 * A controller that is asked again and again, as a connection: each read is the value of every object, one octet each, in their
 * order, and then the flash status. A request that is not answered is no loss of the connection; several in a row are.
 */
final class StatusPoll implements Connection {
    private static final int MOST_SILENCES = 10;

    private final Agent agent;
    private final List<String> oids;
    private final Batch batch;
    private final Duration period;
    private final Runnable keepAlive;
    private final Clock clock;
    private final Counters.Counter silences;
    private final FlashStatus flash;
    private long due;
    private int silent;

    /**
     * @param keepAlive done before each look, on the device's thread
     */
    StatusPoll(
            Agent agent,
            List<String> oids,
            Batch batch,
            Duration period,
            Runnable keepAlive,
            Clock clock,
            Counters.Counter silences) {
        this.agent = agent;
        this.oids = List.copyOf(oids);
        this.batch = batch;
        this.period = period;
        this.keepAlive = keepAlive;
        this.clock = clock;
        this.silences = silences;
        this.flash = new FlashStatus(clock);
        this.due = clock.nanoTime();
    }

    @Override
    public int read(ByteBuffer into, Duration timeout) throws IOException {
        if (!isDue(timeout)) {
            return 0;
        }
        keepAlive.run();
        try {
            int begin = into.position();
            look(into);
            into.put((byte) flash.read(agent));
            silent = 0;
            return into.position() - begin;
        } catch (Agent.SilentException e) {
            silences.increment();
            batch.silent();
            if (++silent >= MOST_SILENCES) {
                throw e;
            }
            return 0;
        }
    }

    /** Waits until the next look is due, or as long as it may. */
    private boolean isDue(Duration timeout) throws InterruptedIOException {
        long left = due - clock.nanoTime();
        if (left > 0) {
            try {
                clock.sleep(Duration.ofNanos(Math.min(left, timeout.toNanos())));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("stopped");
            }
        }
        long now = clock.nanoTime();
        if (due - now > 0) {
            return false;
        }
        // A look that took longer than the period is not made up for.
        due = Math.max(due + period.toNanos(), now);
        return true;
    }

    private void look(ByteBuffer into) throws IOException {
        int begin = into.position();
        for (int done = 0; done < oids.size(); ) {
            List<String> some = oids.subList(done, Math.min(done + batch.size(), oids.size()));
            try {
                put(some, agent.get(some), into);
                done += some.size();
                batch.answered();
            } catch (Agent.TooBigException e) {
                if (!batch.tooBig()) {
                    throw e;
                }
                into.position(begin);
                done = 0;
            } catch (IOException e) {
                into.position(begin);
                throw e;
            }
        }
    }

    private static void put(List<String> oids, int[] values, ByteBuffer into) throws IOException {
        for (int i = 0; i < values.length; i++) {
            if (values[i] < 0 || values[i] > 255) {
                throw new IOException(oids.get(i) + " is " + values[i] + ", expected 0 to 255");
            }
            into.put((byte) values[i]);
        }
    }

    @Override
    public void write(ByteBuffer from) throws IOException {
        throw new IOException("only objects are written, and not here");
    }

    @Override
    public void close() throws IOException {
        agent.close();
    }
}
