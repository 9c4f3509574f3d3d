package io.verge.site.internal;

import io.verge.api.geo.Position;
import io.verge.api.geo.SiteFrame;
import io.verge.api.site.LaneUse;
import io.verge.api.site.Manoeuvre;
import io.verge.api.site.SiteMap;
import io.verge.site.internal.review.Review;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A GeoJSON object to a map. Reads all of it before it gives up, so that all problems are told at once. */
public final class MapReader {
    private static final Set<String> COLLECTION = Set.of("type", "verge", "features", "name", "bbox", "crs");
    private static final Set<String> HEADER = Set.of("region", "id", "name", "revision", "conflicts");
    private static final Set<String> FEATURE = Set.of("type", "id", "bbox", "geometry", "properties");
    private static final Set<String> GEOMETRY = Set.of("type", "bbox", "coordinates");
    private static final Set<String> APPROACH = Set.of("kind", "id", "name", "upstreamNode");
    private static final Set<String> LANE =
            Set.of("kind", "id", "approach", "use", "ingress", "width", "speedLimit", "connections");
    private static final Set<String> CONNECTION = Set.of("to", "manoeuvre", "signalGroup");
    private static final Set<String> CROSSWALK = Set.of("kind", "id", "approach", "width", "signalGroup");

    private static final Map<String, LaneUse> USES = Map.of(
            "vehicle", LaneUse.VEHICLE,
            "bus", LaneUse.BUS,
            "bicycle", LaneUse.BICYCLE,
            "sidewalk", LaneUse.SIDEWALK);
    private static final Map<String, Manoeuvre> MANOEUVRES = Map.of(
            "straight", Manoeuvre.STRAIGHT,
            "left", Manoeuvre.LEFT,
            "right", Manoeuvre.RIGHT,
            "u-turn", Manoeuvre.U_TURN);

    private static final int MAX_NODE = 65_535;
    private static final int MAX_REVISION = 127;
    private static final int MAX_APPROACH = 15;
    private static final int MAX_ID = 255;
    private static final double MAX_WIDTH = 50;
    private static final double MAX_SPEED = 70;

    private final Problems problems;
    private final Coordinates coordinates;
    private final Draft draft = new Draft();
    private int headerLine;

    private MapReader(SiteFrame frame, Problems problems) {
        this.problems = problems;
        this.coordinates = new Coordinates(frame, problems);
    }

    /**
     * The map; empty, with problems, when something in it is wrong.
     *
     * @param frame around the box
     */
    public static Optional<SiteMap> read(Json json, SiteFrame frame, Problems problems) {
        Draft draft = whole(json, frame, problems).draft;
        return problems.none() ? Optional.of(draft.map()) : Optional.empty();
    }

    /**
     * Tells all problems and, when there are none, what is odd.
     *
     * @param frame around the box
     */
    public static void check(Json json, SiteFrame frame, Problems problems, Problems warnings) {
        MapReader reader = whole(json, frame, problems);
        if (problems.none()) {
            Review.of(reader.draft.map(), new Findings(reader.draft, reader.headerLine, warnings));
        }
    }

    private static MapReader whole(Json json, SiteFrame frame, Problems problems) {
        MapReader reader = new MapReader(frame, problems);
        if (json instanceof Json.Obj collection) {
            reader.collection(collection);
            Consistency.check(reader.draft, frame, problems);
        } else {
            problems.add(json.line(), "", "is " + json.shown() + "; expected a GeoJSON object");
        }
        return reader;
    }

    private void collection(Json.Obj object) {
        Members members = new Members(object, "", problems, COLLECTION);
        members.oneOf("type", Map.of("FeatureCollection", true));
        if (members.has("crs")) {
            members.object("crs", "an object").ifPresent(this::wgs84);
        }
        members.object("verge", "an object with region, id, name, revision and conflicts")
                .ifPresent(this::header);
        int number = 0;
        for (Json feature : items(members.list("features", "a list of features"))) {
            number++;
            if (feature instanceof Json.Obj found) {
                feature(found, number);
            } else {
                problems.add(feature.line(), "feature " + number, "is " + feature.shown() + "; expected an object");
            }
        }
    }

    /** RFC 7946 knows WGS84 only; editors that write the older "crs" member may mean something else. */
    private void wgs84(Json.Obj crs) {
        String name = crs.members().get("properties") instanceof Json.Obj properties
                        && properties.members().get("name") instanceof Json.Text text
                ? text.value()
                : "";
        if (!name.endsWith(":CRS84") && !name.endsWith(":4326")) {
            problems.add(
                    crs.line(),
                    "",
                    "\"crs\" names \"" + name + "\"; expected none, or WGS84 as urn:ogc:def:crs:OGC:1.3:CRS84");
        }
    }

    private void header(Json.Obj object) {
        headerLine = object.line();
        Members members = new Members(object, "", problems, HEADER);
        draft.header = new Draft.Header(
                members.whole("region", 0, MAX_NODE, 0).orElse(Draft.WRONG),
                members.whole("id", 0, MAX_NODE).orElse(Draft.WRONG),
                members.text("name").orElse(""),
                members.whole("revision", 0, MAX_REVISION).orElse(Draft.WRONG),
                conflicts(items(members.list(
                        "conflicts",
                        "a list of pairs of signal groups that must not be green together, [] when there are none"))));
    }

