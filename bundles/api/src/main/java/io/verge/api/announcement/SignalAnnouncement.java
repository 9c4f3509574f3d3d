package io.verge.api.announcement;

import io.verge.api.signal.SignalMode;
import io.verge.api.signal.SignalState;
import io.verge.api.site.SiteMap;
import io.verge.api.time.Stamps;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What all signal groups of the crossing show.
 *
 * @param time when the controller said so
 * @param map whose signal groups they are
 * @param states by signal group, ascending, each once
 */
public record SignalAnnouncement(
        Instant time, Stamps stamps, SiteMap map, Set<SignalMode> modes, List<SignalState> states)
        implements Announcement {
    public SignalAnnouncement {
        modes = Set.copyOf(modes);
        states = List.copyOf(states);
    }

    @Override
    public Kind kind() {
        return Kind.SIGNAL;
    }
}
