package io.verge.clock.internal;

import io.verge.api.time.Clock;
import io.verge.api.time.Stage;
import io.verge.api.time.Stages;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** A thread a stage. */
@Component(service = Stages.class)
public final class ThreadStages implements Stages {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Clock clock;
    private final Set<ThreadStage> open = ConcurrentHashMap.newKeySet();

    @Activate
    public ThreadStages(@Reference Clock clock) {
        this.clock = clock;
    }

    @Override
    public Stage open(String name, int capacity) {
        ThreadStage stage = new ThreadStage(name, capacity, clock, PATIENCE, open::remove);
        open.add(stage);
        stage.start();
        return stage;
    }

    @Deactivate
    void close() {
        open.forEach(ThreadStage::close);
    }
}
