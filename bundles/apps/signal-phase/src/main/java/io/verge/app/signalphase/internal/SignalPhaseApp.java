package io.verge.app.signalphase.internal;

import io.verge.api.announcement.Announcer;
import io.verge.api.announcement.MapAnnouncement;
import io.verge.api.announcement.SignalAnnouncement;
import io.verge.api.app.App;
import io.verge.api.app.Need;
import io.verge.api.app.Pace;
import io.verge.api.scene.Scene;
import io.verge.api.signal.SignalPhase;
import io.verge.api.signal.SignalState;
import io.verge.api.site.Connection;
import io.verge.api.site.Crosswalk;
import io.verge.api.site.Lane;
import io.verge.api.site.Site;
import io.verge.api.site.SiteMap;
import io.verge.traffic.SignalForecast;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Announces the map, and what each of its signal groups shows and when it will change. A group of which the controller says nothing fresh is announced
 * as unavailable, never guessed; when it says nothing fresh of any, nothing is announced: that withdraws the signals.
 */
@Component(
        service = App.class,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        configurationPid = "io.verge.app.signal-phase")
@Designate(ocd = SignalPhaseConfig.class, factory = true)
public final class SignalPhaseApp implements App {
    private final String id;
    private final Duration maxAge;
    private final Optional<SiteMap> map;
    /** Of the map, ascending. */
    private final List<Integer> groups;

    private final Pace signalPace;
    private final Pace mapPace;
    /** Of every scene, so that it knows every change. */
    private final SignalForecast forecast;

    @Activate
    public SignalPhaseApp(SignalPhaseConfig config, @Reference Site site) {
        this(
                config.id(),
                site.map(),
                Duration.ofMillis(config.period()),
                Duration.ofMillis(config.mapPeriod()),
                Duration.ofMillis(config.maxAge()),
                config.cycles());
    }

    SignalPhaseApp(String id, Optional<SiteMap> map, Duration period, Duration mapPeriod, Duration maxAge, int cycles) {
        this.id = id;
        this.maxAge = maxAge;
        this.map = map;
        this.groups = map.map(SignalPhaseApp::groups).orElse(List.of());
        this.signalPace = new Pace(period);
        this.mapPace = new Pace(mapPeriod);
        this.forecast = new SignalForecast(cycles);
    }

    private static List<Integer> groups(SiteMap map) {
        SortedSet<Integer> groups = new TreeSet<>();
        for (Lane lane : map.lanes()) {
            for (Connection connection : lane.connections()) {
                add(groups, connection.signalGroup());
            }
        }
        for (Crosswalk crosswalk : map.crosswalks()) {
            add(groups, crosswalk.signalGroup());
        }
        return List.copyOf(groups);
    }

    private static void add(SortedSet<Integer> groups, @Nullable Integer group) {
        if (group != null) {
            groups.add(group);
        }
    }

    @Override
    public String name() {
        return id;
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.SIGNALS, Need.MAP);
    }

    @Override
    public void onScene(Scene scene, Announcer out) {
        forecast.look(scene);
        map.ifPresent(known -> announce(known, scene, out));
    }

    /** The map goes first: whoever comes by needs it to know whose signals these are. */
    private void announce(SiteMap known, Scene scene, Announcer out) {
        if (mapPace.due(scene.time())) {
            out.announce(new MapAnnouncement(scene.time(), scene.stamps(), known));
        }
        Instant since = oldest(scene);
        if (since != null && signalPace.due(scene.time())) {
            out.announce(new SignalAnnouncement(since, scene.stamps(), known, scene.modes(), states(scene, since)));
        }
    }

    /** When the oldest that is to be announced was said; null when there is nothing. */
    private @Nullable Instant oldest(Scene scene) {
        Instant oldest = null;
        for (int group : groups) {
            SignalState state = fresh(scene, group);
            if (state != null && (oldest == null || state.observedAt().isBefore(oldest))) {
                oldest = state.observedAt();
            }
        }
        return oldest;
    }

    private List<SignalState> states(Scene scene, Instant since) {
        List<SignalState> states = new ArrayList<>(groups.size());
        for (int group : groups) {
            SignalState state = fresh(scene, group);
            states.add(state != null ? timed(state) : new SignalState(group, SignalPhase.UNAVAILABLE, null, since));
        }
        return states;
    }

    /** With the likely end and the next green where the controller does not say them but its last cycles do. */
    private SignalState timed(SignalState state) {
        return new SignalState(state.group(), state.phase(), forecast.timing(state.group()), state.observedAt());
    }

    private @Nullable SignalState fresh(Scene scene, int group) {
        SignalState state = scene.signals().get(group);
        return state == null || state.observedAt().plus(maxAge).isBefore(scene.time()) ? null : state;
    }
}
