package io.verge.agent.map;

import io.verge.api.geo.Position;
import io.verge.api.geo.SiteFrame;
import io.verge.messages.csae.edition2020.PositionLL24B;
import io.verge.messages.csae.edition2020.PositionLL28B;
import io.verge.messages.csae.edition2020.PositionLL32B;
import io.verge.messages.csae.edition2020.PositionLL36B;
import io.verge.messages.csae.edition2020.PositionLL44B;
import io.verge.messages.csae.edition2020.PositionLL48B;
import io.verge.messages.csae.edition2020.PositionLLmD64b;
import io.verge.messages.csae.edition2020.PositionOffsetLL;
import io.verge.messages.csae.edition2020.RoadPoint;
import io.verge.site.MapImportException;
import java.util.ArrayList;
import java.util.List;

/**
 * The points of a T/CSAE 53 link or lane, in the direction of travel. Heights are left out: maps are flat.
 *
 * @param frame around the reference position
 * @param latitude of the reference position, 1e-7 degrees
 * @param longitude of the reference position, 1e-7 degrees
 */
record CsaeLine(SiteFrame frame, int latitude, int longitude) {
    /** Metres: points nearer than this are one. */
    private static final double SAME = 0.05;

    /** Each point once; perhaps fewer than two. */
    List<Position> of(List<RoadPoint> told) throws MapImportException {
        List<Position> points = new ArrayList<>();
        for (RoadPoint point : told) {
            Position at = at(point.posOffset().offsetLL());
            if (points.isEmpty() || points.get(points.size() - 1).distanceTo(at) > SAME) {
                points.add(at);
            }
        }
        return points;
    }

    private Position at(PositionOffsetLL offset) throws MapImportException {
        if (offset instanceof PositionLLmD64b there) {
            return position(there.lat(), there.lon());
        } else if (offset instanceof PositionLL24B by) {
            return position(latitude + by.lat(), longitude + by.lon());
        } else if (offset instanceof PositionLL28B by) {
            return position(latitude + by.lat(), longitude + by.lon());
        } else if (offset instanceof PositionLL32B by) {
            return position(latitude + by.lat(), longitude + by.lon());
        } else if (offset instanceof PositionLL36B by) {
            return position(latitude + by.lat(), longitude + by.lon());
        } else if (offset instanceof PositionLL44B by) {
            return position(latitude + by.lat(), longitude + by.lon());
        }
        PositionLL48B by = (PositionLL48B) offset;
        return position(latitude + by.lat(), longitude + by.lon());
    }

    private Position position(int lat, int lon) throws MapImportException {
        Position position = frame.toSite(Units.place(lat, lon, null));
        return new Position(position.east(), position.north(), 0);
    }

    /** A line beside another: so many metres to its right, or to its left when negative. */
    static List<Position> beside(List<Position> line, double right) {
        List<Position> beside = new ArrayList<>();
        for (int i = 0; i < line.size(); i++) {
            Position from = line.get(Math.max(0, i - 1));
            Position to = line.get(Math.min(line.size() - 1, i + 1));
            double length = from.distanceTo(to);
            double east = length == 0 ? 0 : (to.north() - from.north()) / length;
            double north = length == 0 ? 0 : -(to.east() - from.east()) / length;
            Position at = line.get(i);
            beside.add(new Position(at.east() + right * east, at.north() + right * north, 0));
        }
        return beside;
    }
}
