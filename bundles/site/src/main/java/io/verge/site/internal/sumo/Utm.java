package io.verge.site.internal.sumo;

import io.verge.api.geo.Wgs84;

/**
 * Universal Transverse Mercator on WGS84, from the plane to the earth: Krüger's series to the fourth power of the flattening,
 * which is exact to a millimetre within a zone.
 */
record Utm(int zone, boolean south) {
    private static final double A = 6_378_137.0;
    private static final double F = 1 / 298.257223563;
    private static final double SCALE = 0.9996;
    private static final double FALSE_EASTING = 500_000;
    private static final double FALSE_NORTHING = 10_000_000;

    private static final double N = F / (2 - F);
    private static final double N2 = N * N;
    private static final double N3 = N2 * N;
    private static final double RECTIFYING = A / (1 + N) * (1 + N2 / 4 + N2 * N2 / 64);
    private static final double[] BETA = {
        N / 2 - 2 * N2 / 3 + 37 * N3 / 96, N2 / 48 + N3 / 15, 17 * N3 / 480,
    };
    private static final double[] DELTA = {
        2 * N - 2 * N2 / 3 - 2 * N3, 7 * N2 / 3 - 8 * N3 / 5, 56 * N3 / 15,
    };

    Wgs84 toEarth(double easting, double northing) {
        double xi = (northing - (south ? FALSE_NORTHING : 0)) / (SCALE * RECTIFYING);
        double eta = (easting - FALSE_EASTING) / (SCALE * RECTIFYING);
        double along = xi;
        double across = eta;
        for (int j = 1; j <= BETA.length; j++) {
            along -= BETA[j - 1] * Math.sin(2 * j * xi) * Math.cosh(2 * j * eta);
            across -= BETA[j - 1] * Math.cos(2 * j * xi) * Math.sinh(2 * j * eta);
        }
        double conformal = Math.asin(Math.sin(along) / Math.cosh(across));
        double latitude = conformal;
        for (int j = 1; j <= DELTA.length; j++) {
            latitude += DELTA[j - 1] * Math.sin(2 * j * conformal);
        }
        double longitude = Math.atan2(Math.sinh(across), Math.cos(along));
        return new Wgs84(Math.toDegrees(latitude), zone * 6 - 183 + Math.toDegrees(longitude), 0);
    }
}
