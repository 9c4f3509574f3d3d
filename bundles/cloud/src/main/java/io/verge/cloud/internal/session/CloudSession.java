package io.verge.cloud.internal.session;

import io.verge.api.cloud.Cloud;
import io.verge.api.cloud.CloudReport;
import io.verge.api.cloud.IdentityReport;
import io.verge.api.disk.Disk;
import io.verge.api.disk.LocalDisk;
import io.verge.api.outbox.OutboxHealth;
import io.verge.api.outbox.Outlet;
import io.verge.api.site.Site;
import io.verge.api.status.State;
import io.verge.api.status.Status;
import io.verge.api.time.Clock;
import io.verge.cloud.internal.mqtt.Outbound;
import io.verge.cloud.internal.mqtt.PahoPort;
import io.verge.cloud.internal.mqtt.TlsSettings;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The session with the cloud as a component. It begins when the box knows who it is, and stays while its site, its outbox and its
 * configuration change, as far as it can.
 */
@Component(
        service = {Cloud.class, Publisher.class, Carrier.class, Credentials.class},
        immediate = true,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        configurationPid = "io.verge.cloud")
@Designate(ocd = CloudConfig.class)
public final class CloudSession implements Cloud, Publisher, Carrier, Credentials {
    private static final Logger LOG = LoggerFactory.getLogger(CloudSession.class);

    private final Clock clock;
    private final Self self;
    private final String version;
    private final Disk disk = new LocalDisk();
    private final Notes notes;
    private final TrustedTime time;
    private final List<Router> routers = new CopyOnWriteArrayList<>();

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable OutboxHealth outbox;

    /** Guards what follows; held for a moment. */
    private final ReentrantLock lock = new ReentrantLock();

    private volatile CloudConfig config;
    private volatile @Nullable Site site;
    private @Nullable Outlet outlet;
    private volatile @Nullable Engine engine;
    private volatile @Nullable CloudSettings settings;
    private volatile Status waiting;
    private volatile Told told = new Told(null, null);

    @Activate
    public CloudSession(CloudConfig config, BundleContext context, @Reference Clock clock, @Reference Self self) {
        this.config = config;
        this.clock = clock;
        this.self = self;
        this.version = context.getBundle().getVersion().toString();
        this.notes = new FileNotes(Path.of(context.getProperty("verge.state"), "cloud"));
        this.time = new TrustedTime(
                notes, clock, built(context.getBundle().getHeaders().get("Verge-Built")));
        this.waiting = Status.of(State.STARTING, clock.now());
    }

    private static Instant built(@Nullable String header) {
        try {
            return header == null ? Instant.EPOCH : Instant.parse(header);
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }

    @Modified
    void modified(CloudConfig changed) {
        lock.lock();
        try {
            config = changed;
            settle();
        } finally {
            lock.unlock();
        }
    }

    /** A map that changes makes another site of the same box. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void setSite(Site other) {
        lock.lock();
        try {
            site = other;
            settle();
        } finally {
            lock.unlock();
        }
    }

    void unsetSite(Site gone) {
        // Who the box is does not change while its site is made anew.
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void setOutlet(Outlet other) {
        lock.lock();
        try {
            outlet = other;
            Engine running = engine;
            if (running != null) {
                running.drain(other);
            }
        } finally {
            lock.unlock();
        }
    }

    void unsetOutlet(Outlet gone) {
        lock.lock();
        try {
            Engine running = engine;
            if (gone.equals(outlet)) {
                outlet = null;
                if (running != null) {
                    running.drain(null);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addRouter(Router router) {
        routers.add(router);
        Engine running = engine;
        if (running != null) {
            running.routersChanged();
        }
    }

    void removeRouter(Router router) {
        routers.remove(router);
    }

    /** Starts, or changes, what runs; a configuration that is wrong is told and what ran goes on. */
    private void settle() {
        Site here = site;
        if (here == null) {
            return;
        }
        CloudSettings made;
        try {
            TlsSettings tls = CloudSettings.tls(config);
            made = CloudSettings.of(config, Who.of(here, disk, tls));
        } catch (IllegalArgumentException e) {
            String cause = String.valueOf(e.getMessage());
            LOG.error("the section cloud cannot be used: {}", cause);
            waiting = Status.of(State.FAILED, clock.now(), "configuration", cause, "correct the section cloud");
            return;
        }
        settings = made;
        Engine running = engine;
        if (running == null) {
            start(made);
        } else {
            running.configure(made);
        }
    }

    private void start(CloudSettings begin) {
        long seed =
                begin.client().hashCode() * 31L + clock.nanoTime() + clock.now().toEpochMilli();
        SplittableRandom random = new SplittableRandom(seed);
        Greeting greeting = new Greeting(
                new Connections(notes), time, Long.toHexString(random.nextLong()), version, this::store, this::birth);
        Engine made = new Engine(clock, random, PahoPort::new, greeting, () -> routers, begin);
        engine = made;
        made.drain(outlet);
        made.start();
    }

    private String birth() {
        CloudSettings now = Objects.requireNonNull(settings, "there is no session without settings");
        return self.birth(now.who().tenant(), now.who().box(), version);
    }

    private String store() {
        OutboxHealth health = outbox;
        return health == null ? "" : health.report().store();
    }

    @Override
    public CloudReport report() {
        Engine running = engine;
        if (running != null) {
            return told.in(running.report());
        }
        return new CloudReport(
                waiting, config.broker(), "", "waiting", 0, null, null, null, Map.of(), Map.of(), null, null);
    }

    @Override
    public Optional<Terms> terms() {
        CloudSettings now = settings;
        Site here = site;
        TlsSettings tls = now == null ? null : now.tls();
        return now == null || here == null || tls == null
                ? Optional.empty()
                : Optional.of(new Terms(here.box(), tls, now.renews()));
    }

    @Override
    public Instant time() {
        return time.now();
    }

    @Override
    public Standing standing() {
        Engine running = engine;
        return running == null ? new Standing(0, false, 0) : running.standing();
    }

    @Override
    public void changed() {
        lock.lock();
        try {
            settle();
            Engine running = engine;
            if (running != null) {
                running.renew();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void tell(@Nullable Status trouble, @Nullable IdentityReport identity) {
        told = new Told(trouble, identity);
    }

    @Override
    public Mode mode() {
        return Mode.valueOf(config.mode().toUpperCase(Locale.ROOT));
    }

    @Override
    public boolean publish(Outbound message, Runnable confirmed) {
        Engine running = engine;
        return running != null && running.publish(message, confirmed);
    }

    @Override
    public boolean later(Outbound message, IntConsumer outcome) {
        Engine running = engine;
        return running != null && running.later(message, outcome);
    }

    @Override
    public boolean now(Outbound message, IntConsumer outcome) {
        Engine running = engine;
        return running != null && running.now(message, outcome);
    }

    @Override
    public int size() {
        Engine running = engine;
        return running == null ? 0 : running.size();
    }

    @Deactivate
    void close() {
        Engine running = engine;
        if (running != null) {
            running.close();
        }
    }
}
