package io.verge.app.pedestrianwarning.internal;

import io.verge.api.announcement.Announcer;
import io.verge.api.app.App;
import io.verge.api.app.Need;
import io.verge.api.app.Pace;
import io.verge.api.scene.Scene;
import io.verge.api.site.Site;
import io.verge.traffic.RoadNet;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** Warns of people on a crosswalk, or elsewhere on the carriageway, with traffic coming that does not brake as it must. */
@Component(
        service = App.class,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        configurationPid = "io.verge.app.pedestrian-warning")
@Designate(ocd = PedestrianWarningConfig.class, factory = true)
public final class PedestrianWarningApp implements App {
    private final String id;
    private final Pace pace;
    private final Optional<Lookout> lookout;
    private final Warnings warnings;

    @Activate
    public PedestrianWarningApp(PedestrianWarningConfig config, @Reference Site site) {
        id = config.id();
        pace = new Pace(Duration.ofMillis(config.period()));
        lookout = site.map().map(map -> new Lookout(config, RoadNet.of(map)));
        warnings = new Warnings(config);
    }

    @Override
    public String name() {
        return id;
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.ROAD_USERS, Need.MAP);
    }

    @Override
    public void onScene(Scene scene, Announcer out) {
        if (lookout.isPresent() && pace.due(scene.time())) {
            warnings.update(scene, lookout.get().dangers(scene), out);
        }
    }
}