    private List<Draft.Pair> conflicts(List<Json> items) {
        List<Draft.Pair> pairs = new ArrayList<>();
        for (Json item : items) {
            if (item instanceof Json.Arr pair
                    && pair.items().size() == 2
                    && pair.items().get(0) instanceof Json.Num first
                    && pair.items().get(1) instanceof Json.Num second
                    && isGroup(first)
                    && isGroup(second)
                    && first.value() != second.value()) {
                pairs.add(new Draft.Pair(item.line(), (int) first.value(), (int) second.value()));
            } else {
                problems.add(
                        item.line(),
                        "",
                        "\"conflicts\" holds something else than pairs; expected two different signal groups, such as"
                                + " [1, 2]");
            }
        }
        return pairs;
    }

    private static boolean isGroup(Json.Num number) {
        return number.whole() && number.value() >= 1 && number.value() <= MAX_ID;
    }

    private void feature(Json.Obj object, int number) {
        String nameless = "feature " + number;
        Members members = new Members(object, nameless, problems, FEATURE);
        members.oneOf("type", Map.of("Feature", true));
        Optional<Json.Obj> geometry = members.object("geometry", "a geometry");
        Optional<Json.Obj> properties = members.object("properties", "an object with a kind");
        if (properties.isEmpty()) {
            return;
        }
        Json.Obj found = properties.get();
        String kind = found.members().get("kind") instanceof Json.Text text ? text.value() : "";
        String feature = name(nameless, kind, found.members().get("id"));
        switch (kind) {
            case "approach" -> approach(found, feature, geometry);
            case "lane" -> lane(found, feature, geometry);
            case "crosswalk" -> crosswalk(found, feature, geometry);
            default -> {
                Json value = found.members().get("kind");
                problems.add(
                        value == null ? found.line() : value.line(),
                        feature,
                        "\"kind\" is " + (value == null ? "missing" : value.shown())
                                + "; expected approach, crosswalk or lane");
            }
        }
    }

    private static String name(String nameless, String kind, @Nullable Json id) {
        return kind.isEmpty() || !(id instanceof Json.Num) ? nameless : nameless + " (" + kind + " " + id.shown() + ")";
    }

    private void approach(Json.Obj properties, String feature, Optional<Json.Obj> geometry) {
        Members members = new Members(properties, feature, problems, APPROACH);
        geometry.flatMap(found -> shape(found, "Point", feature)).ifPresent(point -> coordinates.point(point, feature));
        draft.arms.add(new Draft.Arm(
                properties.line(),
                feature,
                members.whole("id", 1, MAX_APPROACH).orElse(Draft.WRONG),
                members.text("name").orElse(""),
                members.whole("upstreamNode", 0, MAX_NODE, 0).orElse(Draft.WRONG)));
    }

    private void lane(Json.Obj properties, String feature, Optional<Json.Obj> geometry) {
        Members members = new Members(properties, feature, problems, LANE);
        draft.strips.add(new Draft.Strip(
                properties.line(),
                feature,
                members.whole("id", 1, MAX_ID).orElse(Draft.WRONG),
                members.whole("approach", 1, MAX_APPROACH).orElse(Draft.WRONG),
                members.oneOf("use", USES).orElse(LaneUse.VEHICLE),
                members.flag("ingress").orElse(null),
                members.positive("width", MAX_WIDTH, "metres").orElse(Double.NaN),
                members.has("speedLimit")
                        ? members.positive("speedLimit", MAX_SPEED, "metres per second")
                                .orElse(Double.NaN)
                        : Double.NaN,
                line(geometry, feature),
                members.has("connections") ? ways(items(members.list("connections", "a list")), feature) : List.of()));
    }

    private List<Draft.Way> ways(List<Json> items, String feature) {
        List<Draft.Way> ways = new ArrayList<>();
        for (Json item : items) {
            if (item instanceof Json.Obj object) {
                Members members = new Members(object, feature, problems, CONNECTION);
                ways.add(new Draft.Way(
                        object.line(),
                        members.whole("to", 1, MAX_ID).orElse(Draft.WRONG),
                        members.oneOf("manoeuvre", MANOEUVRES).orElse(Manoeuvre.STRAIGHT),
                        signalGroup(members)));
            } else {
                problems.add(item.line(), feature, "a connection is " + item.shown() + "; expected an object");
            }
        }
        return ways;
    }

    private void crosswalk(Json.Obj properties, String feature, Optional<Json.Obj> geometry) {
        Members members = new Members(properties, feature, problems, CROSSWALK);
        draft.crossings.add(new Draft.Crossing(
                properties.line(),
                feature,
                members.whole("id", 1, MAX_ID).orElse(Draft.WRONG),
                members.whole("approach", 1, MAX_APPROACH).orElse(Draft.WRONG),
                members.positive("width", MAX_WIDTH, "metres").orElse(Double.NaN),
                line(geometry, feature),
                signalGroup(members)));
    }

    private static @Nullable Integer signalGroup(Members members) {
        if (!members.has("signalGroup")) {
            return null;
        }
        int group = members.whole("signalGroup", 1, MAX_ID).orElse(Draft.WRONG);
        return group == Draft.WRONG ? null : group;
    }

    private List<Position> line(Optional<Json.Obj> geometry, String feature) {
        return geometry.flatMap(found -> shape(found, "LineString", feature))
                .map(points -> coordinates.line(points, feature))
                .orElse(List.of());
    }

    private static List<Json> items(Optional<Json.Arr> list) {
        return list.map(Json.Arr::items).orElse(List.of());
    }

    private Optional<Json.Arr> shape(Json.Obj geometry, String type, String feature) {
        Members members = new Members(geometry, feature, problems, GEOMETRY);
        boolean right = members.oneOf("type", Map.of(type, true)).isPresent();
        Optional<Json.Arr> found = members.list("coordinates", "the coordinates of a " + type);
        return right ? found : Optional.empty();
    }
}
