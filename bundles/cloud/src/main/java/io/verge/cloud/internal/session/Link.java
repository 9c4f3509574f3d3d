package io.verge.cloud.internal.session;

import io.verge.api.time.Clock;
import io.verge.cloud.internal.mqtt.Accepted;
import io.verge.cloud.internal.mqtt.Ended;
import io.verge.cloud.internal.mqtt.Inbound;
import io.verge.cloud.internal.mqtt.MqttListener;
import io.verge.cloud.internal.mqtt.MqttPort;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * One connection: its port, and whether the other side is alive. What the port tells goes onto the queue of the session's owner
 * with this link, so that the session knows the words of a connection it has given up. Its listener is called by any thread, the
 * rest belongs to the owner.
 */
final class Link implements MqttListener {
    /** Messages from the broker that may wait; it is asked for no more than this unacknowledged. */
    static final int MOST_WAITING = 256;

    /** The library notes the time of an octet a little later than we do, and does not ask before. */
    private static final long SLACK = Duration.ofMillis(100).toNanos();

    private final Clock clock;
    private final Consumer<Runnable> owner;
    private final Events events;
    private final MqttPort port;
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile long heard;

    private long asked;
    private long patience;
    private long quiet;

    /** What the owner does with what comes. */
    interface Events {
        void connected(Link link, Accepted accepted);

        void ended(Link link, Ended why);

        void subscribed(Link link, List<Integer> reasons);

        void delivered(Link link, long token, int reason);

        void arrived(Link link, Inbound message);
    }

    Link(Clock clock, Consumer<Runnable> owner, Events events, MqttPort.Factory ports) {
        this.clock = clock;
        this.owner = owner;
        this.events = events;
        this.port = ports.open(this);
        this.heard = clock.nanoTime();
    }

    MqttPort port() {
        return port;
    }

    /** From now on silence is watched. */
    void watch(Duration keepAlive) {
        quiet = keepAlive.toNanos();
        patience = KeepAlive.patience(keepAlive).toNanos();
        asked = clock.nanoTime();
    }

    /** Asks for a sign of life when it is time; false when none has come for too long. */
    boolean alive(long now) {
        if (now - heard >= patience) {
            return false;
        }
        if (now - asked >= quiet || (asked - heard < 0 && now - heard >= quiet + SLACK)) {
            // Once in each silence; and while something comes but nothing goes, since the broker counts what we send.
            asked = now;
            port.probe();
        }
        return true;
    }

    /** Nanoseconds until {@link #alive} should be asked again. */
    long due(long now) {
        long last = heard;
        long sign = asked - last < 0 ? last + quiet + SLACK - now : last + patience - now;
        return Math.max(0, Math.min(sign, asked + quiet - now));
    }

    @Override
    public void connected(Accepted accepted) {
        owner.accept(() -> events.connected(this, accepted));
    }

    @Override
    public void ended(Ended why) {
        owner.accept(() -> events.ended(this, why));
    }

    @Override
    public void subscribed(List<Integer> reasons) {
        owner.accept(() -> events.subscribed(this, reasons));
    }

    @Override
    public void delivered(long token, int reason) {
        owner.accept(() -> events.delivered(this, token, reason));
    }

    @Override
    public boolean arrived(Inbound message) {
        if (waiting.incrementAndGet() > MOST_WAITING) {
            waiting.decrementAndGet();
            return false;
        }
        owner.accept(() -> {
            waiting.decrementAndGet();
            events.arrived(this, message);
        });
        return true;
    }

    @Override
    public void heard() {
        heard = clock.nanoTime();
    }
}
