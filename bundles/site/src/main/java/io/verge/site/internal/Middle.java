package io.verge.site.internal;

import io.verge.api.geo.Wgs84;
import java.util.ArrayList;
import java.util.List;

/** Where a map lies, when nobody says where its box stands. */
public final class Middle {
    private final List<Double> longitudes = new ArrayList<>();
    private final List<Double> latitudes = new ArrayList<>();
    private final List<Double> elevations = new ArrayList<>();

    private Middle() {}

    /**
     * The median of all coordinates, so that a point that slipped does not matter. Of coordinates that are swapped it is the place
     * that is meant; of none it is 0, 0.
     */
    public static Wgs84 of(Json json) {
        Middle middle = new Middle();
        if (json instanceof Json.Obj collection && collection.members().get("features") instanceof Json.Arr features) {
            for (Json feature : features.items()) {
                if (feature instanceof Json.Obj object
                        && object.members().get("geometry") instanceof Json.Obj geometry
                        && geometry.members().get("coordinates") instanceof Json.Arr coordinates) {
                    middle.add(coordinates);
                }
            }
        }
        return middle.place();
    }

    private void add(Json.Arr coordinates) {
        List<Json> items = coordinates.items();
        if (items.size() >= 2
                && items.get(0) instanceof Json.Num longitude
                && items.get(1) instanceof Json.Num latitude) {
            longitudes.add(longitude.value());
            latitudes.add(latitude.value());
            if (items.size() > 2 && items.get(2) instanceof Json.Num elevation) {
                elevations.add(elevation.value());
            }
            return;
        }
        for (Json item : items) {
            if (item instanceof Json.Arr inner) {
                add(inner);
            }
        }
    }

    private Wgs84 place() {
        double latitude = median(latitudes);
        double longitude = median(longitudes);
        double elevation = median(elevations);
        double height = Double.isFinite(elevation) ? elevation : 0;
        if (Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) {
            return new Wgs84(latitude, longitude, height);
        }
        boolean swapped = Math.abs(longitude) <= 90 && Math.abs(latitude) <= 180;
        return swapped ? new Wgs84(longitude, latitude, height) : new Wgs84(0, 0, 0);
    }

    private static double median(List<Double> values) {
        values.sort(null);
        return values.isEmpty() ? 0 : values.get(values.size() / 2);
    }
}
