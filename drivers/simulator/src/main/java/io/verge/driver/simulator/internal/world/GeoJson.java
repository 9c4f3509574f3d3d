package io.verge.driver.simulator.internal.world;

import io.verge.api.geo.Position;
import io.verge.api.geo.SiteFrame;
import io.verge.api.geo.Wgs84;
import io.verge.api.site.Approach;
import io.verge.api.site.Conflict;
import io.verge.api.site.Connection;
import io.verge.api.site.Crosswalk;
import io.verge.api.site.Lane;
import io.verge.api.site.SiteMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A map as the GeoJSON (RFC 7946) that a profile names: one feature a line, coordinates to a millimetre. The same map gives the
 * same text.
 */
public final class GeoJson {
    private GeoJson() {}

    /** The whole file. */
    public static String of(SiteMap map, SiteFrame frame) {
        List<String> features = new ArrayList<>();
        for (Approach approach : map.approaches()) {
            features.add(feature("Point", point(middle(approach, map), frame), properties(approach)));
        }
        for (Lane lane : map.lanes()) {
            features.add(feature("LineString", line(lane.centreLine(), frame), properties(lane)));
        }
        for (Crosswalk crosswalk : map.crosswalks()) {
            features.add(feature("LineString", line(crosswalk.centreLine(), frame), properties(crosswalk)));
        }
        return "{\"type\": \"FeatureCollection\",\n \"verge\": " + header(map) + ",\n \"features\": [\n  "
                + String.join(",\n  ", features) + "\n ]}\n";
    }

    private static String header(SiteMap map) {
        String conflicts = map.conflicts().stream()
                .sorted(Comparator.comparingInt(Conflict::group).thenComparingInt(Conflict::other))
                .map(conflict -> "[" + conflict.group() + ", " + conflict.other() + "]")
                .collect(Collectors.joining(", "));
        return "{\"region\": " + map.region() + ", \"id\": " + map.id() + ", \"name\": \"" + map.name()
                + "\", \"revision\": " + map.revision() + ",\n  \"conflicts\": [" + conflicts + "]}";
    }

    /** Where an arm begins: the middle between the far ends of its lanes. */
    private static Position middle(Approach approach, SiteMap map) {
        List<Position> ends = map.lanes().stream()
                .filter(lane -> lane.approach() == approach.id())
                .map(lane -> lane.centreLine()
                        .get(lane.ingress() ? 0 : lane.centreLine().size() - 1))
                .toList();
        return new Position(
                ends.stream().mapToDouble(Position::east).average().orElse(0),
                ends.stream().mapToDouble(Position::north).average().orElse(0),
                0);
    }

    private static String properties(Approach approach) {
        return "\"kind\": \"approach\", \"id\": " + approach.id() + ", \"name\": \"" + approach.name()
                + "\", \"upstreamNode\": " + approach.upstreamNode();
    }

    private static String properties(Lane lane) {
        String connections =
                lane.connections().stream().map(GeoJson::connection).collect(Collectors.joining(", "));
        return "\"kind\": \"lane\", \"id\": " + lane.id() + ", \"approach\": " + lane.approach() + ", \"use\": \""
                + lane.use().name().toLowerCase(Locale.ROOT) + "\", \"ingress\": " + lane.ingress() + ", \"width\": "
                + lane.width() + ", \"speedLimit\": " + lane.speedLimit() + ", \"connections\": [" + connections + "]";
    }

    private static String connection(Connection connection) {
        String manoeuvre =
                connection.manoeuvre().name().toLowerCase(Locale.ROOT).replace('_', '-');
        String group = connection.signalGroup() == null ? "" : ", \"signalGroup\": " + connection.signalGroup();
        return "{\"to\": " + connection.toLane() + ", \"manoeuvre\": \"" + manoeuvre + "\"" + group + "}";
    }

    private static String properties(Crosswalk crosswalk) {
        String group = crosswalk.signalGroup() == null ? "" : ", \"signalGroup\": " + crosswalk.signalGroup();
        return "\"kind\": \"crosswalk\", \"id\": " + crosswalk.id() + ", \"approach\": " + crosswalk.approach()
                + ", \"width\": " + crosswalk.width() + group;
    }

    private static String feature(String type, String coordinates, String properties) {
        return "{\"type\": \"Feature\", \"geometry\": {\"type\": \"" + type + "\", \"coordinates\": " + coordinates
                + "}, \"properties\": {" + properties + "}}";
    }

    private static String line(List<Position> positions, SiteFrame frame) {
        return positions.stream().map(position -> point(position, frame)).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String point(Position position, SiteFrame frame) {
        Wgs84 place = frame.toWgs84(position);
        return String.format(Locale.ROOT, "[%.8f, %.8f]", place.longitude(), place.latitude());
    }
}
