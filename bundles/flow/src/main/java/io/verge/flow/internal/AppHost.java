package io.verge.flow.internal;

import io.verge.api.air.Gate;
import io.verge.api.air.MessageSet;
import io.verge.api.app.App;
import io.verge.api.app.AppReport;
import io.verge.api.app.Apps;
import io.verge.api.device.Device;
import io.verge.api.observation.Observation;
import io.verge.api.observation.ObservationListener;
import io.verge.api.outbox.Outbox;
import io.verge.api.scene.Scene;
import io.verge.api.scene.SceneListener;
import io.verge.api.site.Site;
import io.verge.api.time.Clock;
import io.verge.api.time.Latency;
import io.verge.api.time.Stage;
import io.verge.api.time.Stages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs all apps, each on its own stage. */
@Component(
        service = {Apps.class, SceneListener.class, ObservationListener.class},
        immediate = true)
public final class AppHost implements Apps, SceneListener, ObservationListener {
    private static final Logger LOG = LoggerFactory.getLogger(AppHost.class);

    private final Stages stages;
    private final Clock clock;
    private final Voice voice;
    private final Failures failures;
    private final Pulse pulse;
    private final Stage heart;
    /** By name, so that in a replay apps always run in the same order. */
    private final Map<String, AppRunner> runners = new ConcurrentSkipListMap<>();

    private final Inputs inputs;
    private final CloudEvents cloud;
    private @Nullable Site site;
    private @Nullable Outbox outbox;

    @Activate
    public AppHost(
            @Reference Stages stages,
            @Reference Clock clock,
            @Reference Latency latency,
            @Reference Gate gate,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) MessageSet messages,
            @Reference ActiveEvents events) {
        this.stages = stages;
        this.clock = clock;
        this.failures = new Failures(LOG, clock);
        this.pulse = new Pulse(clock);
        this.heart = stages.open("pulse", 1);
        heart.every(Pulse.BEAT, pulse::beat);
        this.inputs = new Inputs(clock);
        this.cloud = new CloudEvents(failures);
        this.voice = new Voice(messages, gate, clock, latency, event -> {
            events.hear(event);
            cloud.hear(event);
        });
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addApp(App app) {
        AppRunner runner = new AppRunner(
                app,
                stages.open("app-" + app.name(), 2),
                clock,
                voice,
                failures,
                pulse,
                () -> inputs.lacking(app.needs()));
        AppRunner before = runners.put(app.name(), runner);
        if (before != null) {
            before.close();
        }
    }

    void removeApp(App app) {
        AppRunner runner = runners.get(app.name());
        if (runner != null && runner.runs(app)) {
            runners.remove(app.name(), runner);
            runner.close();
        }
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    synchronized void setSite(Site here) {
        site = here;
        inputs.site(here);
    }

    synchronized void unsetSite(Site gone) {
        if (site == gone) {
            site = null;
            inputs.site(null);
        }
    }

    /** Takes what a device is registered with alone: to take the device itself, which waits for this, would be a circle. */
    @Reference(
            name = "device",
            service = Device.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void addDevice(Map<String, Object> properties) {
        String[] interfaces = (String[]) value(properties, Constants.OBJECTCLASS);
        inputs.add(value(properties, Constants.SERVICE_ID), List.of(interfaces));
    }

    void removeDevice(Map<String, Object> properties) {
        inputs.remove(value(properties, Constants.SERVICE_ID));
    }

    /** Of a property that the framework gives every service. */
    private static Object value(Map<String, Object> properties, String name) {
        return Objects.requireNonNull(properties.get(name), name);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    synchronized void setOutbox(Outbox next) {
        outbox = next;
        cloud.outbox(next);
    }

    synchronized void unsetOutbox(Outbox gone) {
        if (outbox == gone) {
            outbox = null;
            cloud.outbox(null);
        }
    }

    @Deactivate
    void close() {
        heart.close();
        runners.values().forEach(AppRunner::close);
        runners.clear();
    }

    @Override
    public void onScene(Scene scene) {
        for (AppRunner runner : runners.values()) {
            runner.offer(scene);
        }
    }

    @Override
    public void observed(Observation observation) {
        inputs.observed(observation);
    }

    @Override
    public List<AppReport> apps() {
        List<AppReport> reports = new ArrayList<>();
        runners.values().forEach(runner -> reports.add(runner.report()));
        return reports;
    }
}
