package io.verge.flow.internal;

import io.verge.api.announcement.EventAnnouncement;
import io.verge.api.announcement.EventAnnouncement.Phase;
import io.verge.api.scene.RoadEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Component;

/**
 * What happens on the road now, as the apps announce it. An event leaves when it is cancelled, or when nobody has spoken of it for three
 * times its validity: its app may have been stopped. Safe for use by several threads.
 */
@Component(service = ActiveEvents.class)
public final class ActiveEvents {
    /** Of more at once the one that would leave first goes. */
    static final int MOST = 256;

    private static final int VALIDITIES = 3;
    /** No event is believed for longer without a word. */
    private static final Duration LONGEST = Duration.ofDays(30);

    /** By id, so that scenes list them in the same order whichever app spoke first. Guarded by this. */
    private final Map<String, Entry> entries = new TreeMap<>();
    /** What {@link #at} gives while nothing changes. Guarded by this. */
    private List<RoadEvent> listed = List.of();

    private record Entry(RoadEvent event, Instant heard, Duration stays) {
        Instant leaves() {
            return heard.plus(stays);
        }
    }

    synchronized void hear(EventAnnouncement announcement) {
        RoadEvent event = announcement.event();
        if (announcement.phase() == Phase.CANCEL) {
            if (entries.remove(event.id()) == null) {
                return;
            }
        } else {
            if (entries.size() >= MOST && !entries.containsKey(event.id())) {
                dropFirstToLeave();
            }
            entries.put(event.id(), new Entry(event, announcement.time(), stays(event.validity())));
        }
        list();
    }

    /** What happens at the time of a scene, by id. */
    synchronized List<RoadEvent> at(Instant now) {
        if (!entries.isEmpty()) {
            // After the clock was set back, what was heard in the future counts as heard now.
            entries.replaceAll(
                    (id, entry) -> entry.heard.isAfter(now) ? new Entry(entry.event, now, entry.stays) : entry);
            if (entries.values().removeIf(entry -> entry.leaves().isBefore(now))) {
                list();
            }
        }
        return listed;
    }

    private void list() {
        listed = entries.values().stream().map(Entry::event).toList();
    }

    private void dropFirstToLeave() {
        entries.values().stream()
                .min((a, b) -> a.leaves().compareTo(b.leaves()))
                .ifPresent(entry -> entries.remove(entry.event.id()));
    }

    private static Duration stays(Duration validity) {
        if (validity.isNegative()) {
            return Duration.ZERO;
        }
        return validity.compareTo(LONGEST) > 0 ? LONGEST : validity.multipliedBy(VALIDITIES);
    }
}
