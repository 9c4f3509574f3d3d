package io.verge.messages.sae.internal;

import io.verge.api.air.UnspeakableException;
import io.verge.api.geo.Position;
import io.verge.api.geo.SiteFrame;
import io.verge.api.site.Lane;
import io.verge.api.site.SiteMap;
import io.verge.messages.facilities.element.Coordinates;
import io.verge.messages.facilities.element.DsrcUnits;
import io.verge.messages.sae.internal.dsrc.Nodes;
import io.verge.messages.sae.internal.dsrc.SiteReferences;
import io.verge.messages.sae.j2735.Circle;
import io.verge.messages.sae.j2735.DirectionOfUse;
import io.verge.messages.sae.j2735.DistanceUnits;
import io.verge.messages.sae.j2735.GeographicalPath;
import io.verge.messages.sae.j2735.GeometricProjection;
import io.verge.messages.sae.j2735.OffsetSystem;
import io.verge.messages.sae.j2735.OffsetSystemOffset;
import io.verge.messages.sae.j2735.Position3D;
import io.verge.messages.uper.BitString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a TIM holds: along lanes of the map, else in a circle, else just at a place. */
final class Regions {
    static final BitString ALL_DIRECTIONS = BitString.of(0xFFFF, 16);

    private static final int MOST = 16;
    private static final int GREATEST_RADIUS = 4095;
    private static final int LANE_WIDTH = 32_767;

    private final SiteFrame frame;
    private final List<Lane> lanes;
    private final Nodes nodes;

    Regions(SiteFrame frame, Optional<SiteMap> map) {
        this.frame = frame;
        this.lanes = map.map(SiteMap::lanes).orElse(List.of());
        this.nodes = new Nodes(frame);
    }

    /** A place on the earth; where it is high is not known. */
    Position3D place(String what, Position position) throws UnspeakableException {
        if (!Coordinates.onSite(position)) {
            throw new UnspeakableException("TIM: " + what + " is not on the site: " + position);
        }
        var there = frame.toWgs84(new Position(position.east(), position.north(), 0));
        return new Position3D(
                Coordinates.latitude(there.latitude()), Coordinates.longitude(there.longitude()), null, null, null);
    }

    /** Along lanes; empty when the map has none of them, or more than a message takes. */
    List<GeographicalPath> along(List<Integer> ids) {
        List<Lane> meant = lanes.stream()
                .filter(lane ->
                        ids.contains(lane.id()) && lane.centreLine().stream().allMatch(Coordinates::onSite))
                .toList();
        if (meant.size() > MOST) {
            return List.of();
        }
        List<GeographicalPath> paths = new ArrayList<>(meant.size());
        for (Lane lane : meant) {
            paths.add(path(lane));
        }
        return paths;
    }

    /** The nodes are offsets from the site's origin, which is the anchor. */
    private GeographicalPath path(Lane lane) {
        int width = DsrcUnits.length(lane.width(), 0.01, LANE_WIDTH);
        return new GeographicalPath(
                null,
                null,
                SiteReferences.place(frame.origin()),
                width == DsrcUnits.SIZE_UNAVAILABLE ? null : width,
                DirectionOfUse.FORWARD,
                false,
                ALL_DIRECTIONS,
                new OffsetSystem(null, new OffsetSystemOffset.Xy(nodes.of(lane.centreLine(), null))),
                null,
                null);
    }

    /** All around a place. */
    static GeographicalPath around(Position3D centre, double radius) throws UnspeakableException {
        if (!(radius >= 0 && radius <= 1000.0 * GREATEST_RADIUS)) {
            throw new UnspeakableException("TIM: the radius is " + radius + " m");
        }
        return region(centre, new GeometricProjection(ALL_DIRECTIONS, null, null, circle(centre, radius), null, null));
    }

    /** At a place; how far around it is not known. */
    static GeographicalPath at(Position3D place) {
        return region(place, null);
    }

    private static GeographicalPath region(Position3D anchor, @Nullable GeometricProjection description) {
        return new GeographicalPath(
                null, null, anchor, null, DirectionOfUse.BOTH, null, ALL_DIRECTIONS, description, null, null);
    }

    /** In the finest unit that reaches, rounded up. */
    private static Circle circle(Position3D centre, double radius) {
        int decimetres = (int) Math.ceil(Math.min(radius, GREATEST_RADIUS) * 10);
        if (decimetres <= GREATEST_RADIUS) {
            return new Circle(centre, Math.max(1, decimetres), DistanceUnits.DECIMETER);
        } else if (radius <= GREATEST_RADIUS) {
            return new Circle(centre, (int) Math.ceil(radius), DistanceUnits.METER);
        }
        return new Circle(centre, (int) Math.ceil(radius / 1000), DistanceUnits.KILOMETER);
    }
}
