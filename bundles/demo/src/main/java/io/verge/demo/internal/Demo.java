package io.verge.demo.internal;

import io.verge.api.air.Gate;
import io.verge.api.air.Radio;
import io.verge.api.app.Apps;
import io.verge.api.cloud.Cloud;
import io.verge.api.cloud.Twin;
import io.verge.api.device.Device;
import io.verge.api.outbox.OutboxHealth;
import io.verge.api.scene.Scene;
import io.verge.api.scene.SceneListener;
import io.verge.api.time.Clock;
import io.verge.api.time.Latency;
import io.verge.api.time.Stage;
import io.verge.api.time.Stages;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Prints once a second what is sensed, decided and sent, and at the end what went through each flow. After the configured
 * seconds it ends the agent: with 0 when all flows were alive, else with 1. Told to stop before, it prints the end all the same.
 */
@Component(
        service = SceneListener.class,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        configurationPid = "io.verge.demo")
@Designate(ocd = DemoConfig.class)
public final class Demo implements SceneListener {
    /** So long an app may have nothing to say that only speaks when something happens. */
    private static final Duration QUIET = Duration.ofSeconds(90);

    private final int seconds;
    private final Set<String> mayBeQuiet;
    private final Clock clock;
    private final IntConsumer exit;
    private final PrintStream out;
    private final Stage stage;
    private final long begin;

    private final List<Device> devices = new CopyOnWriteArrayList<>();

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Apps apps;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Gate gate;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Latency latency;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Cloud cloud;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable OutboxHealth outbox;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Twin twin;

    private final LongAdder scenes = new LongAdder();
    private final Happenings happenings = new Happenings();
    private volatile @Nullable Scene scene;
    /** The last two, of the stage's thread; read by who deactivates, when the stage has ended. */
    private volatile Snapshot before;

    private volatile Snapshot last;
    private final AtomicBoolean ended = new AtomicBoolean();

    /**
     * Prints to standard output: this is the one bundle whose purpose that is.
     *
     * @param exit ends the agent with an exit code
     */
    @Activate
    public Demo(
            DemoConfig config,
            @Reference Stages stages,
            @Reference Clock clock,
            @Reference(target = "(verge.exit=true)") IntConsumer exit) {
        this(config, stages, clock, exit, System.out);
    }

    Demo(DemoConfig config, Stages stages, Clock clock, IntConsumer exit, PrintStream out) {
        this.clock = clock;
        this.exit = exit;
        this.out = out;
        seconds = config.seconds();
        mayBeQuiet = Set.of(config.quiet());
        begin = clock.nanoTime();
        last = new Snapshot(
                clock.now(),
                begin,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                0,
                0,
                List.of(),
                Snapshot.Uplink.NONE);
        before = last;
        out.println("Verge demo: a simulated crossing plays the devices; all behind them is the real agent.");
        out.println("Look at it: verge status, or coap://127.0.0.1:5683/status. It ends "
                + (seconds > 0 ? "after " + seconds + " s." : "when it is stopped (Ctrl-C)."));
        out.flush();
        stage = stages.open("demo", 1);
        stage.every(Duration.ofSeconds(1), this::tick);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addDevice(Device device) {
        devices.add(device);
    }

    void removeDevice(Device device) {
        devices.remove(device);
    }

    @Override
    public void onScene(Scene newest) {
        scene = newest;
        happenings.see(newest);
        scenes.increment();
    }

    private void tick() {
        if (ended.get()) {
            return;
        }
        before = last;
        last = look();
        out.println(new Second(before, last).text());
        out.flush();
        if (seconds > 0 && last.nanos() - begin >= seconds * 1_000_000_000L) {
            exit.accept(end(last) ? 0 : 1);
        }
    }

    private Snapshot look() {
        List<Snapshot.Seen> seen = devices.stream()
                .map(device -> new Snapshot.Seen(device.id(), device instanceof Radio, device.status()))
                .sorted(Comparator.comparing(Snapshot.Seen::id))
                .toList();
        Apps runners = apps;
        Gate air = gate;
        Latency meter = latency;
        return new Snapshot(
                clock.now(),
                clock.nanoTime(),
                seen,
                runners == null ? List.of() : runners.apps(),
                air == null ? List.of() : air.reports(),
                meter == null ? List.of() : meter.reports(),
                scene,
                scenes.sum(),
                happenings.count(),
                happenings.last(),
                uplink());
    }

    private Snapshot.Uplink uplink() {
        Cloud session = cloud;
        OutboxHealth waiting = outbox;
        Twin wished = twin;
        return new Snapshot.Uplink(
                session == null ? null : session.report(),
                waiting == null ? null : waiting.report(),
                wished == null ? null : wished.report());
    }

    /** Prints the end, once; says whether it is a good one. */
    private boolean end(Snapshot snapshot) {
        boolean quiet = snapshot.nanos() - begin < QUIET.toNanos();
        Verdict verdict = Verdict.of(snapshot, quiet ? mayBeQuiet : Set.of());
        if (!ended.getAndSet(true)) {
            out.println();
            out.println(verdict.text());
            out.flush();
        }
        return verdict.good();
    }

    /**
     * Prints the end, if that has not been done. The agent may be half taken down then, so it tells of the last second in which
     * more of it was there.
     */
    @Deactivate
    public void close() {
        stage.close();
        end(before.devices().size() > last.devices().size() ? before : last);
    }
}
