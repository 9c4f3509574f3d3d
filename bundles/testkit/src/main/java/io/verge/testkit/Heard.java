package io.verge.testkit;

import io.verge.api.announcement.Announcement;
import io.verge.api.announcement.Announcer;
import io.verge.api.announcement.EventAnnouncement;
import io.verge.api.scene.RoadEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps what an app announces, in order. */
public final class Heard implements Announcer {
    private final List<Announcement> all = new ArrayList<>();

    @Override
    public void announce(Announcement announcement) {
        all.add(announcement);
    }

    public List<Announcement> all() {
        return List.copyOf(all);
    }

    /** Only events, of every phase. */
    public List<EventAnnouncement> events() {
        return only(EventAnnouncement.class);
    }

    /** Only events of one phase. */
    public List<EventAnnouncement> events(EventAnnouncement.Phase phase) {
        return events().stream().filter(event -> event.phase() == phase).toList();
    }

    /** Events as they were when they were new. */
    public List<RoadEvent> begun() {
        return events(EventAnnouncement.Phase.NEW).stream()
                .map(EventAnnouncement::event)
                .toList();
    }

    /** Events as they were said last, without those that were cancelled. */
    public List<RoadEvent> active() {
        Map<String, RoadEvent> active = new LinkedHashMap<>();
        for (EventAnnouncement said : events()) {
            if (said.phase() == EventAnnouncement.Phase.CANCEL) {
                active.remove(said.event().id());
            } else {
                active.put(said.event().id(), said.event());
            }
        }
        return List.copyOf(active.values());
    }

    /** Only announcements of one kind. */
    public <A extends Announcement> List<A> only(Class<A> kind) {
        return all.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    public void forget() {
        all.clear();
    }
}
