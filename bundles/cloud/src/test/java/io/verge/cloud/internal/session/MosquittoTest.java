package io.verge.cloud.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.outbox.Lane;
import io.verge.api.status.Trouble;
import io.verge.api.time.Clock;
import io.verge.cloud.internal.drain.FakeOutlet;
import io.verge.cloud.internal.mqtt.Outbound;
import io.verge.cloud.internal.mqtt.PahoPort;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole uplink against a broker written by others. */
@Tag("interop")
@Timeout(120)
class MosquittoTest {
    private static final String BASE = "verge/v1/wuhan/wuhan-0417";

    private final FakeOutlet outlet = new FakeOutlet();
    /** What chance says to the box: 0 lets it wait as short as it ever does, -1 as long. */
    private final AtomicLong drawn = new AtomicLong();

    private final List<Engine> engines = new ArrayList<>();
    private Path folder;
    private Mosquitto broker;
    private Watcher watcher;

    @BeforeEach
    void start(@TempDir Path made) throws Exception {
        folder = made;
        broker = new Mosquitto(folder);
        watcher = new Watcher(broker.port(), "watcher");
    }

    @AfterEach
    void stop() throws Exception {
        engines.forEach(Engine::close);
        watcher.close();
        broker.close();
    }

    private Engine box(Object... given) {
        Object[] all = new Object[given.length + 2];
        all[0] = "broker";
        all[1] = "mqtt://127.0.0.1:" + broker.port();
        System.arraycopy(given, 0, all, 2, given.length);
        Clock clock = new RealClock();
        Notes notes = new FileNotes(folder.resolve("notes"));
        Greeting greeting = new Greeting(
                new Connections(notes),
                new TrustedTime(notes, clock, Rig.BUILT),
                "run-of-this-process",
                "0.1.0",
                () -> FakeOutlet.STORE,
                () -> "{\"box\":\"wuhan-0417\"}");
        Engine engine = new Engine(clock, drawn::get, PahoPort::new, greeting, List::of, Rig.settings(all));
        engine.drain(outlet);
        engine.start();
        engines.add(engine);
        return engine;
    }

    private static void await(BooleanSupplier so) throws InterruptedException {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!so.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(limit);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    @Test
    void bearsItselfAndDrains() throws Exception {
        outlet.offer(Lane.EVENT, "events", "{\"old\":true}", 1000);
        Engine engine = box();

        assertThat(Watcher.text(watcher.on("/online"))).contains("\"online\"", "\"connection\":1");
        assertThat(Watcher.text(watcher.on("/birth"))).contains("wuhan-0417");
        await(() -> engine.report().counters().getOrDefault("records", 0L) == 1000L);

        assertThat(engine.report().roundTrip()).isPositive();
    }

    @Test
    void aWillIsPublishedWhenThePortCutsItsSocket() throws Exception {
        Watcher box = new Watcher(broker.port(), "box");
        watcher.publish(Outbound.json("verge/v1/wuhan/box/any", "{}"));
        box.on("/any");

        box.close();

        assertThat(watcher.on("/watcher").topic()).isEqualTo("verge/v1/wuhan/watcher");
    }

    @Test
    void saysGoodByeWhenItIsStopped() throws Exception {
        Engine engine = box();
        watcher.on("/birth");

        engine.close();

        assertThat(Watcher.text(watcher.on("/online"))).contains("\"offline\"");
        assertThat(engine.report().phase()).isEqualTo("closed");
    }

    @Test
    void comesBackWhenTheBrokerIsRestarted() throws Exception {
        Engine engine = box();
        watcher.on("/birth");

        broker.restart();

        await(() -> engine.report().connection() >= 2 && engine.report().phase().equals("online"));
        assertThat(engine.report().last()).isNotNull();
    }

    @Test
    void losesNothingWhenTheBrokerIsKilledInTheMiddle() throws Exception {
        Engine engine = box("consumer", "ingest", "acknowledge", 5);
        watcher.publish(Outbound.retained("verge/v1/wuhan/$state/ingest", "{\"state\":\"online\"}"));
        await(() -> engine.report().consumers().getOrDefault("ingest", false));
        outlet.offer(Lane.CRITICAL, "events", "{}", 3);
        watcher.on("/record/critical/events");

        broker.kill();
        await(() -> !engine.report().phase().equals("online"));
        assertThat(outlet.kept()).isEqualTo(3);
        broker.startAgain();
        watcher.close();
        watcher = new Watcher(broker.port(), "watcher");
        watcher.publish(Outbound.retained("verge/v1/wuhan/$state/ingest", "{\"state\":\"online\"}"));
        watcher.on("/record/critical/events");
        watcher.publish(Outbound.json(
                BASE + "/ack",
                "{\"consumer\":\"ingest\",\"store\":\"" + FakeOutlet.STORE
                        + "\",\"records\":[{\"lane\":\"critical\",\"stream\":\"events\",\"sequences\":[[1,3]]}]}"));

        await(() -> outlet.kept() == 0);
    }

    @Test
    void waitsWhileTheConsumerIsAway() throws Exception {
        Engine engine = box("consumer", "ingest");
        watcher.on("/birth");
        outlet.offer(Lane.EVENT, "events", "{}");
        await(() -> Optional.ofNullable(engine.report().status().trouble())
                .map(Trouble::code)
                .filter("consumer-away"::equals)
                .isPresent());
        assertThat(outlet.kept()).isEqualTo(1);

        watcher.publish(Outbound.retained("verge/v1/wuhan/$state/ingest", "{\"state\":\"online\"}"));

        watcher.on("/record/event/events");
        await(() -> outlet.kept() == 0);
    }

    /** This broker ends the session that is taken over without a reason. The box comes back when it is told to, and not before. */
    @Test
    void noticesTheOtherBoxWithItsId() throws Exception {
        Engine engine = box("spread", 60);
        await(() -> engine.report().phase().equals("online"));
        drawn.set(-1);
        for (int times = 1; times <= 3; times++) {
            long expected = times;
            await(() -> engine.report().phase().equals("online"));
            try (Watcher other = new Watcher(broker.port(), "wuhan.wuhan-0417")) {
                other.publish(Outbound.retained(BASE + "/online", "{\"state\":\"online\",\"connection\":7}"));
                await(() -> engine.report().counters().getOrDefault("failures", 0L) >= expected);
                other.on("/online");
            }
            engine.configure(
                    Rig.settings("broker", "mqtt://127.0.0.1:" + broker.port(), "spread", 60, "window", 30 + times));
            await(() -> engine.report().counters().getOrDefault("strangers", 0L) >= expected);
        }

        await(() -> String.valueOf(engine.report().status().trouble()).contains("client-clash"));
    }
}
