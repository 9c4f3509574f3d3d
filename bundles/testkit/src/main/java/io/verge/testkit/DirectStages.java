package io.verge.testkit;

import io.verge.api.time.Stage;
import io.verge.api.time.Stages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Stages without threads: work runs where it is offered, and periodic work when the test calls {@link #tick}. */
public final class DirectStages implements Stages {
    private final List<DirectStage> open = new ArrayList<>();

    @Override
    public Stage open(String name, int capacity) {
        DirectStage stage = new DirectStage();
        open.add(stage);
        return stage;
    }

    /** Runs all periodic work of all open stages once, in the order in which it was declared. */
    public void tick() {
        for (DirectStage stage : List.copyOf(open)) {
            List.copyOf(stage.periodic).forEach(Runnable::run);
        }
    }

    private final class DirectStage implements Stage {
        private final List<Runnable> periodic = new ArrayList<>();
        private boolean closed;

        @Override
        public boolean offer(Runnable work) {
            if (!closed) {
                work.run();
            }
            return !closed;
        }

        @Override
        public void every(Duration period, Runnable work) {
            periodic.add(work);
        }

        @Override
        public void close() {
            closed = true;
            open.remove(this);
        }
    }
}
