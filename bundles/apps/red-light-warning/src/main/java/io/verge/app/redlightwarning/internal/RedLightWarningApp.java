package io.verge.app.redlightwarning.internal;

import io.verge.api.announcement.Announcer;
import io.verge.api.app.App;
import io.verge.api.app.Need;
import io.verge.api.app.Pace;
import io.verge.api.scene.Scene;
import io.verge.api.site.Site;
import io.verge.traffic.EventLife;
import io.verge.traffic.RoadNet;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** Warns the others of who does not stop at a red signal, or has not: one event a violator, as long as it lasts. */
@Component(
        service = App.class,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        configurationPid = "io.verge.app.red-light-warning")
@Designate(ocd = RedLightWarningConfig.class, factory = true)
public final class RedLightWarningApp implements App {
    private final String id;
    private final Pace pace;
    private final Optional<Violators> violators;
    private final EventLife life;

    @Activate
    public RedLightWarningApp(RedLightWarningConfig config, @Reference Site site) {
        Duration period = Duration.ofMillis(config.period());
        id = config.id();
        pace = new Pace(period);
        violators = site.map().map(map -> new Violators(config, RoadNet.of(map)));
        life = new EventLife(config.id(), period, Duration.ofMillis(config.release()));
    }

    @Override
    public String name() {
        return id;
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.ROAD_USERS, Need.MAP, Need.SIGNALS, Need.SIGNAL_GROUPS);
    }

    @Override
    public void onScene(Scene scene, Announcer out) {
        if (violators.isPresent() && pace.due(scene.time())) {
            life.begin(scene);
            violators.get().find(scene, life::raise);
            life.finish(out);
        }
    }
}
