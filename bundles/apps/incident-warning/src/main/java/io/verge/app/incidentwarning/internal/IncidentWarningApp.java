package io.verge.app.incidentwarning.internal;

import io.verge.api.announcement.Announcer;
import io.verge.api.app.App;
import io.verge.api.app.Need;
import io.verge.api.scene.Scene;
import io.verge.api.site.Site;
import io.verge.traffic.EventLife;
import io.verge.traffic.RoadNet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** Warns of what goes wrong on the road, by a list of rules. */
@Component(
        service = App.class,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        configurationPid = "io.verge.app.incident-warning")
@Designate(ocd = IncidentWarningConfig.class, factory = true)
public final class IncidentWarningApp implements App {
    private static final Duration LINGER = Duration.ofSeconds(1);
    private static final Duration CALM_LINGER = Duration.ofSeconds(3);

    private final String id;
    private final Optional<RoadNet> net;
    /** Of single road users. */
    private final List<IncidentRule> rules;

    private final EventLife incidents;
    /** Of the traffic as a whole, which changes slowly. */
    private final List<IncidentRule> calmRules;

    private final EventLife calmIncidents;
    private @Nullable RoadPicture road;

    @Activate
    public IncidentWarningApp(IncidentWarningConfig config, @Reference Site site) {
        id = config.id();
        net = site.map().map(RoadNet::of);
        rules = rules(config);
        calmRules = net.map(known -> List.<IncidentRule>of(new Congestion(config, known)))
                .orElse(List.of());
        incidents = new EventLife(id, Duration.ofMillis(config.period()), LINGER);
        calmIncidents = new EventLife(id + "-traffic", Duration.ofMillis(config.calmPeriod()), CALM_LINGER);
    }

    private static List<IncidentRule> rules(IncidentWarningConfig config) {
        List<IncidentRule> rules = new ArrayList<>(List.of(
                new StoppedVehicle(config),
                new WrongWay(config),
                new Overspeed(config),
                new SlowVehicle(config),
                new Obstacle(config),
                new Animal(config)));
        if (config.motorway()) {
            rules.add(new PedestrianOnMotorway(config));
        }
        return List.copyOf(rules);
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
        net.ifPresent(known -> look(picture(known, scene), out));
    }

    private RoadPicture picture(RoadNet known, Scene scene) {
        if (road == null) {
            road = new RoadPicture(known, scene);
        }
        road.look(scene);
        return road;
    }

    private void look(RoadPicture now, Announcer out) {
        look(now, rules, incidents, out);
        look(now, calmRules, calmIncidents, out);
    }

    private static void look(RoadPicture now, List<IncidentRule> rules, EventLife events, Announcer out) {
        events.begin(now.scene());
        for (IncidentRule rule : rules) {
            rule.look(now, events);
        }
        events.finish(out);
    }
}
