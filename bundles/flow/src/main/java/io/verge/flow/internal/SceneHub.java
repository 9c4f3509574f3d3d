package io.verge.flow.internal;

import io.verge.api.scene.RoadEvent;
import io.verge.api.scene.Scene;
import io.verge.api.scene.SceneListener;
import io.verge.api.scene.Scenes;
import io.verge.api.time.Clock;
import io.verge.api.time.Hop;
import io.verge.api.time.Latency;
import io.verge.api.time.Stamps;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From perception to everyone who listens, with the events that the apps announce. */
@Component(service = Scenes.class)
public final class SceneHub implements Scenes {
    private static final Logger LOG = LoggerFactory.getLogger(SceneHub.class);
    private static final String FUSED = Hop.FUSED.name().toLowerCase(Locale.ROOT);

    private final Latency latency;
    private final ActiveEvents events;
    private final List<SceneListener> listeners = new CopyOnWriteArrayList<>();
    private final Failures failures;

    @Activate
    public SceneHub(@Reference Latency latency, @Reference Clock clock, @Reference ActiveEvents events) {
        this.latency = latency;
        this.events = events;
        this.failures = new Failures(LOG, clock);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addListener(SceneListener listener) {
        listeners.add(listener);
    }

    void removeListener(SceneListener listener) {
        listeners.remove(listener);
    }

    @Override
    public void publish(Scene scene) {
        Stamps stamps = scene.stamps();
        long before = stamps.decoded() != Stamps.UNSET ? stamps.decoded() : stamps.received();
        if (before != Stamps.UNSET && stamps.fused() != Stamps.UNSET) {
            latency.record(FUSED, stamps.fused() - before);
        }
        Scene complete = withEvents(scene);
        for (SceneListener listener : listeners) {
            try {
                listener.onScene(complete);
            } catch (RuntimeException | Error e) {
                failures.report(listener.getClass().getName() + " failed on a scene", e);
            }
        }
    }

    private Scene withEvents(Scene scene) {
        List<RoadEvent> active = events.at(scene.time());
        if (active.isEmpty()) {
            return scene;
        }
        List<RoadEvent> all = active;
        if (!scene.events().isEmpty()) {
            all = new ArrayList<>(scene.events());
            all.addAll(active);
        }
        return new Scene(
                scene.time(), scene.clock(), scene.roadUsers(), scene.signals(), scene.modes(), all, scene.stamps());
    }
}
