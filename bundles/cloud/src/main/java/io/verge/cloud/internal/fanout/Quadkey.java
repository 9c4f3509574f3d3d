package io.verge.cloud.internal.fanout;

import io.verge.api.geo.Wgs84;

/**
 * Tiles of the world in Mercator's projection, as map services number them: each digit, 0 to 3, halves the tile before in both ways,
 * north-west first.
 */
final class Quadkey {
    /** Where the square map of the world ends, degrees. */
    private static final double EDGE = 85.05112878;

    private static final double WORLD = 360;

    private Quadkey() {}

    /**
     * The tile in which a position is; beyond the edge of the map the one at its edge.
     *
     * @param zoom digits, 1 to 30
     */
    static String of(Wgs84 position, int zoom) {
        double latitude = Math.max(-EDGE, Math.min(EDGE, position.latitude()));
        double sine = Math.sin(Math.toRadians(latitude));
        int column = tile((position.longitude() + WORLD / 2) / WORLD, zoom);
        int row = tile(0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI), zoom);
        StringBuilder digits = new StringBuilder(zoom);
        for (int bit = zoom - 1; bit >= 0; bit--) {
            digits.append(2 * (row >> bit & 1) + (column >> bit & 1));
        }
        return digits.toString();
    }

    private static int tile(double part, int zoom) {
        int tiles = 1 << zoom;
        return Math.max(0, Math.min(tiles - 1, (int) Math.floor(part * tiles)));
    }
}
