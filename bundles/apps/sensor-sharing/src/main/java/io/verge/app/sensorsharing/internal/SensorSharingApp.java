package io.verge.app.sensorsharing.internal;

import io.verge.api.announcement.Announcer;
import io.verge.api.announcement.RoadUsersAnnouncement;
import io.verge.api.app.App;
import io.verge.api.app.Need;
import io.verge.api.app.Pace;
import io.verge.api.scene.Scene;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Announces who is on the road, the most important first. An empty road is announced too: that nobody is there is worth
 * knowing, and in T/CSAE 159 the box itself is a participant of every RSM.
 */
@Component(
        service = App.class,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        configurationPid = "io.verge.app.sensor-sharing")
@Designate(ocd = SensorSharingConfig.class, factory = true)
public final class SensorSharingApp implements App {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final String id;
    private final Duration maxAge;
    private final Pace pace;

    @Activate
    public SensorSharingApp(SensorSharingConfig config) {
        this(config.id(), config.rate(), Duration.ofMillis(config.maxAge()));
    }

    SensorSharingApp(String id, int rate, Duration maxAge) {
        this.id = id;
        this.maxAge = maxAge;
        this.pace = new Pace(SECOND.dividedBy(rate));
    }

    @Override
    public String name() {
        return id;
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.ROAD_USERS);
    }

    @Override
    public void onScene(Scene scene, Announcer out) {
        if (pace.due(scene.time())) {
            Instant limit = scene.time().minus(maxAge);
            out.announce(new RoadUsersAnnouncement(
                    scene.time(),
                    scene.stamps(),
                    Importance.sorted(scene.roadUsers().stream()
                            .filter(user -> !user.measuredAt().isBefore(limit))
                            .toList())));
        }
    }
}
