package io.verge.messages.csae.internal;

import io.verge.api.air.UnspeakableException;
import io.verge.api.geo.Position;
import io.verge.api.geo.SiteFrame;
import io.verge.messages.csae.edition2020.Position3D;
import io.verge.messages.csae.edition2020.PositionOffsetLLV;
import io.verge.messages.csae.edition2020.RSITimeDetails;
import io.verge.messages.csae.edition2020.RTEData;
import io.verge.messages.csae.edition2020.RTSData;
import io.verge.messages.csae.edition2020.RoadSideInformation;
import io.verge.messages.facilities.MessageCount;
import io.verge.messages.facilities.element.Coordinates;
import io.verge.messages.facilities.element.MinuteOfYear;
import io.verge.messages.uper.Octets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What all RSI of this set have in common. Positions are offsets from the site's origin. */
final class RoadsideInformation {
    /** Within which a minute of the year says which one is meant. */
    private static final Duration LONGEST = Duration.ofDays(180);

    private static final int PRIORITY_SHIFT = 5;

    private final SiteFrame frame;
    private final Octets rsu;
    private final Offsets offsets;
    private final Position3D reference;
    private final MessageCount count = new MessageCount();

    RoadsideInformation(SiteFrame frame, Octets rsu) {
        this.frame = frame;
        this.rsu = rsu;
        this.offsets = Offsets.from(frame.origin());
        this.reference = RoadUsersMessage.position(frame.origin());
    }

    RoadSideInformation event(RTEData event, Instant now) {
        return message(List.of(event), null, now);
    }

    RoadSideInformation sign(RTSData sign, Instant now) {
        return message(null, List.of(sign), now);
    }

    private RoadSideInformation message(@Nullable List<RTEData> events, @Nullable List<RTSData> signs, Instant now) {
        return new RoadSideInformation(count.next(), MinuteOfYear.of(now), rsu, reference, events, signs, null);
    }

    PositionOffsetLLV place(String what, Position position) throws UnspeakableException {
        if (!Coordinates.onSite(position)) {
            throw new UnspeakableException("RSI: " + what + " is not on the site: " + position);
        }
        return offsets.to(CsaeUnits.onEarth(frame, position));
    }

    /** What is half a year away and more is not said: a minute has no year. The end is that of its minute. */
    static RSITimeDetails times(Instant now, Instant from, @Nullable Instant until) {
        return new RSITimeDetails(
                near(now, from) ? MinuteOfYear.of(from) : null,
                until != null && near(now, until) ? MinuteOfYear.of(until.plusSeconds(59)) : null,
                null);
    }

    /** Of what has just ended: the minute before is over. */
    static RSITimeDetails ended(Instant now, Instant from) {
        Integer over = MinuteOfYear.of(now.minusSeconds(60));
        return new RSITimeDetails(near(now, from) ? MinuteOfYear.of(from) : null, over, null);
    }

    private static boolean near(Instant now, Instant then) {
        return Duration.between(now, then).abs().compareTo(LONGEST) <= 0;
    }

    /**
     * DE RSIPriority: in the upper three bits, from memory.
     *
     * @param level 0 to 7, the most urgent
     */
    static Octets priority(int level) {
        return Octets.copyOf(new byte[] {(byte) (level << PRIORITY_SHIFT)});
    }
}
