package io.verge.perception.internal;

import io.verge.api.scene.Scenes;
import io.verge.api.site.Site;
import io.verge.api.time.Clock;
import io.verge.api.time.Stages;
import io.verge.testkit.Defaults;

/** Does by hand what the framework does with references. */
public final class Perceptions {
    private Perceptions() {}

    /** One with its defaults that knows the site. */
    public static Perception at(Site site, Stages stages, Scenes scenes, Clock clock) {
        Perception perception = new Perception(Defaults.of(PerceptionConfig.class), stages, scenes, clock);
        perception.setSite(site);
        return perception;
    }
}
