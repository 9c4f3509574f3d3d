package io.verge.app.signalpriority.internal;

import io.verge.api.announcement.Announcer;
import io.verge.api.announcement.PriorityAnnouncement;
import io.verge.api.app.App;
import io.verge.api.app.Inbox;
import io.verge.api.app.Need;
import io.verge.api.app.Pace;
import io.verge.api.observation.Observation;
import io.verge.api.observation.ObservationListener;
import io.verge.api.observation.PriorityRequest;
import io.verge.api.observation.ReceivedMessage;
import io.verge.api.scene.Scene;
import io.verge.api.signal.SignalController;
import io.verge.api.site.Site;
import io.verge.api.time.Stages;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Hears who asks for a green, decides, asks the controller, and says how each request stands: when one changes, and once a
 * second while there are any. A request is granted when its green is seen to be shown, never before.
 */
@Component(
        service = {App.class, ObservationListener.class},
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        configurationPid = "io.verge.app.signal-priority")
@Designate(ocd = SignalPriorityConfig.class, factory = true)
public final class SignalPriorityApp implements App, ObservationListener {
    /** Requests that may come between two scenes. */
    static final int INBOX = 64;
    /** However many change, not more often than this. */
    private static final Duration SOONEST = Duration.ofMillis(100);

    private static final Duration REPEAT = Duration.ofSeconds(1);
    /** A clock that goes back by more was set. */
    private static final Duration JUMP = Duration.ofSeconds(2);

    private final String id;
    private final Inbox<PriorityRequest> inbox = new Inbox<>(INBOX);
    private final Pace changes = new Pace(SOONEST);
    private final Pace repeats = new Pace(REPEAT);
    private final Limits limits;
    private final ControllerDesk desk;
    /** Null without a map: then the app is not run. */
    private final @Nullable Counter here;

    private Instant last = Instant.MIN;
    private boolean changed;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable SignalController controller;

    /** What there is when there is a map. */
    private record Counter(Movements movements, Lockouts lockouts, Book book) {}

    @Activate
    public SignalPriorityApp(SignalPriorityConfig config, @Reference Site site, @Reference Stages stages) {
        id = config.id();
        limits = Limits.of(config);
        Authority authority = Authority.of(config);
        desk = new ControllerDesk(() -> controller, stages.open("priority", Book.MOST));
        here = site.map()
                .map(map -> open(authority, new Movements(map, site.frame())))
                .orElse(null);
    }

    private Counter open(Authority authority, Movements movements) {
        Lockouts lockouts = new Lockouts(movements, limits.lockoutCycles(), limits.lockoutLimit());
        Dispatcher dispatcher = new Dispatcher(limits, movements, lockouts, desk);
        return new Counter(movements, lockouts, new Book(authority, movements, limits, dispatcher));
    }

    @Override
    public String name() {
        return id;
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.MAP, Need.SIGNALS, Need.SIGNAL_GROUPS, Need.RADIO, Need.SIGNAL_CONTROL);
    }

    @Override
    public void observed(Observation observation) {
        if (observation instanceof ReceivedMessage message) {
            PriorityRequest request = message.priorityRequest();
            if (request != null) {
                inbox.put(request);
            }
        }
    }

    @Override
    public void onScene(Scene scene, Announcer out) {
        if (here != null) {
            look(here, scene, out);
        }
    }

    private void look(Counter at, Scene scene, Announcer out) {
        Instant now = scene.time();
        if (!last.equals(Instant.MIN) && now.isBefore(last.minus(JUMP))) {
            at.book.clear();
            at.lockouts.clear();
        }
        last = now;
        inbox.drain(request -> changed |= at.book.heard(request, now));
        changed |= at.book.advance(new Greens(scene, limits.maxAge()));
        if (at.book.isEmpty()) {
            changed = false;
            return;
        }
        boolean again = repeats.due(now);
        if (again || (changed && changes.due(now))) {
            changed = false;
            out.announce(new PriorityAnnouncement(now, scene.stamps(), at.movements.map(), at.book.statuses()));
        }
    }

    @Override
    public Map<String, Long> counters() {
        Map<String, Long> counters = new TreeMap<>();
        counters.put("overflows", inbox.overflows());
        counters.put("controllerFailures", desk.failures());
        if (here != null) {
            here.book.addTo(counters);
        }
        return counters;
    }

    @Deactivate
    public void close() {
        desk.close();
    }
}
