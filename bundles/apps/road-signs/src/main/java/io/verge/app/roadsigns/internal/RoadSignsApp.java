package io.verge.app.roadsigns.internal;

import io.verge.api.announcement.Announcer;
import io.verge.api.announcement.SignAnnouncement;
import io.verge.api.app.App;
import io.verge.api.app.Need;
import io.verge.api.app.Notice;
import io.verge.api.app.NoticeRefusedException;
import io.verge.api.app.NoticeReport;
import io.verge.api.app.Notices;
import io.verge.api.scene.RoadEvent;
import io.verge.api.scene.Scene;
import io.verge.api.site.Site;
import io.verge.api.time.Clock;
import io.verge.traffic.EventDraft;
import io.verge.traffic.EventLife;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Announces the signs and notices of the profile and those that a maintainer puts up. What is new or changed is announced with
 * the next scene. An event that is taken down is cancelled; a sign is announced no more.
 */
@Component(
        service = {App.class, Notices.class},
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        configurationPid = "io.verge.app.road-signs")
@Designate(ocd = RoadSignsConfig.class, factory = true)
public final class RoadSignsApp implements App, Notices {
    /** Metres around an event whose notice does not say. */
    private static final double USUAL_RADIUS = 50;
    /** People have said it: they may err, sensors cannot judge it. */
    private static final double CONFIDENCE = 0.9;
    /** So many announcements of an event may be lost. */
    private static final int LOSSES = 10;

    private final String id;
    private final Board board;
    private final EventLife events;
    private final Duration validity;

    /**
     * Takes the notices of the profile.
     *
     * @throws IllegalArgumentException lists all that is wrong with them
     */
    @Activate
    public RoadSignsApp(RoadSignsConfig config, @Reference Site site, @Reference Clock clock) {
        id = config.id();
        Duration period = Duration.ofMillis(config.period());
        Duration eventPeriod = Duration.ofMillis(config.eventPeriod());
        board = new Board(clock, site.map(), period, Duration.ofHours(config.lifetime()));
        List<String> problems = new ArrayList<>();
        board.configure("signs", config.signs(), problems);
        board.configure("events", config.events(), problems);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
        events = new EventLife(id, eventPeriod, Duration.ZERO);
        validity = eventPeriod.multipliedBy(LOSSES);
    }

    @Override
    public String name() {
        return id;
    }

    @Override
    public Set<Need> needs() {
        return Set.of();
    }

    @Override
    public void onScene(Scene scene, Announcer out) {
        board.tidy(scene.time());
        events.begin(scene);
        for (Standing standing : board.all()) {
            if (standing.holds(scene.time())) {
                announce(standing, scene, out);
            }
        }
        events.finish(out);
    }

    private void announce(Standing standing, Scene scene, Announcer out) {
        Notice notice = standing.notice();
        Integer sign = notice.sign();
        RoadEvent.Kind event = notice.event();
        if (event != null) {
            events.raise(notice.id() + "/" + event, draft(notice, event));
        } else if (sign != null && standing.due(scene.time())) {
            out.announce(new SignAnnouncement(
                    scene.time(),
                    scene.stamps(),
                    notice.id(),
                    sign,
                    notice.text(),
                    notice.value(),
                    notice.position(),
                    notice.lanes(),
                    standing.from(),
                    notice.until()));
        }
    }

    private RoadEvent draft(Notice notice, RoadEvent.Kind event) {
        EventDraft draft = EventDraft.of(event, notice.position())
                .radius(Double.isNaN(notice.radius()) ? USUAL_RADIUS : notice.radius())
                .confidence(CONFIDENCE)
                .validity(validity)
                .lanes(notice.lanes());
        return notice.text().isEmpty()
                ? draft.build()
                : draft.detail(notice.text()).build();
    }

    @Override
    public List<NoticeReport> list() {
        return board.list();
    }

    @Override
    public NoticeReport put(Notice notice) throws NoticeRefusedException {
        return board.put(notice);
    }

    @Override
    public void remove(String notice) throws NoticeRefusedException {
        board.remove(notice);
    }

    @Override
    public Map<String, Long> counters() {
        return Map.of("notices", (long) board.list().size());
    }
}
