package io.verge.driver.simulator.internal;

import io.verge.api.air.MessageSet;
import io.verge.api.air.RoadUserMessages;
import io.verge.api.device.Device;
import io.verge.api.device.DeviceStatus;
import io.verge.api.site.Site;
import io.verge.api.status.State;
import io.verge.api.status.Status;
import io.verge.api.time.Clock;
import io.verge.device.Counters;
import io.verge.driver.simulator.internal.play.Languages;
import io.verge.driver.simulator.internal.play.Placement;
import io.verge.driver.simulator.internal.play.Ports;
import io.verge.driver.simulator.internal.play.Rig;
import io.verge.driver.simulator.internal.play.Settings;
import io.verge.driver.simulator.internal.world.Incidents;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A whole virtual crossing, on one thread of its own that owns the world and all sockets:
 *
 * <pre>
 *  STARTING ──all ports open──▶ OK ──a socket fails──▶ DEGRADED ──2 s──▶ (ports again)
 *      └───────a port cannot be had────────────────────────▲
 * </pre>
 */
@Component(
        immediate = true,
        service = Device.class,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        configurationPid = "io.verge.driver.simulator")
@Designate(ocd = SimulatorConfig.class, factory = true)
public final class Simulator implements Device {
    private static final Logger LOG = LoggerFactory.getLogger(Simulator.class);
    private static final long TICK_NANOS = 1_000_000_000L / Rig.TICKS;
    /** When it is behind by more, it lets the time go. */
    private static final long PATIENCE_NANOS = 500_000_000L;

    private static final Duration BACK_OFF = Duration.ofSeconds(2);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(2);

    private final String id;
    private final Settings settings;
    private final Site site;
    private final Clock clock;
    private final Counters counters = new Counters();
    private final AtomicReference<@Nullable MessageSet> messages = new AtomicReference<>();
    private final AtomicReference<@Nullable RoadUserMessages> voices = new AtomicReference<>();
    private final Thread thread;
    private volatile Status status;
    private volatile @Nullable Instant lastStep;
    private volatile SortedMap<String, String> facts = new TreeMap<>();
    private volatile boolean closed;

    /**
     * Starts the thread and returns.
     *
     * @param site gives the cameras' latitudes and longitudes
     */
    @Activate
    public Simulator(SimulatorConfig config, @Reference Site site, @Reference Clock clock) {
        id = config.id();
        settings = new Settings(
                config.seed(),
                config.vehicles(),
                config.pedestrians(),
                Incidents.parse("incidents", List.of(config.incidents())),
                config.buses(),
                placements("radars", config.radars()),
                placements("flir", config.flir()),
                placements("must", config.must()),
                config.connected(),
                new Ports(
                        config.signalPort(),
                        config.controllerPort(),
                        config.rsuPort(),
                        config.receivedPort(),
                        config.casterPort()));
        this.site = site;
        this.clock = clock;
        status = Status.of(State.STARTING, clock.now());
        thread = new Thread(this::run, "device " + id);
        thread.setDaemon(true);
        thread.start();
    }

    private static List<Placement> placements(String key, String[] lines) {
        return Stream.of(lines).map(line -> Placement.parse(key, line)).toList();
    }

    /** What the radio reads messages with; without one it only counts them. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setMessages(MessageSet set) {
        messages.set(set);
    }

    void unsetMessages(MessageSet set) {
        messages.compareAndSet(set, null);
    }

    /** What vehicles with a radio speak; without it they are silent. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setVoices(RoadUserMessages set) {
        voices.set(set);
    }

    void unsetVoices(RoadUserMessages set) {
        voices.compareAndSet(set, null);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public DeviceStatus status() {
        return new DeviceStatus(status, lastStep, counters.snapshot(), facts);
    }

    /** Stops: returns when the thread has ended and its sockets are closed, at most after two seconds. */
    @Deactivate
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(STOP_LIMIT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        status = Status.of(State.STOPPED, clock.now());
    }

    private void run() {
        try {
            while (!closed) {
                play();
                clock.sleep(BACK_OFF);
            }
        } catch (InterruptedException e) {
            // Closed: there is nothing more to do.
        }
    }

    /** Plays until something fails. */
    private void play() throws InterruptedException {
        Languages languages =
                new Languages(() -> Optional.ofNullable(messages.get()), () -> Optional.ofNullable(voices.get()));
        try (Rig rig = Rig.open(settings, site.frame(), languages, counters)) {
            facts = facts(rig);
            status = Status.of(State.OK, clock.now());
            LOG.info("{}: {}", id, rig.addresses());
            tick(rig);
        } catch (IOException | RuntimeException e) {
            counters.counter("errors").increment();
            trouble(e);
        }
    }

    private void tick(Rig rig) throws IOException, InterruptedException {
        Counters.Counter steps = counters.counter("frames");
        long next = clock.nanoTime();
        while (!closed) {
            Instant now = clock.now();
            if (rig.tick(now)) {
                steps.increment();
                lastStep = now;
            }
            next += TICK_NANOS;
            long rest = next - clock.nanoTime();
            if (rest < -PATIENCE_NANOS) {
                next = clock.nanoTime();
            }
            clock.sleep(Duration.ofNanos(rest));
        }
    }

    private void trouble(Exception e) {
        Status before = status;
        String cause = String.valueOf(e.getMessage());
        boolean same = before.trouble() != null && before.trouble().cause().equals(cause);
        if (!same && !closed) {
            status = Status.of(
                    State.DEGRADED,
                    clock.now(),
                    "cannot-play",
                    cause,
                    "look for another program, or another simulator, that uses the port");
            LOG.warn("{}: {}", id, cause, e instanceof RuntimeException ? e : null);
        }
    }

    private static SortedMap<String, String> facts(Rig rig) {
        SortedMap<String, String> facts = new TreeMap<>();
        for (String address : rig.addresses()) {
            int colon = address.indexOf(": ");
            facts.put(address.substring(0, colon), address.substring(colon + 2));
        }
        return Collections.unmodifiableSortedMap(facts);
    }
}
