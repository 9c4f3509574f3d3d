package io.verge.app.incidentwarning.internal;

import io.verge.api.announcement.EventAnnouncement.Phase;
import io.verge.api.scene.RoadEvent;
import io.verge.api.signal.SignalPhase;
import io.verge.testkit.Crossing;
import io.verge.testkit.Defaults;
import io.verge.testkit.Heard;
import io.verge.testkit.Traffic;
import java.time.Duration;
import java.util.List;

/** The app on the crossing, with traffic that the test directs and all signals red. */
final class Incidents {
    static final int GROUPS = 8;

    final Traffic traffic = new Traffic(Crossing.map());
    final Heard heard = new Heard();
    final IncidentWarningApp app;

    Incidents(Object... settings) {
        app = new IncidentWarningApp(Defaults.of(IncidentWarningConfig.class, settings), Crossing.site(Crossing.map()));
        lights(SignalPhase.STOP_AND_REMAIN);
    }

    Incidents lights(SignalPhase all) {
        for (int group = 1; group <= GROUPS; group++) {
            traffic.signal(group, all);
        }
        return this;
    }

    Incidents run(double seconds) {
        traffic.run(app, heard, seconds);
        return this;
    }

    /** What has begun, of one kind. */
    List<RoadEvent> begun(RoadEvent.Kind kind) {
        return heard.begun().stream().filter(event -> event.kind() == kind).toList();
    }

    /** Seconds from the first scene until the first of a kind was announced. */
    double foundAfter(RoadEvent.Kind kind) {
        return heard.events(Phase.NEW).stream()
                .filter(said -> said.event().kind() == kind)
                .mapToDouble(
                        said -> Duration.between(Traffic.START, said.time()).toMillis() / 1000.0)
                .findFirst()
                .orElse(Double.NaN);
    }
}
