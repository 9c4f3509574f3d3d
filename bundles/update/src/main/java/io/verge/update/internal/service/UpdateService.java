package io.verge.update.internal.service;

import io.verge.api.cloud.Ranges;
import io.verge.api.disk.Disk;
import io.verge.api.disk.LocalDisk;
import io.verge.api.site.Site;
import io.verge.api.time.Clock;
import io.verge.api.time.Stage;
import io.verge.api.time.Stages;
import io.verge.api.update.ChangeGuard;
import io.verge.api.update.UpdateEntry;
import io.verge.api.update.UpdateListener;
import io.verge.api.update.UpdatePlan;
import io.verge.api.update.UpdateRefusedException;
import io.verge.api.update.UpdateReport;
import io.verge.api.update.UpdateWish;
import io.verge.api.update.Updates;
import io.verge.generation.Generations;
import io.verge.transfer.FetchRules;
import io.verge.transfer.pack.Zstd;
import io.verge.transfer.source.Http;
import io.verge.transfer.source.HttpSettings;
import io.verge.update.internal.Workshop;
import io.verge.update.internal.engine.Anchor;
import io.verge.update.internal.engine.Engine;
import io.verge.update.internal.engine.EngineParts;
import io.verge.update.internal.hawkbit.HawkbitSupply;
import io.verge.update.internal.live.BoxVitals;
import io.verge.update.internal.live.FrameworkSet;
import io.verge.update.internal.live.RoadMoment;
import io.verge.update.internal.live.Surroundings;
import io.verge.update.internal.supply.Laptops;
import io.verge.update.internal.supply.Makers;
import io.verge.update.internal.supply.ProfileSupplies;
import io.verge.update.internal.supply.SupplyMaker;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The updates of this box, on a thread of their own. Needs nothing of the way of data, so that it works in safe mode. When its section of
 * the profile changes, it begins anew with what is on the disk: a download goes on where it was.
 */
@Component(
        service = {Updates.class, ChangeGuard.class},
        immediate = true,
        configurationPid = "io.verge.update")
@Designate(ocd = UpdateConfig.class)
public final class UpdateService implements Updates, ChangeGuard {
    private static final Logger LOG = LoggerFactory.getLogger(UpdateService.class);
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Duration END = Duration.ofSeconds(5);
    private static final int LONGEST_ROOT = 1 << 20;

    private final List<UpdateListener> listeners = new CopyOnWriteArrayList<>();
    private final Laptops laptops = new Laptops();
    private final HawkbitOrders hawkbit;
    private final Engine engine;
    private final FrameworkSet live;
    private final Stage looks;
    private final Thread thread;

    /** Of the session with the cloud, when there is one. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Ranges ranges;

    /** Returns at once; a setting that is wrong fails it, and the component says which. */
    @Activate
    public UpdateService(
            UpdateConfig config,
            @Reference Workshop workshop,
            @Reference Surroundings around,
            @Reference ServiceComponentRuntime components,
            @Reference Clock clock,
            @Reference Stages stages,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL) @Nullable Site site) {
        BundleContext context = workshop.context();
        Disk disk = new LocalDisk();
        Path state = Path.of(context.getProperty("verge.state"));
        Generations generations = new Generations(disk, state);
        BoxVitals vitals = new BoxVitals(around, workshop, components, clock);
        SecureRandom random = new SecureRandom();
        Path profile = Path.of(context.getProperty("verge.profile"));
        hawkbit = new HawkbitOrders(config, clock, random);
        Map<String, SupplyMaker> makers = makers(disk, clock);
        ProfileSupplies named = new ProfileSupplies(Settings.sources(config), makers);
        makers.put(HawkbitSupply.SCHEME, hawkbit.offered(disk, profile, named));
        ProfileSupplies supplies = new ProfileSupplies(Settings.sources(config), makers);
        String agent = FrameworkUtil.getBundle(Updates.class).getVersion().toString();
        live = new FrameworkSet(workshop, generations.store(), disk, clock, FrameworkSet.USUAL_LIMIT);
        EngineParts parts = new EngineParts(
                disk,
                state,
                anchor(disk, profile.resolveSibling(config.trust())),
                clock,
                random,
                generations,
                live,
                vitals,
                new RoadMoment(around, clock),
                supplies,
                Zstd.whenAsked(state.resolve("tmp")),
                this::tell,
                FetchRules.DEFAULT);
        engine = new Engine(parts, Settings.of(config, agent));
        looks = stages.open("update-looks", 1);
        looks.every(LOOK, vitals::look);
        thread = new Thread(this::work, "update");
        thread.setDaemon(true);
        thread.start();
        hawkbit.begin(engine, stages, disk, profile, site);
    }

    private Map<String, SupplyMaker> makers(Disk disk, Clock clock) {
        SupplyMaker servers = Makers.servers(new Http(HttpSettings.DEFAULT, clock));
        Map<String, SupplyMaker> makers = new HashMap<>();
        makers.put("file", Makers.folders(disk));
        makers.put("http", servers);
        makers.put("https", servers);
        makers.put("mqtt", Makers.cloud(() -> Optional.ofNullable(ranges)));
        makers.put("coap", laptops);
        return makers;
    }

    private static @Nullable Anchor anchor(Disk disk, Path file) {
        try {
            return new Anchor(disk.read(file, LONGEST_ROOT));
        } catch (NoSuchFileException e) {
            LOG.info("there is no root of trust {}: nothing is installed from elsewhere", file);
        } catch (IOException e) {
            LOG.error("the root of trust {} cannot be read: {}", file, e.getMessage());
        }
        return null;
    }

    private void work() {
        try {
            engine.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the component ends
        }
    }

    private void tell(UpdateEntry entry) {
        hawkbit.tell(entry);
        for (UpdateListener listener : listeners) {
            try {
                listener.onUpdate(entry);
            } catch (RuntimeException | Error e) {
                LOG.warn(
                        "{} fails when it is told of an update",
                        listener.getClass().getName(),
                        e);
            }
        }
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addListener(UpdateListener listener) {
        listeners.add(listener);
    }

    void removeListener(UpdateListener listener) {
        listeners.remove(listener);
    }

    @Deactivate
    void close() {
        hawkbit.close();
        thread.interrupt();
        looks.close();
        laptops.close();
        try {
            thread.join(END.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        live.close();
    }

    @Override
    public UpdateReport report() {
        return engine.report().troubledBy(hawkbit.trouble());
    }

    @Override
    public UpdatePlan plan(UpdateWish wish) throws UpdateRefusedException {
        return engine.plan(wish);
    }

    @Override
    public String channel(String name, String source) throws UpdateRefusedException {
        return engine.channel(name, source);
    }

    @Override
    public UpdateEntry apply(UpdateWish wish) throws UpdateRefusedException {
        return engine.apply(wish);
    }

    @Override
    public UpdateEntry cancel(String why) throws UpdateRefusedException {
        return engine.cancel(why);
    }

    @Override
    public UpdateEntry rollback(String why) throws UpdateRefusedException {
        return engine.rollback(why);
    }

    @Override
    public Optional<String> refusal() {
        return engine.refusal();
    }

    @Override
    public List<UpdateEntry> history() {
        return engine.history();
    }
}
