package io.verge.api.announcement;

import io.verge.api.time.Stamps;
import java.time.Instant;

/** What the box wants the road to know, free of any region's format. Immutable. */
public sealed interface Announcement
        permits MapAnnouncement,
                SignalAnnouncement,
                RoadUsersAnnouncement,
                EventAnnouncement,
                AdviceAnnouncement,
                SignAnnouncement,
                CorrectionsAnnouncement,
                PriorityAnnouncement {
    /** The kinds, for message sets to say which they can express. */
    enum Kind {
        MAP,
        SIGNAL,
        ROAD_USERS,
        EVENT,
        ADVICE,
        SIGN,
        CORRECTIONS,
        PRIORITY
    }

    Kind kind();

    /** When what it says was true, on the box's clock; the gate measures its age from here. */
    Instant time();

    /** Of the scene it was made from. */
    Stamps stamps();
}
