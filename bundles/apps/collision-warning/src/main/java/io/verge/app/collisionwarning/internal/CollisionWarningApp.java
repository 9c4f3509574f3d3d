package io.verge.app.collisionwarning.internal;

import io.verge.api.announcement.Announcer;
import io.verge.api.app.App;
import io.verge.api.app.Need;
import io.verge.api.app.Pace;
import io.verge.api.scene.Scene;
import io.verge.api.site.Site;
import io.verge.traffic.RoadNet;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** Warns of road users that are about to collide: at its pace, looks who meets whom, and keeps the warnings. */
@Component(
        service = App.class,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        configurationPid = "io.verge.app.collision-warning")
@Designate(ocd = CollisionWarningConfig.class, factory = true)
public final class CollisionWarningApp implements App {
    private final String id;
    private final Pace pace;
    private final Optional<Lookout> lookout;
    private final Warnings warnings;

    @Activate
    public CollisionWarningApp(CollisionWarningConfig config, @Reference Site site) {
        Settings settings = Settings.of(config);
        id = config.id();
        pace = new Pace(settings.period());
        lookout = site.map().map(map -> new Lookout(settings, RoadNet.of(map)));
        warnings = new Warnings(config.id(), settings);
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
