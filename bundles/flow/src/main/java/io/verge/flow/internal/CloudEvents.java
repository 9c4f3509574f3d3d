package io.verge.flow.internal;

import io.verge.api.announcement.EventAnnouncement;
import io.verge.api.announcement.EventAnnouncement.Phase;
import io.verge.api.outbox.CloudRecord;
import io.verge.api.outbox.Lane;
import io.verge.api.outbox.Outbox;
import io.verge.api.scene.RoadEvent;
import io.verge.json.EventJson;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells the cloud when an event begins and when it ends, once each, as a record of the stream {@code events}. Without an outbox it tells
 * nobody. Safe for use by several threads.
 */
final class CloudEvents {
    private static final String STREAM = "events";
    /** Of so many events it is remembered what was told; an end is announced more than once. */
    private static final int REMEMBERED = 1024;

    private final Failures failures;
    private volatile @Nullable Outbox outbox;
    /** By id, what was told last; eldest first. Guarded by itself. */
    private final Map<String, Phase> told = new LinkedHashMap<>();

    CloudEvents(Failures failures) {
        this.failures = failures;
    }

    /** Null when there is none. */
    void outbox(@Nullable Outbox next) {
        outbox = next;
    }

    void hear(EventAnnouncement announcement) {
        Outbox out = outbox;
        if (out == null || announcement.phase() == Phase.UPDATE || !isNews(announcement)) {
            return;
        }
        try {
            out.offer(record(announcement)).exceptionally(dropped -> null); // counted by the outbox
        } catch (RuntimeException e) {
            failures.report("the outbox failed on an event", e);
        }
    }

    private boolean isNews(EventAnnouncement announcement) {
        String id = announcement.event().id();
        synchronized (told) {
            if (told.remove(id) == announcement.phase()) {
                told.put(id, announcement.phase());
                return false;
            }
            if (told.size() >= REMEMBERED) {
                told.remove(told.keySet().iterator().next());
            }
            told.put(id, announcement.phase());
            return true;
        }
    }

    private static CloudRecord record(EventAnnouncement announcement) {
        ByteBuffer content = ByteBuffer.wrap(EventJson.octets(announcement));
        return new CloudRecord(lane(announcement.event().kind()), STREAM, null, announcement.time(), null, content);
    }

    private static Lane lane(RoadEvent.Kind kind) {
        return switch (kind) {
            case COLLISION_RISK, RED_LIGHT_VIOLATION, WRONG_WAY, PEDESTRIAN_ON_ROAD -> Lane.CRITICAL;
            case STOPPED_VEHICLE,
                    SLOW_VEHICLE,
                    OVERSPEED,
                    CONGESTION,
                    QUEUE_TAIL,
                    OBSTACLE,
                    ANIMAL,
                    ROAD_WORKS,
                    WEATHER -> Lane.EVENT;
        };
    }
}
