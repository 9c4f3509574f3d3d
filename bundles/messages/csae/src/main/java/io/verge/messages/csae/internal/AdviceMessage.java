package io.verge.messages.csae.internal;

import io.verge.api.announcement.AdviceAnnouncement;
import io.verge.api.announcement.AdviceAnnouncement.Advice;
import io.verge.api.geo.SiteFrame;
import io.verge.api.site.Lane;
import io.verge.messages.csae.edition2020.LaneCoordination;
import io.verge.messages.csae.edition2020.Position3D;
import io.verge.messages.csae.edition2020.ReferenceLink;
import io.verge.messages.csae.edition2020.ReferencePath;
import io.verge.messages.csae.edition2020.RoadsideCoordination;
import io.verge.messages.facilities.MessageCount;
import io.verge.messages.facilities.NextGreens;
import io.verge.messages.facilities.element.MinuteOfYear;
import io.verge.messages.uper.Octets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Speed advice as the lane coordination of RSC: for each lane that for its next green, the greatest speed that keeps to it. It
 * ends with the green; to take it back there is nothing to say.
 */
final class AdviceMessage {
    private static final int LANES = 8;
    /** Beyond which a green is none that anybody could drive for. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private final SiteFrame frame;
    private final Octets rsu;
    private final Position3D reference;
    private final MessageCount count = new MessageCount();

    AdviceMessage(SiteFrame frame, Octets rsu) {
        this.frame = frame;
        this.rsu = rsu;
        this.reference = RoadUsersMessage.position(frame.origin());
    }

    /** Eight lanes a message; empty when there is no advice. */
    List<RoadsideCoordination> of(AdviceAnnouncement announcement) {
        List<LaneCoordination> lanes = lanes(announcement);
        List<RoadsideCoordination> messages = new ArrayList<>();
        for (int from = 0; from < lanes.size(); from += LANES) {
            messages.add(new RoadsideCoordination(
                    count.next(),
                    rsu,
                    MinuteOfYear.millisOfMinute(announcement.time()),
                    reference,
                    null,
                    lanes.subList(from, Math.min(lanes.size(), from + LANES)),
                    null));
        }
        return messages;
    }

    private List<LaneCoordination> lanes(AdviceAnnouncement announcement) {
        Map<Integer, Advice> next = NextGreens.byLane(
                announcement.advices(),
                advice -> advice.until().isBefore(announcement.time().plus(LONGEST)),
                announcement.time());
        LaneReferences references = new LaneReferences(frame, Optional.of(announcement.map()));
        List<LaneCoordination> lanes = new ArrayList<>();
        for (Lane lane : announcement.map().lanes()) {
            Advice advice = next.get(lane.id());
            ReferenceLink link = LaneReferences.link(announcement.map(), lane);
            if (advice != null && link != null) {
                lanes.add(coordination(link, references.path(lane), advice));
            }
        }
        return lanes;
    }

    private static LaneCoordination coordination(ReferenceLink link, @Nullable ReferencePath path, Advice advice) {
        LaneCoordination.Builder told = LaneCoordination.builder()
                .targetLane(link)
                .tEnd(CsaeUnits.dateTime(advice.until()))
                .recommendedSpeed(CsaeUnits.speedAtMost(advice.maxSpeed()));
        return (path == null ? told : told.relatedPath(path)).build();
    }
}
