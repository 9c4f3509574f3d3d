package io.verge.flow.internal;

import io.verge.api.air.Gate;
import io.verge.api.air.MessageSet;
import io.verge.api.air.Radio;
import io.verge.api.app.App;
import io.verge.api.app.AppReport;
import io.verge.api.app.Apps;
import io.verge.api.app.Need;
import io.verge.api.observation.Observation;
import io.verge.api.observation.ObservationListener;
import io.verge.api.scene.Scene;
import io.verge.api.scene.SceneListener;
import io.verge.api.signal.SignalController;
import io.verge.api.site.Site;
import io.verge.api.status.Trouble;
import io.verge.api.time.Clock;
import io.verge.api.time.Latency;
import io.verge.api.time.Stages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
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
    /** By name, so that in a replay apps always run in the same order. */
    private final Map<String, AppRunner> runners = new ConcurrentSkipListMap<>();

    private final Surroundings surroundings = new Surroundings();
    private final Set<Radio> radios = ConcurrentHashMap.newKeySet();
    private final Set<SignalController> controllers = ConcurrentHashMap.newKeySet();

    @Activate
    public AppHost(
            @Reference Stages stages,
            @Reference Clock clock,
            @Reference Latency latency,
            @Reference Gate gate,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) MessageSet messages) {
        this.stages = stages;
        this.clock = clock;
        this.voice = new Voice(messages, gate, clock, latency);
        this.failures = new Failures(LOG, clock);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addApp(App app) {
        AppRunner runner =
                new AppRunner(app, stages.open("app-" + app.name(), 2), clock, voice, failures, () -> missingFor(app));
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
    void setSite(Site here) {
        surroundings.site(here);
    }

    void unsetSite(Site gone) {
        if (surroundings.site() == gone) {
            surroundings.site(null);
        }
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addRadio(Radio radio) {
        radios.add(radio);
        surroundings.radios(radios.size());
    }

    void removeRadio(Radio radio) {
        radios.remove(radio);
        surroundings.radios(radios.size());
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addController(SignalController controller) {
        controllers.add(controller);
        surroundings.controllers(controllers.size());
    }

    void removeController(SignalController controller) {
        controllers.remove(controller);
        surroundings.controllers(controllers.size());
    }

    @Deactivate
    void close() {
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
        surroundings.observed(observation);
    }

    @Override
    public List<AppReport> apps() {
        List<AppReport> reports = new ArrayList<>();
        runners.values().forEach(runner -> reports.add(runner.report()));
        return reports;
    }

    private @Nullable Trouble missingFor(App app) {
        return app.needs().stream()
                .sorted(Comparator.comparing(Need::name))
                .map(surroundings::missing)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
