package io.verge.app.roadsigns.internal;

import io.verge.api.announcement.Announcement;
import io.verge.api.announcement.EventAnnouncement;
import io.verge.api.announcement.SignAnnouncement;
import io.verge.api.app.Notice;
import io.verge.api.geo.Position;
import io.verge.api.scene.RoadEvent;
import io.verge.api.scene.Scene;
import io.verge.api.time.ClockQuality;
import io.verge.api.time.Stamps;
import io.verge.testkit.Crossing;
import io.verge.testkit.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The app at the crossing of the test kit, with a scene every tenth of a second. */
final class Roadside {
    private static final ClockQuality EXACT = new ClockQuality(ClockQuality.Source.RECORDING, Duration.ZERO);

    final ManualClock clock = ManualClock.standing();
    final Instant start = clock.now();
    final List<Announcement> said = new ArrayList<>();
    final RoadSignsApp app;

    @RoadSignsConfig(id = "road-signs")
    private static final class Empty {}

    Roadside() {
        this(Empty.class);
    }

    /** With the configuration that a class is annotated with. */
    Roadside(Class<?> configured) {
        RoadSignsConfig config = Objects.requireNonNull(configured.getAnnotation(RoadSignsConfig.class));
        app = new RoadSignsApp(config, Crossing.site(Crossing.map()), clock);
    }

    Roadside scene() {
        app.onScene(new Scene(clock.now(), EXACT, List.of(), Map.of(), Set.of(), List.of(), Stamps.NONE), said::add);
        clock.advance(Duration.ofMillis(100));
        return this;
    }

    Roadside seconds(int seconds) {
        for (int i = 0; i < 10 * seconds; i++) {
            scene();
        }
        return this;
    }

    List<SignAnnouncement> signs() {
        return said.stream()
                .filter(SignAnnouncement.class::isInstance)
                .map(SignAnnouncement.class::cast)
                .toList();
    }

    List<EventAnnouncement> events() {
        return said.stream()
                .filter(EventAnnouncement.class::isInstance)
                .map(EventAnnouncement.class::cast)
                .toList();
    }

    static Notice sign(String id, int code, @Nullable Instant until) {
        return new Notice(id, code, null, "", Double.NaN, new Position(30, 2, 0), Double.NaN, List.of(), null, until);
    }

    static Notice event(String id, RoadEvent.Kind kind) {
        return new Notice(id, null, kind, "Ice", Double.NaN, new Position(30, 2, 0), 80, List.of(11), null, null);
    }
}
