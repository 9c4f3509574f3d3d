package io.verge.messages.etsi;

import java.util.Optional;

/** The packet types that have an extended header of known layout (EN 302 636-4-1, clause 9.7.4). */
public enum HeaderType {
    /** Tells neighbours where a silent station is. */
    BEACON(1, 0, ExtendedLayout.BEACON),
    /** To one station. */
    GEO_UNICAST(2, 0, ExtendedLayout.GEO_UNICAST),
    /** To any station in a circle. */
    GEO_ANYCAST_CIRCLE(3, 0, ExtendedLayout.GEO_AREA),
    /** To any station in a rectangle. */
    GEO_ANYCAST_RECTANGLE(3, 1, ExtendedLayout.GEO_AREA),
    /** To any station in an ellipse. */
    GEO_ANYCAST_ELLIPSE(3, 2, ExtendedLayout.GEO_AREA),
    /** To all stations in a circle. */
    GEO_BROADCAST_CIRCLE(4, 0, ExtendedLayout.GEO_AREA),
    /** To all stations in a rectangle. */
    GEO_BROADCAST_RECTANGLE(4, 1, ExtendedLayout.GEO_AREA),
    /** To all stations in an ellipse. */
    GEO_BROADCAST_ELLIPSE(4, 2, ExtendedLayout.GEO_AREA),
    /** To all direct neighbours. */
    SINGLE_HOP_BROADCAST(5, 0, ExtendedLayout.SINGLE_HOP),
    /** To all stations within a number of hops. */
    MULTI_HOP_BROADCAST(5, 1, ExtendedLayout.MULTI_HOP),
    /** Asks where a station is. */
    LOCATION_REQUEST(6, 0, ExtendedLayout.LOCATION_REQUEST),
    /** Answers where a station is. */
    LOCATION_REPLY(6, 1, ExtendedLayout.LOCATION_REPLY);

    private final int type;
    private final int subtype;
    private final ExtendedLayout<?> layout;

    HeaderType(int type, int subtype, ExtendedLayout<?> layout) {
        this.type = type;
        this.subtype = subtype;
        this.layout = layout;
    }

    /** The header type field, 1..6. */
    public int type() {
        return type;
    }

    /** The header subtype field, 0..2. */
    public int subtype() {
        return subtype;
    }

    /** The extended header that packets of this type have. */
    ExtendedLayout<?> layout() {
        return layout;
    }

    /** The type with these numbers; empty when its layout is not known. */
    public static Optional<HeaderType> of(int type, int subtype) {
        for (HeaderType each : values()) {
            if (each.type == type && each.subtype == subtype) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
