package io.verge.cloud.internal.twin;

import io.verge.api.cloud.Cloud;
import io.verge.api.cloud.Twin;
import io.verge.api.cloud.TwinReport;
import io.verge.api.disk.LocalDisk;
import io.verge.api.time.Clock;
import io.verge.api.time.Stage;
import io.verge.api.time.Stages;
import io.verge.cloud.internal.contract.Topics;
import io.verge.cloud.internal.mqtt.Inbound;
import io.verge.cloud.internal.mqtt.Outbound;
import io.verge.cloud.internal.session.Publisher;
import io.verge.cloud.internal.session.Router;
import io.verge.profile.Profiles;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;

/**
 * The twin as a service, on a thread of its own. It lives without a cloud: holds end and what is on probation is judged. Another
 * configuration does not restart it, since that may be what is on probation.
 */
@Component(
        service = {Twin.class, Router.class, TwinService.class},
        immediate = true,
        configurationPid = "io.verge.twin")
@Designate(ocd = TwinConfig.class)
public final class TwinService implements Twin, Router {
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final int MOST_WAITING = 16;
    private static final String DESIRED = "/twin/desired";

    private final Stage stage;
    private final TwinCore core;
    /** The newest document for which there was no room on the stage. */
    private final AtomicReference<@Nullable ByteBuffer> late = new AtomicReference<>();

    private volatile TwinConfig config;
    private volatile @Nullable Topics topics;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Publisher publisher;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Cloud cloud;

    @Activate
    public TwinService(
            TwinConfig config,
            BundleContext context,
            @Reference Profiles profiles,
            @Reference BoxHealth health,
            @Reference OutboxAudit audit,
            @Reference Clock clock,
            @Reference Stages stages) {
        this.config = config;
        Path file = Path.of(context.getProperty("verge.state"), "twin.json");
        TwinMemory memory = new TwinMemory(new TwinStore(new LocalDisk(), file));
        core = new TwinCore(memory, profiles, health, clock, audit, this::settings, this::send);
        core.start();
        stage = stages.open("twin", MOST_WAITING);
        stage.every(TICK, this::tick);
    }

    @Modified
    void modified(TwinConfig other) {
        config = other;
    }

    @Deactivate
    void close() {
        stage.close();
    }

    @Override
    public TwinReport report() {
        return core.report();
    }

    @Override
    public void hold(String key, Duration time, String reason) {
        core.hold(key, time, reason);
    }

    @Override
    public void release(String key) {
        core.release(key);
    }

    /** Tells the cloud everything again. */
    public void reportAll() {
        core.reportAll();
    }

    @Override
    public List<String> filters(Topics own) {
        topics = own;
        return List.of(own.desired());
    }

    @Override
    public void route(Inbound message) {
        Topics own = topics;
        if (own == null || !message.topic().endsWith(DESIRED)) {
            return;
        }
        if (!message.topic().equals(own.desired())) {
            stage.offer(() -> core.foreign(message.topic()));
            return;
        }
        ByteBuffer content = message.content();
        if (!stage.offer(() -> core.desired(content))) {
            late.set(content);
        }
    }

    @Override
    public void began(Topics own, boolean resumed) {
        topics = own;
        stage.offer(() -> core.began(!resumed));
    }

    @Override
    public void ended() {
        stage.offer(core::ended);
    }

    private void tick() {
        ByteBuffer content = late.getAndSet(null);
        if (content != null) {
            core.desired(content);
        }
        core.tick();
    }

    private TwinSettings settings() {
        TwinConfig now = config;
        Cloud present = cloud;
        boolean central = present != null && present.mode() == Cloud.Mode.CENTRAL;
        return new TwinSettings(Duration.ofSeconds(now.probation()), Duration.ofHours(now.hold()), central);
    }

    private boolean send(String json, Runnable arrived) {
        Publisher present = publisher;
        Topics own = topics;
        return present != null && own != null && present.publish(Outbound.json(own.reported(), json), arrived);
    }
}
