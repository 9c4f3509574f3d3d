package io.verge.api.geo;

/**
 * A position on the earth, WGS84 (CGCS2000 and ETRS89 agree with it to decimetres). Never GCJ-02.
 *
 * @param latitude degrees, −90 to 90, north positive
 * @param longitude degrees, −180 to 180, east positive
 * @param elevation metres above the ellipsoid
 */
public record Wgs84(double latitude, double longitude, double elevation) {
    public Wgs84 {
        if (!(latitude >= -90 && latitude <= 90)) {
            throw new IllegalArgumentException("latitude is -90 to 90 degrees: " + latitude);
        }
        if (!(longitude >= -180 && longitude <= 180)) {
            throw new IllegalArgumentException("longitude is -180 to 180 degrees: " + longitude);
        }
        if (!Double.isFinite(elevation)) {
            throw new IllegalArgumentException("elevation is a finite number of metres: " + elevation);
        }
    }
}
