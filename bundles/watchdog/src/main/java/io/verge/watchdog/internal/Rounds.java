package io.verge.watchdog.internal;

import io.verge.api.air.AirReport;
import io.verge.api.scene.SceneListener;
import io.verge.api.time.Stage;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Looks at the way of the data at every beat, and as soon as the first scene has come; all on one stage. */
final class Rounds {
    private final Stage stage;
    private final Supplier<List<AirReport>> reports;
    private final Pulse pulse;
    private final DataWay way;

    /**
     * @param stage of these rounds alone; closed with them
     * @param reports what the gate says now
     */
    Rounds(Stage stage, Supervisor supervisor, Supplier<List<AirReport>> reports) {
        this.stage = stage;
        this.reports = reports;
        this.pulse = new Pulse(supervisor);
        this.way = new DataWay(() -> stage.offer(this::look));
    }

    /** Hears every scene. */
    SceneListener way() {
        return way;
    }

    void begin(Duration beat) {
        stage.every(beat, this::look);
    }

    private void look() {
        pulse.beat(way.look(reports.get()));
    }

    void end() {
        stage.close();
    }
}
