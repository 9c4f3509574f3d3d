package io.verge.messages.sae.internal.dsrc;

import io.verge.api.geo.Position;
import io.verge.api.geo.SiteFrame;
import io.verge.api.geo.Wgs84;
import io.verge.messages.facilities.NodeOffset;
import io.verge.messages.facilities.element.Coordinates;
import io.verge.messages.sae.j2735.NodeAttributeSetXY;
import io.verge.messages.sae.j2735.NodeLLmD64b;
import io.verge.messages.sae.j2735.NodeListXY;
import io.verge.messages.sae.j2735.NodeOffsetPointXY;
import io.verge.messages.sae.j2735.NodeXY;
import io.verge.messages.sae.j2735.NodeXY20b;
import io.verge.messages.sae.j2735.NodeXY22b;
import io.verge.messages.sae.j2735.NodeXY24b;
import io.verge.messages.sae.j2735.NodeXY26b;
import io.verge.messages.sae.j2735.NodeXY28b;
import io.verge.messages.sae.j2735.NodeXY32b;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line as the nodes of a lane: the first as its offset from the reference point, each other as that from the one before, in
 * centimetres east and north and in the shortest form that reaches; a place on the earth where none does. Without heights.
 */
public final class Nodes {
    private static final int MOST = 63;

    private final SiteFrame frame;

    /** Around the reference point of the map, which is the origin of the site. */
    public Nodes(SiteFrame frame) {
        this.frame = frame;
    }

    /**
     * The nodes of a line.
     *
     * @param points of which those that shape the line most are kept when they are too many; all on the site
     * @param first what is to be said at the first node, and holds from there on; null when nothing
     */
    public NodeListXY of(List<Position> points, @Nullable NodeAttributeSetXY first) {
        List<NodeXY> nodes = new ArrayList<>();
        for (NodeOffset offset : NodeOffset.along(points, MOST)) {
            nodes.add(new NodeXY(delta(offset), nodes.isEmpty() ? first : null, null));
        }
        return new NodeListXY.Nodes(nodes);
    }

    private NodeOffsetPointXY delta(NodeOffset offset) {
        int bits = offset.bits();
        int x = (int) offset.east();
        int y = (int) offset.north();
        if (bits <= 10) {
            return new NodeXY20b(x, y);
        } else if (bits <= 11) {
            return new NodeXY22b(x, y);
        } else if (bits <= 12) {
            return new NodeXY24b(x, y);
        } else if (bits <= 13) {
            return new NodeXY26b(x, y);
        } else if (bits <= 14) {
            return new NodeXY28b(x, y);
        } else if (bits <= 16) {
            return new NodeXY32b(x, y);
        }
        Wgs84 there =
                frame.toWgs84(new Position(offset.place().east(), offset.place().north(), 0));
        return new NodeLLmD64b(Coordinates.longitude(there.longitude()), Coordinates.latitude(there.latitude()));
    }
}
