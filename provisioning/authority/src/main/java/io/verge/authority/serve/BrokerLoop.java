package io.verge.authority.serve;

import io.verge.mqtt.BrokerSession;
import io.verge.mqtt.SessionSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One session after the other, until it is stopped. One thread runs it. */
final class BrokerLoop {
    private static final Duration BACK_OFF = Duration.ofSeconds(5);

    private final SessionSettings settings;
    private final Consumer<String> out;
    private final CountDownLatch stopped = new CountDownLatch(1);

    /** What is done in a session. */
    interface Turn {
        /** Does some of it; returns soon. */
        void serve(BrokerSession session) throws IOException, InterruptedException;
    }

    /** @param out lines for people */
    BrokerLoop(SessionSettings settings, Consumer<String> out) {
        this.settings = settings;
        this.out = out;
    }

    /** Makes {@link #run} return soon. Any thread. */
    void stop() {
        stopped.countDown();
    }

    /** Takes turns until it is stopped; a broker that is away is tried again for ever. */
    void run(Turn turn) throws InterruptedException {
        while (stopped.getCount() > 0) {
            try (BrokerSession session = BrokerSession.open(settings)) {
                out.accept("connected to " + settings.access().broker());
                while (stopped.getCount() > 0 && session.stands()) {
                    turn.serve(session);
                }
            } catch (IOException e) {
                out.accept(String.valueOf(e.getMessage()));
            }
            if (stopped.await(BACK_OFF.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        }
    }
}
