package io.verge.messages.csae.internal;

import io.verge.api.geo.Wgs84;
import io.verge.messages.csae.edition2020.PositionLL24B;
import io.verge.messages.csae.edition2020.PositionLL28B;
import io.verge.messages.csae.edition2020.PositionLL32B;
import io.verge.messages.csae.edition2020.PositionLL36B;
import io.verge.messages.csae.edition2020.PositionLL44B;
import io.verge.messages.csae.edition2020.PositionLL48B;
import io.verge.messages.csae.edition2020.PositionLLmD64b;
import io.verge.messages.csae.edition2020.PositionOffsetLL;
import io.verge.messages.csae.edition2020.PositionOffsetLLV;
import io.verge.messages.facilities.NodeOffset;
import io.verge.messages.facilities.element.Coordinates;

/**
 * DF PositionOffsetLLV from a reference position, in the shortest form that reaches. Without height: perception and map are
 * flat.
 */
record Offsets(int latitude, int longitude) {
    static Offsets from(Wgs84 reference) {
        return new Offsets(Coordinates.latitude(reference.latitude()), Coordinates.longitude(reference.longitude()));
    }

    PositionOffsetLLV to(Wgs84 position) {
        int lat = Coordinates.latitude(position.latitude());
        int lon = Coordinates.longitude(position.longitude());
        return new PositionOffsetLLV(shortest(lat, lon), null);
    }

    private PositionOffsetLL shortest(int lat, int lon) {
        int north = lat - latitude;
        long far = CsaeUnits.east(longitude, lon);
        int bits = Math.max(NodeOffset.bits(north), NodeOffset.bits(far));
        int east = (int) far;
        if (bits <= 12) {
            return new PositionLL24B(east, north);
        } else if (bits <= 14) {
            return new PositionLL28B(east, north);
        } else if (bits <= 16) {
            return new PositionLL32B(east, north);
        } else if (bits <= 18) {
            return new PositionLL36B(east, north);
        } else if (bits <= 22) {
            return new PositionLL44B(east, north);
        } else if (bits <= 24) {
            return new PositionLL48B(east, north);
        }
        return new PositionLLmD64b(lon, lat);
    }
}
