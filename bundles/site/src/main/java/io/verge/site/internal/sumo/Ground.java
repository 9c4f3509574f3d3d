package io.verge.site.internal.sumo;

import io.verge.api.geo.Position;
import io.verge.api.geo.SiteFrame;
import io.verge.api.geo.Wgs84;
import io.verge.site.MapImportException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where the points of a network lie: the site frame has its origin in the centre of the junction. */
final class Ground {
    private static final Pattern UTM = Pattern.compile("\\+proj=utm\\b.*\\+zone=(\\d{1,2})\\b.*");

    private final SumoNet.Location location;
    private final Position centre;
    private final @Nullable Utm projection;
    private final SiteFrame frame;

    /** Heights count from that of the junction. */
    private Ground(SumoNet.Location location, Position centre, @Nullable Utm projection, Wgs84 origin) {
        this.location = location;
        this.centre = centre;
        this.projection = projection;
        this.frame = new SiteFrame(origin);
    }

    /**
     * By the given place of the centre, else by the network's projection.
     *
     * @throws MapImportException when neither says where it is
     */
    static Ground of(SumoNet.Location location, Position centre, Optional<Wgs84> origin) throws MapImportException {
        if (origin.isPresent()) {
            return new Ground(location, centre, null, origin.get());
        }
        Utm projection = utm(location.projection());
        try {
            return new Ground(location, centre, projection, earth(location, centre, projection));
        } catch (IllegalArgumentException e) {
            throw new MapImportException("the network lies nowhere on the earth (" + e.getMessage()
                    + "): say where the centre of the junction is by an origin, latitude and longitude");
        }
    }

    private static Utm utm(String projection) throws MapImportException {
        Matcher utm = UTM.matcher(projection);
        int zone = utm.matches() ? Integer.parseInt(utm.group(1)) : 0;
        if (zone < 1 || zone > 60) {
            String what = projection.equals("!") ? "has no projection" : "has a projection that is not UTM";
            throw new MapImportException("the network " + what
                    + ": say where the centre of the junction is by an origin, latitude and longitude");
        }
        return new Utm(zone, projection.contains("+south"));
    }

    private static Wgs84 earth(SumoNet.Location location, Position point, Utm projection) {
        return projection.toEarth(point.east() - location.offsetX(), point.north() - location.offsetY());
    }

    SiteFrame frame() {
        return frame;
    }

    Position toSite(Position point) {
        double up = point.up() - centre.up();
        double height = Double.isNaN(up) ? 0 : up;
        if (projection == null) {
            return new Position(point.east() - centre.east(), point.north() - centre.north(), height);
        }
        Wgs84 flat = earth(location, point, projection);
        return frame.toSite(new Wgs84(flat.latitude(), flat.longitude(), height));
    }
}
