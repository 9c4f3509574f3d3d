package io.verge.api.announcement;

import io.verge.api.site.SiteMap;
import io.verge.api.time.Stamps;
import java.time.Instant;

/** The crossing's map. */
public record MapAnnouncement(Instant time, Stamps stamps, SiteMap map) implements Announcement {
    @Override
    public Kind kind() {
        return Kind.MAP;
    }
}
