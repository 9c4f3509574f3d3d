package io.verge.api.announcement;

import io.verge.api.scene.RoadUser;
import io.verge.api.time.Stamps;
import java.time.Instant;
import java.util.List;

/**
 * Who is on the road.
 *
 * @param time to which their motion is extrapolated
 * @param roadUsers the most important first: what does not fit is left off from the end
 */
public record RoadUsersAnnouncement(Instant time, Stamps stamps, List<RoadUser> roadUsers) implements Announcement {
    public RoadUsersAnnouncement {
        roadUsers = List.copyOf(roadUsers);
    }

    @Override
    public Kind kind() {
        return Kind.ROAD_USERS;
    }
}
