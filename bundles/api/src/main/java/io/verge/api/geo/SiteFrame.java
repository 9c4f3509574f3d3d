package io.verge.api.geo;

/**
 * The site frame: a plane through the origin, tangent to the ellipsoid, with axes east, north and up. Both ways go through
 * earth-centred coordinates without approximation, so there are no zone seams and no scale error; kilometres from the origin
 * "up" no longer means away from the earth, which is why a site is one crossing. Immutable.
 */
public final class SiteFrame {
    /** WGS84: semi-major axis in metres, and flattening. */
    private static final double A = 6_378_137.0;

    private static final double F = 1 / 298.257223563;
    private static final double E2 = F * (2 - F);

    private final Wgs84 origin;
    private final double sinLat;
    private final double cosLat;
    private final double sinLon;
    private final double cosLon;
    private final double x0;
    private final double y0;
    private final double z0;

    public SiteFrame(Wgs84 origin) {
        this.origin = origin;
        double lat = Math.toRadians(origin.latitude());
        double lon = Math.toRadians(origin.longitude());
        sinLat = Math.sin(lat);
        cosLat = Math.cos(lat);
        sinLon = Math.sin(lon);
        cosLon = Math.cos(lon);
        double n = A / Math.sqrt(1 - E2 * sinLat * sinLat);
        x0 = (n + origin.elevation()) * cosLat * cosLon;
        y0 = (n + origin.elevation()) * cosLat * sinLon;
        z0 = (n * (1 - E2) + origin.elevation()) * sinLat;
    }

    public Wgs84 origin() {
        return origin;
    }

    /** Where a position on the earth lies in this frame. */
    public Position toSite(Wgs84 position) {
        double lat = Math.toRadians(position.latitude());
        double lon = Math.toRadians(position.longitude());
        double n = A / Math.sqrt(1 - E2 * Math.sin(lat) * Math.sin(lat));
        double h = position.elevation();
        double dx = (n + h) * Math.cos(lat) * Math.cos(lon) - x0;
        double dy = (n + h) * Math.cos(lat) * Math.sin(lon) - y0;
        double dz = (n * (1 - E2) + h) * Math.sin(lat) - z0;
        double horizontal = cosLon * dx + sinLon * dy;
        return new Position(
                cosLon * dy - sinLon * dx, cosLat * dz - sinLat * horizontal, cosLat * horizontal + sinLat * dz);
    }

    /** Where a position in this frame lies on the earth. */
    public Wgs84 toWgs84(Position position) {
        double horizontal = cosLat * position.up() - sinLat * position.north();
        double x = x0 + cosLon * horizontal - sinLon * position.east();
        double y = y0 + sinLon * horizontal + cosLon * position.east();
        double z = z0 + cosLat * position.north() + sinLat * position.up();
        double p = Math.hypot(x, y);
        double lat = Math.atan2(z, p * (1 - E2));
        double h = 0;
        // Converges by a factor of about E2 (1/150) a round near the ground: six rounds are beyond a double's
        // precision.
        for (int round = 0; round < 6; round++) {
            double n = A / Math.sqrt(1 - E2 * Math.sin(lat) * Math.sin(lat));
            h = p * Math.cos(lat) + (z + E2 * n * Math.sin(lat)) * Math.sin(lat) - n;
            lat = Math.atan2(z, p * (1 - E2 * n / (n + h)));
        }
        return new Wgs84(Math.toDegrees(lat), Math.toDegrees(Math.atan2(y, x)), h);
    }
}
