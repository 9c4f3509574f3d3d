package io.verge.app.speedadvice.internal;

import io.verge.api.announcement.AdviceAnnouncement;
import io.verge.api.announcement.AdviceAnnouncement.Advice;
import io.verge.api.announcement.Announcer;
import io.verge.api.app.App;
import io.verge.api.app.Need;
import io.verge.api.app.Pace;
import io.verge.api.scene.Scene;
import io.verge.api.site.Connection;
import io.verge.api.site.Lane;
import io.verge.api.site.LaneUse;
import io.verge.api.site.Site;
import io.verge.api.site.SiteMap;
import io.verge.traffic.LaneLine;
import io.verge.traffic.RoadNet;
import io.verge.traffic.SignalForecast;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Advises, for each approach lane and its next two greens, the speeds at which who enters the lane gets through without
 * stopping. Says so as long as there is any advice, and once that there is none any more.
 */
@Component(
        service = App.class,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        configurationPid = "io.verge.app.speed-advice")
@Designate(ocd = SpeedAdviceConfig.class, factory = true)
public final class SpeedAdviceApp implements App {
    private final String id;
    private final Optional<SiteMap> map;
    private final List<Approaching> lanes;
    private final SignalForecast forecast;
    private final Advisor advisor;
    private final Pace pace;
    private boolean advised;

    /** A lane of which something can be advised, and the signal groups that rule it, ascending. */
    private record Approaching(LaneLine lane, List<Integer> groups) {}

    @Activate
    public SpeedAdviceApp(SpeedAdviceConfig config, @Reference Site site) {
        id = config.id();
        map = site.map();
        lanes = map.map(known -> approaching(RoadNet.of(known), config.minDistance()))
                .orElse(List.of());
        forecast = new SignalForecast(config.cycles());
        advisor = new Advisor(config);
        pace = new Pace(Duration.ofMillis(config.period()));
    }

    /** Without a speed limit in the map nothing can be advised. */
    private static List<Approaching> approaching(RoadNet net, double minDistance) {
        List<Approaching> lanes = new ArrayList<>();
        for (LaneLine line : net.lanes()) {
            Lane lane = line.lane();
            boolean driven = lane.use() == LaneUse.VEHICLE || lane.use() == LaneUse.BUS;
            if (lane.ingress() && driven && lane.speedLimit() > 0 && line.line().length() >= minDistance) {
                lanes.add(new Approaching(line, groups(lane)));
            }
        }
        return lanes;
    }

    private static List<Integer> groups(Lane lane) {
        SortedSet<Integer> groups = new TreeSet<>();
        for (Connection connection : lane.connections()) {
            if (connection.signalGroup() != null) {
                groups.add(connection.signalGroup());
            }
        }
        return List.copyOf(groups);
    }

    @Override
    public String name() {
        return id;
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.SIGNALS, Need.MAP, Need.SIGNAL_GROUPS);
    }

    @Override
    public void onScene(Scene scene, Announcer out) {
        forecast.look(scene);
        if (map.isPresent() && pace.due(scene.time())) {
            List<Advice> advices = advices(scene);
            if (advised || !advices.isEmpty()) {
                out.announce(new AdviceAnnouncement(scene.time(), scene.stamps(), map.get(), advices));
            }
            advised = !advices.isEmpty();
        }
    }

    private List<Advice> advices(Scene scene) {
        List<Advice> advices = new ArrayList<>();
        for (Approaching one : lanes) {
            for (int group : one.groups()) {
                advisor.advise(one.lane(), group, forecast, scene, advices);
            }
        }
        return advices;
    }
}
