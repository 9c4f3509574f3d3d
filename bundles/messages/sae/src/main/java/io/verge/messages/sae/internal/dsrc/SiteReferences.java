package io.verge.messages.sae.internal.dsrc;

import io.verge.api.geo.Wgs84;
import io.verge.api.site.SiteMap;
import io.verge.messages.facilities.element.Coordinates;
import io.verge.messages.facilities.element.DsrcUnits;
import io.verge.messages.sae.j2735.IntersectionReferenceID;
import io.verge.messages.sae.j2735.Position3D;

/** How messages refer to a site: its crossing by number, its place by coordinates. */
public final class SiteReferences {
    private SiteReferences() {}

    /** A crossing's name. */
    public static IntersectionReferenceID crossing(SiteMap map) {
        return crossing(map.region(), map.id());
    }

    /**
     * A crossing's name.
     *
     * @param region 0 is none
     */
    static IntersectionReferenceID crossing(int region, int id) {
        return new IntersectionReferenceID(region == 0 ? null : region, id);
    }

    /** A place on the earth with its height. */
    public static Position3D place(Wgs84 place) {
        return new Position3D(
                Coordinates.latitude(place.latitude()),
                Coordinates.longitude(place.longitude()),
                DsrcUnits.elevation(place.elevation()),
                null,
                null);
    }
}
