package io.verge.messages.sae.internal;

import io.verge.messages.facilities.element.ConfidenceClass;
import io.verge.messages.facilities.element.TimeMark;
import io.verge.messages.sae.j2735.PositionConfidence;
import io.verge.messages.sae.j2735.SpeedConfidence;
import java.util.List;

/**
 * The units of SAE J2735 that no other standard took over; those it did are {@link DsrcUnits}. What is not known becomes the
 * field's value for "unavailable".
 */
final class SaeUnits {
    static final int ACCURACY_UNAVAILABLE = 255;
    static final int ORIENTATION_UNAVAILABLE = 65_535;
    static final int SHARE_UNAVAILABLE = 101;

    /** For an hour and everything beyond, in the edition of 2016. */
    private static final TimeMark BEYOND = new TimeMark(36_000);
    /** What is not known, from the edition of 2020 on, which has no value for beyond. */
    private static final TimeMark UNKNOWN = new TimeMark(36_111);

    /** DE SemiMajorAxisAccuracy, metres at one standard deviation. */
    static final double ACCURACY_STEP = 0.05;

    /** By the numbers of their classes. */
    private static final List<PositionConfidence> POSITION_CONFIDENCES = List.of(PositionConfidence.values());

    private static final List<SpeedConfidence> SPEED_CONFIDENCES = List.of(SpeedConfidence.values());

    private SaeUnits() {}

    /** DE TimeMark of an edition. */
    static TimeMark timeMark(int edition) {
        return edition == 2016 ? BEYOND : UNKNOWN;
    }

    /** DE ClassificationConfidence, per cent. */
    static int share(double share) {
        return share >= 0 && share <= 1 ? (int) Math.round(share * 100) : SHARE_UNAVAILABLE;
    }

    /** The finest class that 95 % of the error keeps within, of an error with this standard deviation in metres. */
    static PositionConfidence positionConfidence(double sigma) {
        return POSITION_CONFIDENCES.get(ConfidenceClass.POSITION.of(sigma));
    }

    /** As for a position, in m/s. */
    static SpeedConfidence speedConfidence(double sigma) {
        return SPEED_CONFIDENCES.get(ConfidenceClass.SPEED.of(sigma));
    }
}
