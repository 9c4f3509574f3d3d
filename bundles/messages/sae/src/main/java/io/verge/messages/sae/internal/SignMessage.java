package io.verge.messages.sae.internal;

import io.verge.api.air.UnspeakableException;
import io.verge.api.announcement.SignAnnouncement;
import io.verge.messages.sae.j2735.GenericSignageItem;
import io.verge.messages.sae.j2735.GenericSignageItemItem;
import io.verge.messages.sae.j2735.GeographicalPath;
import io.verge.messages.sae.j2735.ITIScodesAndTextItem;
import io.verge.messages.sae.j2735.ITIScodesAndTextItemItem;
import io.verge.messages.sae.j2735.Position3D;
import io.verge.messages.sae.j2735.SpeedLimitItem;
import io.verge.messages.sae.j2735.SpeedLimitItemItem;
import io.verge.messages.sae.j2735.TravelerDataFrameContent;
import io.verge.messages.sae.j2735.TravelerInfoType;
import io.verge.messages.sae.j2735.TravelerInformation;
import java.util.ArrayList;
import java.util.List;

/**
 * Signs as TIM: a speed limit with its number in miles per hour, else a sign with its ITIS code and a short text, else an
 * advisory with a longer one. A sign for all lanes is said at its place, for how far it holds is not known.
 */
final class SignMessage {
    private static final int PHRASE = 16;
    private static final int TEXT = 500;
    /** ITIS: speed limit, the number 0 and miles per hour. From memory, but for the last. */
    private static final int SPEED_LIMIT = 268;

    private static final int ZERO = 12_544;
    private static final int MILES_PER_HOUR = 8720;
    private static final double MILE_PER_HOUR = 0.44704;
    private static final int FASTEST = 255;
    /** Neither urgent nor unimportant: a proposal. */
    private static final int PRIORITY = 4;

    private final TravelerMessage traveler;
    private final Regions regions;

    SignMessage(TravelerMessage traveler, Regions regions) {
        this.traveler = traveler;
        this.regions = regions;
    }

    TravelerInformation of(SignAnnouncement sign) throws UnspeakableException {
        return of(sign, regions.along(sign.lanes()));
    }

    /** Without the lanes, for where they make the message too long. */
    TravelerInformation atPlace(SignAnnouncement sign) throws UnspeakableException {
        return of(sign, List.of());
    }

    private TravelerInformation of(SignAnnouncement sign, List<GeographicalPath> lanes) throws UnspeakableException {
        if (sign.sign() < 0 || sign.sign() > Itis.GREATEST) {
            throw new UnspeakableException(
                    "TIM: sign " + sign.sign() + " is not an ITIS code of 0 to " + Itis.GREATEST);
        }
        Position3D place = regions.place("sign " + sign.id(), sign.position());
        return traveler.of(
                new TravelerMessage.Notice(
                        sign.id(),
                        TravelerInfoType.ROAD_SIGNAGE,
                        place,
                        null,
                        Period.of(sign.time(), sign.from(), sign.until()),
                        PRIORITY,
                        lanes.isEmpty() ? List.of(Regions.at(place)) : lanes,
                        content(sign)),
                sign.time());
    }

    private static TravelerDataFrameContent content(SignAnnouncement sign) throws UnspeakableException {
        long miles = Math.round(sign.value() / MILE_PER_HOUR);
        if (sign.sign() == SPEED_LIMIT && sign.text().isEmpty() && miles > 0 && miles <= FASTEST) {
            return new TravelerDataFrameContent.SpeedLimitValue(
                    List.of(limit(SPEED_LIMIT), limit(ZERO + (int) miles), limit(MILES_PER_HOUR)));
        } else if (sign.text().length() <= PHRASE) {
            return new TravelerDataFrameContent.GenericSign(generic(sign));
        } else if (Itis.isText(sign.text(), TEXT)) {
            return new TravelerDataFrameContent.Advisory(List.of(
                    EventMessage.itis(sign.sign()),
                    new ITIScodesAndTextItem(new ITIScodesAndTextItemItem.Text(sign.text()))));
        }
        throw unspeakable(sign);
    }

    private static SpeedLimitItem limit(int code) {
        return new SpeedLimitItem(new SpeedLimitItemItem.Itis(code));
    }

    private static List<GenericSignageItem> generic(SignAnnouncement sign) throws UnspeakableException {
        List<GenericSignageItem> items = new ArrayList<>();
        items.add(new GenericSignageItem(new GenericSignageItemItem.Itis(sign.sign())));
        if (Itis.isText(sign.text(), PHRASE)) {
            items.add(new GenericSignageItem(new GenericSignageItemItem.Text(sign.text())));
        } else if (!sign.text().isEmpty()) {
            throw unspeakable(sign);
        }
        return items;
    }

    private static UnspeakableException unspeakable(SignAnnouncement sign) {
        return new UnspeakableException(
                "TIM: the text of sign " + sign.id() + " is not of up to " + TEXT + " IA5 characters");
    }
}
