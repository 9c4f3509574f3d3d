package io.verge.itests.scenarios;

import io.verge.api.app.App;
import io.verge.api.site.Site;
import io.verge.api.site.SiteMap;
import io.verge.driver.simulator.internal.world.Happening;
import io.verge.driver.simulator.internal.world.Incident;
import io.verge.driver.simulator.internal.world.Incidents;
import io.verge.driver.simulator.internal.world.Layout;
import io.verge.driver.simulator.internal.world.World;
import io.verge.traffic.RoadNet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/** A while at the virtual crossing, and what the apps said in it. */
final class Scenario {
    private static final int VEHICLES = 24;
    private static final int PEDESTRIANS = 12;
    private static final long FILL_MILLIS = 30_000;

    private final World world;
    private final Watch watch;

    private Scenario(World world, Watch watch) {
        this.world = world;
        this.watch = watch;
    }

    /** Everyone is in the scenes. */
    static Scenario seen(long seed, Incidents incidents, double hours, Function<Site, List<App>> apps) {
        return run(seed, incidents, hours, apps, new TruePictures(new Lanes(RoadNet.of(map())), seed));
    }

    /** What sensors and perception make of it is in the scenes. */
    static Scenario sensed(long seed, Incidents incidents, double hours, Function<Site, List<App>> apps) {
        return run(seed, incidents, hours, apps, new SensedPictures(Apps.site(map()), seed));
    }

    private static SiteMap map() {
        return new Layout().map();
    }

    private static Scenario run(
            long seed, Incidents incidents, double hours, Function<Site, List<App>> apps, Pictures pictures) {
        Layout layout = new Layout();
        World world = new World(layout, VEHICLES, PEDESTRIANS, incidents, new SplittableRandom(seed));
        while (world.millis() < FILL_MILLIS) {
            world.step();
        }
        Watch watch = new Watch(apps.apply(Apps.site(map())));
        long end = FILL_MILLIS + Math.round(hours * 3_600_000);
        while (world.millis() < end) {
            world.step();
            pictures.after(world, watch::show);
        }
        return new Scenario(world, watch);
    }

    /** Of incidents that began when the scenes had begun. */
    Score score(Incident incident) {
        List<Happening> happenings = world.truth().happenings().stream()
                .filter(happening -> happening.began() > FILL_MILLIS)
                .toList();
        return Judge.score(incident, happenings, watch.alarms());
    }

    /** All events, each once. */
    List<Alarm> begun() {
        return watch.alarms().stream().filter(Alarm::begins).toList();
    }

    /** What each app announced, and its time a scene. */
    String counts() {
        return watch.counts();
    }
}
