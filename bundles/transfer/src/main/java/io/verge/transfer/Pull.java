package io.verge.transfer;

import io.verge.api.time.Clock;
import io.verge.transfer.SourceException.Kind;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;

/** A range that comes in: every failure is the source's, and so is being too slow. One thread. */
final class Pull implements Closeable {
    private final InputStream in;
    private final Clock clock;
    private final FetchRules rules;
    private long waited;
    private long received;

    private Pull(InputStream in, Clock clock, FetchRules rules) {
        this.in = in;
        this.clock = clock;
        this.rules = rules;
    }

    static Pull open(Source source, String path, long from, long to, Clock clock, FetchRules rules)
            throws SourceException {
        return new Pull(source.range(path, from, to), clock, rules);
    }

    /** At least one octet. */
    int read(byte[] buffer, int most) throws SourceException {
        long before = clock.nanoTime();
        int n = readSome(buffer, most);
        judge(n, clock.nanoTime() - before);
        return n;
    }

    private int readSome(byte[] buffer, int most) throws SourceException {
        try {
            int n = in.read(buffer, 0, most);
            if (n > 0) {
                return n;
            }
        } catch (SourceException e) {
            throw e;
        } catch (IOException e) {
            throw SourceException.broken(e);
        }
        throw SourceException.of(Kind.BROKEN, "it ended too early");
    }

    /** Only time spent in waiting for the source counts: pauses are ours. */
    private void judge(int octets, long nanos) throws SourceException {
        waited += nanos;
        received += octets;
        if (waited < rules.patience().toNanos()) {
            return;
        }
        double rate = received / (waited / (double) TimeUnit.SECONDS.toNanos(1));
        if (rate < rules.leastRate()) {
            throw SourceException.of(Kind.SLOW, "it gives " + Math.round(rate) + " octets a second");
        }
        waited = 0;
        received = 0;
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            // Either all that was wanted is there, or what went wrong is known already.
        }
    }
}
