package io.verge.cloud.internal.session;

import io.verge.api.time.Stage;
import io.verge.api.time.Stages;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Stages with a thread each, for tests with a broker of flesh and blood. */
final class ThreadStages implements Stages {
    @Override
    public Stage open(String name, int capacity) {
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread made = new Thread(work, name);
            made.setDaemon(true);
            return made;
        });
        return new Stage() {
            @Override
            public boolean offer(Runnable work) {
                try {
                    thread.execute(work);
                    return true;
                } catch (RejectedExecutionException e) {
                    return false;
                }
            }

            @Override
            public void every(Duration period, Runnable work) {
                long nanos = period.toNanos();
                Future<?> unused = thread.scheduleAtFixedRate(work, nanos, nanos, TimeUnit.NANOSECONDS);
            }

            @Override
            public void close() {
                thread.shutdownNow();
            }
        };
    }
}
