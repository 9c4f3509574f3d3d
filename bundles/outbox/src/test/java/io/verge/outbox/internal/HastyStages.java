package io.verge.outbox.internal;

import io.verge.api.time.Stage;
import io.verge.api.time.Stages;
import java.time.Duration;

/** Stages on which what is done now and then is done fifty times as often: upkeep, retry and check all fall into a short life. */
record HastyStages(Stages stages) implements Stages {
    private static final int FASTER = 50;

    @Override
    public Stage open(String name, int capacity) {
        return new HastyStage(stages.open(name, capacity));
    }

    private record HastyStage(Stage stage) implements Stage {
        @Override
        public boolean offer(Runnable work) {
            return stage.offer(work);
        }

        @Override
        public void every(Duration period, Runnable work) {
            stage.every(period.dividedBy(FASTER), work);
        }

        @Override
        public void close() {
            stage.close();
        }
    }
}
