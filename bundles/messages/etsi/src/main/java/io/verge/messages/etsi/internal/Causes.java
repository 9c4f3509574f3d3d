package io.verge.messages.etsi.internal;

import io.verge.api.scene.RoadEvent;
import io.verge.messages.etsi.release1.CauseCode;
import io.verge.messages.etsi.release1.CauseCodeType;
import org.jspecify.annotations.Nullable;

/**
 * Causes of events, as the common data dictionary (TS 102 894-2) numbers them. The causes are those of public ASN.1; the
 * sub-causes are from a public dictionary for the wrong way and from memory for the signal violation, 0 (unavailable) else.
 */
final class Causes {
    private static final int UNAVAILABLE = 0;
    private static final int WRONG_DIRECTION = 2;
    private static final int TRAFFIC_LIGHT_VIOLATION = 2;

    private Causes() {}

    /** A cause and its sub-cause. */
    record Cause(int cause, int subCause) {
        CauseCode code() {
            return new CauseCode(cause, subCause, null);
        }
    }

    /** Null when there is none: too high a speed is no cause. */
    static @Nullable Cause of(RoadEvent.Kind kind) {
        return switch (kind) {
            case COLLISION_RISK -> only(CauseCodeType.COLLISION_RISK);
            case RED_LIGHT_VIOLATION -> new Cause(CauseCodeType.SIGNAL_VIOLATION, TRAFFIC_LIGHT_VIOLATION);
            case PEDESTRIAN_ON_ROAD -> only(CauseCodeType.HUMAN_PRESENCE_ON_THE_ROAD);
            case STOPPED_VEHICLE -> only(CauseCodeType.STATIONARY_VEHICLE);
            case SLOW_VEHICLE -> only(CauseCodeType.SLOW_VEHICLE);
            case WRONG_WAY -> new Cause(CauseCodeType.WRONG_WAY_DRIVING, WRONG_DIRECTION);
            case OVERSPEED -> null;
            case CONGESTION -> only(CauseCodeType.TRAFFIC_CONDITION);
            case QUEUE_TAIL -> only(CauseCodeType.DANGEROUS_END_OF_QUEUE);
            case OBSTACLE -> only(CauseCodeType.HAZARDOUS_LOCATION_OBSTACLE_ON_THE_ROAD);
            case ANIMAL -> only(CauseCodeType.HAZARDOUS_LOCATION_ANIMAL_ON_THE_ROAD);
            case ROAD_WORKS -> only(CauseCodeType.ROADWORKS);
            case WEATHER -> only(CauseCodeType.ADVERSE_WEATHER_CONDITION_EXTREME_WEATHER_CONDITION);
        };
    }

    private static Cause only(int cause) {
        return new Cause(cause, UNAVAILABLE);
    }
}
