package io.verge.messages.etsi.internal;

import io.verge.api.scene.RoadEvent;
import io.verge.messages.etsi.release1.CauseCode;
import io.verge.messages.etsi.release1.CauseCodeType;
import io.verge.messages.facilities.KindEntries;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Causes of events, as the common data dictionary (TS 102 894-2) numbers them. The causes are those of public ASN.1; the
 * sub-causes are from a public dictionary for the wrong way and from memory for the signal violation, 0 (unavailable) else; that
 * weather is extreme weather is a proposal. So each can be configured.
 *
 * @param causes by kind; none for what is no cause, as too high a speed
 */
record Causes(Map<RoadEvent.Kind, Cause> causes) {
    private static final int GREATEST = 255;
    private static final int UNAVAILABLE = 0;
    private static final int WRONG_DIRECTION = 2;
    private static final int TRAFFIC_LIGHT_VIOLATION = 2;

    private static final KindEntries<RoadEvent.Kind> ENTRIES = new KindEntries<>(
            "cause",
            List.of(RoadEvent.Kind.values()),
            "cause/subCause with 0 to " + GREATEST + ", such as WEATHER=17/0");

    Causes {
        causes = Map.copyOf(causes);
    }

    /** A cause and its sub-cause, each 0 to 255. */
    record Cause(int cause, int subCause) {
        CauseCode code() {
            return new CauseCode(cause, subCause, null);
        }
    }

    /**
     * The usual causes with others over them.
     *
     * @throws IllegalArgumentException names the entry and what was expected
     */
    static Causes with(String... entries) {
        Map<RoadEvent.Kind, Cause> causes = new EnumMap<>(RoadEvent.Kind.class);
        for (RoadEvent.Kind kind : RoadEvent.Kind.values()) {
            Cause usual = usual(kind);
            if (usual != null) {
                causes.put(kind, usual);
            }
        }
        return new Causes(ENTRIES.over(causes, Causes::cause, entries));
    }

    private static Cause cause(String text) {
        int slash = text.indexOf('/');
        int cause = number(slash < 0 ? text : text.substring(0, slash));
        return new Cause(cause, slash < 0 ? UNAVAILABLE : number(text.substring(slash + 1)));
    }

    private static int number(String text) {
        int number = Integer.parseInt(text.strip());
        if (number < 0 || number > GREATEST) {
            throw new IllegalArgumentException(text);
        }
        return number;
    }

    private static @Nullable Cause usual(RoadEvent.Kind kind) {
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

    /** Null when there is none. */
    @Nullable
    Cause of(RoadEvent.Kind kind) {
        return causes.get(kind);
    }
}
