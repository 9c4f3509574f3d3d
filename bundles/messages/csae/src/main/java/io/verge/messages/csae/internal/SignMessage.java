package io.verge.messages.csae.internal;

import io.verge.api.air.UnspeakableException;
import io.verge.api.announcement.SignAnnouncement;
import io.verge.messages.csae.edition2020.Description;
import io.verge.messages.csae.edition2020.RTSData;
import io.verge.messages.csae.edition2020.RoadSideInformation;
import io.verge.messages.facilities.ShortIds;
import org.jspecify.annotations.Nullable;

/** Signs as RTS of RSI, one a message. How urgent a sign is, is not known. */
final class SignMessage {
    private static final int NUMBERS = 256;
    private static final int GREATEST_TYPE = 65_535;
    /** GB 5768.2, speed limit: a public project's number. */
    private static final int SPEED_LIMIT = 85;

    private static final double KILOMETRES_PER_HOUR = 3.6;
    private static final int FASTEST = 999;

    private final RoadsideInformation information;
    private final LaneReferences lanes;
    private final ShortIds ids = new ShortIds(NUMBERS);

    SignMessage(RoadsideInformation information, LaneReferences lanes) {
        this.information = information;
        this.lanes = lanes;
    }

    RoadSideInformation of(SignAnnouncement sign) throws UnspeakableException {
        if (sign.sign() < 0 || sign.sign() > GREATEST_TYPE) {
            throw new UnspeakableException("RSI: sign type " + sign.sign() + " is not 0 to " + GREATEST_TYPE);
        }
        return information.sign(
                new RTSData(
                        ids.of(sign.id()),
                        sign.sign(),
                        information.place("sign " + sign.id(), sign.position()),
                        description(sign),
                        RoadsideInformation.times(sign.time(), sign.from(), sign.until()),
                        null,
                        lanes.paths(sign.lanes()),
                        lanes.links(sign.lanes()),
                        null,
                        null),
                sign.time());
    }

    /** Its text; of a speed limit without one, the number as it stands on the sign. */
    private static @Nullable Description description(SignAnnouncement sign) throws UnspeakableException {
        if (!sign.text().isEmpty()) {
            Description description = Descriptions.of(sign.text());
            if (description == null) {
                throw new UnspeakableException("RSI: the text of sign " + sign.id() + " is not of up to "
                        + Descriptions.LONGEST + " octets in GB 2312");
            }
            return description;
        }
        long limit = Math.round(sign.value() * KILOMETRES_PER_HOUR);
        return sign.sign() == SPEED_LIMIT && limit > 0 && limit <= FASTEST
                ? new Description.TextString(Long.toString(limit))
                : null;
    }
}
