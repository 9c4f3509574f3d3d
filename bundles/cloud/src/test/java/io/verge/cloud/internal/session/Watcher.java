package io.verge.cloud.internal.session;

import io.verge.cloud.internal.mqtt.Accepted;
import io.verge.cloud.internal.mqtt.Broker;
import io.verge.cloud.internal.mqtt.ConnectSettings;
import io.verge.cloud.internal.mqtt.Ended;
import io.verge.cloud.internal.mqtt.Inbound;
import io.verge.cloud.internal.mqtt.MqttListener;
import io.verge.cloud.internal.mqtt.Outbound;
import io.verge.cloud.internal.mqtt.PahoPort;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Another client of the broker: it hears all of the tenant, and can play the consumer. */
final class Watcher implements MqttListener, AutoCloseable {
    private final PahoPort port = new PahoPort(this);
    private final BlockingQueue<Inbound> heard = new LinkedBlockingQueue<>();
    private final CountDownLatch subscribed = new CountDownLatch(1);

    Watcher(int broker, String client) throws InterruptedException {
        port.connect(new ConnectSettings(
                new Broker(false, "127.0.0.1", broker),
                client,
                null,
                null,
                Duration.ofSeconds(60),
                Duration.ZERO,
                1000,
                1 << 24,
                Outbound.json("verge/v1/wuhan/watcher", "{}"),
                Duration.ZERO,
                Duration.ofSeconds(10),
                null,
                null));
        if (!subscribed.await(10, TimeUnit.SECONDS)) {
            throw new AssertionError("the watcher cannot subscribe");
        }
    }

    void publish(Outbound message) {
        port.publish(message, 1);
    }

    static String text(Inbound message) {
        return StandardCharsets.UTF_8.decode(message.content()).toString();
    }

    /** The next message of this kind; fails when none comes in time. */
    Inbound next(Predicate<Inbound> which) throws InterruptedException {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(45);
        while (System.nanoTime() < limit) {
            Inbound message = heard.poll(1, TimeUnit.SECONDS);
            if (message != null && which.test(message)) {
                return message;
            }
        }
        throw new AssertionError("nothing of the kind came");
    }

    Inbound on(String end) throws InterruptedException {
        return next(message -> message.topic().endsWith(end));
    }

    @Override
    public void connected(Accepted accepted) {
        Thread subscriber = new Thread(() -> port.subscribe(List.of("verge/v1/#")), "watcher");
        subscriber.setDaemon(true);
        subscriber.start();
    }

    @Override
    public void subscribed(List<Integer> reasons) {
        subscribed.countDown();
    }

    @Override
    public void ended(Ended why) {
        // The test finds out.
    }

    @Override
    public void delivered(long token, int reason) {
        // The test finds out.
    }

    @Override
    public boolean arrived(Inbound message) {
        return heard.add(message);
    }

    @Override
    public void heard() {
        // It is not watched.
    }

    @Override
    public void close() {
        port.abandon();
    }
}
