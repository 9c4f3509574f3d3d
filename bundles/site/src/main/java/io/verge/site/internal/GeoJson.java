package io.verge.site.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.verge.api.geo.Position;
import io.verge.api.geo.SiteFrame;
import io.verge.api.geo.Wgs84;
import io.verge.api.site.Approach;
import io.verge.api.site.Conflict;
import io.verge.api.site.Connection;
import io.verge.api.site.Crosswalk;
import io.verge.api.site.Lane;
import io.verge.api.site.SiteMap;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A map as GeoJSON, one feature a line, so that the line of a problem names one. */
public final class GeoJson {
    /** Decimals of a degree: a millimetre. */
    private static final int DEGREES = 8;
    /** Decimals of metres and metres per second. */
    private static final int METRES = 2;
    /** Metres above or below the origin from which a point tells its elevation. */
    private static final double FLAT = 0.05;

    private static final JsonFactory JSON = JsonFactory.builder().build();

    private final SiteMap map;
    private final SiteFrame frame;

    private GeoJson(SiteMap map, SiteFrame frame) {
        this.map = map;
        this.frame = frame;
    }

    /**
     * The whole text.
     *
     * @param frame the frame of the map's positions
     */
    public static String of(SiteMap map, SiteFrame frame) {
        GeoJson json = new GeoJson(map, frame);
        List<String> features = new ArrayList<>();
        map.approaches().forEach(approach -> features.add(object(out -> json.approach(out, approach))));
        map.lanes().forEach(lane -> features.add(object(out -> json.lane(out, lane))));
        map.crosswalks().forEach(crosswalk -> features.add(object(out -> json.crosswalk(out, crosswalk))));
        return "{\"type\":\"FeatureCollection\",\n\"verge\":" + object(json::header) + ",\n\"features\":[\n"
                + String.join(",\n", features) + "\n]}\n";
    }

    /** What writes the members of an object. */
    private interface Body {
        void write(JsonGenerator out) throws IOException;
    }

    private static String object(Body body) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            out.writeStartObject();
            body.write(out);
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a text in memory can always be written
        }
        return text.toString();
    }

    private void header(JsonGenerator out) throws IOException {
        out.writeNumberField("region", map.region());
        out.writeNumberField("id", map.id());
        out.writeStringField("name", map.name());
        out.writeNumberField("revision", map.revision());
        out.writeArrayFieldStart("conflicts");
        for (Conflict conflict : map.conflicts().stream()
                .sorted(Comparator.comparingInt(Conflict::group).thenComparingInt(Conflict::other))
                .toList()) {
            out.writeArray(new int[] {conflict.group(), conflict.other()}, 0, 2);
        }
        out.writeEndArray();
    }

    private void approach(JsonGenerator out, Approach approach) throws IOException {
        out.writeStringField("type", "Feature");
        out.writeObjectFieldStart("geometry");
        out.writeStringField("type", "Point");
        out.writeFieldName("coordinates");
        point(out, outerEnd(approach.id()));
        out.writeEndObject();
        properties(out, "approach", approach.id());
        out.writeStringField("name", approach.name());
        if (approach.upstreamNode() != 0) {
            out.writeNumberField("upstreamNode", approach.upstreamNode());
        }
        out.writeEndObject();
    }

    /** Where the lanes of an approach are farthest from the crossing, in the middle of them; the origin without lanes. */
    private Position outerEnd(int approach) {
        double east = 0;
        double north = 0;
        int count = 0;
        for (Lane lane : map.lanes()) {
            if (lane.approach() == approach) {
                List<Position> line = lane.centreLine();
                Position end = line.get(lane.ingress() ? 0 : line.size() - 1);
                east += end.east();
                north += end.north();
                count++;
            }
        }
        return count == 0 ? new Position(0, 0, 0) : new Position(east / count, north / count, 0);
    }

    private void lane(JsonGenerator out, Lane lane) throws IOException {
        line(out, lane.centreLine());
        properties(out, "lane", lane.id());
        out.writeNumberField("approach", lane.approach());
        out.writeStringField("use", lane.use().name().toLowerCase(Locale.ROOT));
        out.writeBooleanField("ingress", lane.ingress());
        out.writeNumberField("width", rounded(lane.width(), METRES));
        if (!Double.isNaN(lane.speedLimit())) {
            out.writeNumberField("speedLimit", rounded(lane.speedLimit(), METRES));
        }
        out.writeArrayFieldStart("connections");
        for (Connection connection : lane.connections()) {
            out.writeStartObject();
            out.writeNumberField("to", connection.toLane());
            out.writeStringField(
                    "manoeuvre",
                    connection.manoeuvre().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            signalGroup(out, connection.signalGroup());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private void crosswalk(JsonGenerator out, Crosswalk crosswalk) throws IOException {
        line(out, crosswalk.centreLine());
        properties(out, "crosswalk", crosswalk.id());
        out.writeNumberField("approach", crosswalk.approach());
        out.writeNumberField("width", rounded(crosswalk.width(), METRES));
        signalGroup(out, crosswalk.signalGroup());
        out.writeEndObject();
    }

    private static void signalGroup(JsonGenerator out, @Nullable Integer group) throws IOException {
        if (group != null) {
            out.writeNumberField("signalGroup", group);
        }
    }

    /** Leaves the properties open. */
    private static void properties(JsonGenerator out, String kind, int id) throws IOException {
        out.writeObjectFieldStart("properties");
        out.writeStringField("kind", kind);
        out.writeNumberField("id", id);
    }

    private void line(JsonGenerator out, List<Position> points) throws IOException {
        out.writeStringField("type", "Feature");
        out.writeObjectFieldStart("geometry");
        out.writeStringField("type", "LineString");
        out.writeArrayFieldStart("coordinates");
        for (Position point : points) {
            point(out, point);
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private void point(JsonGenerator out, Position point) throws IOException {
        Wgs84 earth = frame.toWgs84(point);
        out.writeStartArray();
        out.writeNumber(rounded(earth.longitude(), DEGREES));
        out.writeNumber(rounded(earth.latitude(), DEGREES));
        if (Math.abs(earth.elevation() - frame.origin().elevation()) > FLAT) {
            out.writeNumber(rounded(earth.elevation(), METRES));
        }
        out.writeEndArray();
    }

    private static BigDecimal rounded(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    }
}
