package io.verge.messages.csae.internal;

import io.verge.api.geo.Position;
import io.verge.api.geo.SiteFrame;
import io.verge.api.site.Approach;
import io.verge.api.site.Lane;
import io.verge.api.site.SiteMap;
import io.verge.messages.csae.edition2020.PositionOffsetLLV;
import io.verge.messages.csae.edition2020.ReferenceLink;
import io.verge.messages.csae.edition2020.ReferencePath;
import io.verge.messages.facilities.Line;
import io.verge.messages.facilities.element.Coordinates;
import io.verge.messages.uper.BitString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lanes of the map as the paths along them, and as the links of our MAP. A link names lanes by 15 bits: where one has a greater
 * number, only its path tells it from the others.
 */
final class LaneReferences {
    private static final int POINTS = 32;
    private static final int PATHS = 8;
    private static final int LANE_BITS = 16;

    private final SiteFrame frame;
    private final Offsets offsets;
    private final Optional<SiteMap> map;

    LaneReferences(SiteFrame frame, Optional<SiteMap> map) {
        this.frame = frame;
        this.offsets = Offsets.from(frame.origin());
        this.map = map;
    }

    /** Null when the map has none of the lanes, or more than a message takes: a part would be less than is meant. */
    @Nullable
    List<ReferencePath> paths(List<Integer> ids) {
        List<ReferencePath> paths = new ArrayList<>();
        for (Lane lane : lanes(map, ids)) {
            ReferencePath path = path(lane);
            if (path != null) {
                paths.add(path);
            }
        }
        return paths.isEmpty() || paths.size() > PATHS ? null : paths;
    }

    /** Of all lanes that come in on one approach; null when there is none that can be named so. */
    @Nullable
    List<ReferenceLink> links(List<Integer> ids) {
        List<ReferenceLink> links = new ArrayList<>();
        for (SiteMap known : map.stream().toList()) {
            List<Lane> meant = lanes(map, ids);
            for (Approach approach : known.approaches()) {
                List<Lane> lanes = meant.stream()
                        .filter(lane -> lane.ingress() && lane.approach() == approach.id())
                        .toList();
                BitString bits = bits(lanes);
                if (bits != null && approach.upstreamNode() != 0) {
                    links.add(link(known, approach, bits));
                }
            }
        }
        return links.isEmpty() ? null : links;
    }

    /** The link of one lane of a map; null when it does not come in. */
    static @Nullable ReferenceLink link(SiteMap map, Lane lane) {
        for (Approach approach : map.approaches()) {
            if (lane.ingress() && approach.id() == lane.approach()) {
                return link(map, approach, bits(List.of(lane)));
            }
        }
        return null;
    }

    private static ReferenceLink link(SiteMap map, Approach approach, @Nullable BitString lanes) {
        return new ReferenceLink(
                SignalMessage.node(map.region(), approach.upstreamNode()), SignalMessage.node(map), lanes);
    }

    private static List<Lane> lanes(Optional<SiteMap> map, List<Integer> ids) {
        return map.map(SiteMap::lanes).orElse(List.of()).stream()
                .filter(lane -> ids.contains(lane.id()))
                .toList();
    }

    /** Null when there are none, or one does not fit. */
    private static @Nullable BitString bits(List<Lane> lanes) {
        long bits = 0;
        for (Lane lane : lanes) {
            if (lane.id() < 1 || lane.id() >= LANE_BITS) {
                return null;
            }
            bits |= 1L << (LANE_BITS - 1 - lane.id());
        }
        return bits == 0 ? null : BitString.of(bits, LANE_BITS);
    }

    /** Along the middle of a lane, half its width to either side; null when it is not on the site, or has no width. */
    @Nullable
    ReferencePath path(Lane lane) {
        if (!(lane.width() > 0) || !lane.centreLine().stream().allMatch(Coordinates::onSite)) {
            return null;
        }
        List<PositionOffsetLLV> points = new ArrayList<>();
        for (Position point : Line.thinned(lane.centreLine(), POINTS)) {
            points.add(offsets.to(CsaeUnits.onEarth(frame, point)));
        }
        return new ReferencePath(points, CsaeUnits.radius(lane.width() / 2));
    }
}
