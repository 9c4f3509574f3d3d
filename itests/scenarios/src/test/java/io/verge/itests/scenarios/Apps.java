package io.verge.itests.scenarios;

import io.verge.api.app.App;
import io.verge.api.geo.SiteFrame;
import io.verge.api.geo.Wgs84;
import io.verge.api.site.Site;
import io.verge.api.site.SiteMap;
import io.verge.app.collisionwarning.internal.CollisionWarningApp;
import io.verge.app.collisionwarning.internal.CollisionWarningConfig;
import io.verge.app.incidentwarning.internal.IncidentWarningApp;
import io.verge.app.incidentwarning.internal.IncidentWarningConfig;
import io.verge.app.pedestrianwarning.internal.PedestrianWarningApp;
import io.verge.app.pedestrianwarning.internal.PedestrianWarningConfig;
import io.verge.app.redlightwarning.internal.RedLightWarningApp;
import io.verge.app.redlightwarning.internal.RedLightWarningConfig;
import io.verge.testkit.Defaults;
import java.util.List;
import java.util.Optional;

/** The apps under test, as a profile starts them that says nothing but their names. */
final class Apps {
    private Apps() {}

    /** Of the site frame. */
    static final Wgs84 ORIGIN = new Wgs84(30.5, 114.3, 21);

    private record FixedSite(String box, SiteFrame frame, Optional<SiteMap> map) implements Site {}

    static Site site(SiteMap map) {
        return new FixedSite("virtual", new SiteFrame(ORIGIN), Optional.of(map));
    }

    static App collision(Site site) {
        return new CollisionWarningApp(Defaults.of(CollisionWarningConfig.class, "id", "collision-warning"), site);
    }

    static App incident(Site site) {
        return new IncidentWarningApp(Defaults.of(IncidentWarningConfig.class, "id", "incident-warning"), site);
    }

    static App redLight(Site site) {
        return new RedLightWarningApp(Defaults.of(RedLightWarningConfig.class, "id", "red-light-warning"), site);
    }

    static App pedestrian(Site site) {
        return new PedestrianWarningApp(Defaults.of(PedestrianWarningConfig.class, "id", "pedestrian-warning"), site);
    }

    /** All that announce events. */
    static List<App> warners(Site site) {
        return List.of(collision(site), redLight(site), pedestrian(site), incident(site));
    }
}
