package io.verge.app.collisionwarning.internal;

import io.verge.api.site.SiteMap;
import io.verge.testkit.Crossing;
import java.util.Objects;

/** The app as it is without any configuration. */
final class Apps {
    private Apps() {}

    @CollisionWarningConfig(id = "collision-warning")
    private static final class Defaults {}

    static CollisionWarningApp withDefaults(SiteMap map) {
        return new CollisionWarningApp(config(), Crossing.site(map));
    }

    static CollisionWarningConfig config() {
        return Objects.requireNonNull(Defaults.class.getAnnotation(CollisionWarningConfig.class));
    }
}
