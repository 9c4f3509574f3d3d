package io.verge.api.announcement;

import io.verge.api.scene.RoadEvent;
import io.verge.api.time.Stamps;
import java.time.Instant;

/** Something happens, still happens, or has ended. */
public record EventAnnouncement(Instant time, Stamps stamps, RoadEvent event, Phase phase) implements Announcement {
    /** Where in its life an event is. */
    public enum Phase {
        NEW,
        UPDATE,
        CANCEL
    }

    @Override
    public Kind kind() {
        return Kind.EVENT;
    }
}
