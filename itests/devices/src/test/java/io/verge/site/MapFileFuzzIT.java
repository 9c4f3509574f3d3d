package io.verge.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.verge.api.geo.Position;
import io.verge.api.geo.SiteFrame;
import io.verge.api.geo.Wgs84;
import io.verge.api.site.Crosswalk;
import io.verge.api.site.Lane;
import io.verge.api.site.SiteMap;
import io.verge.itests.devices.Seeds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The map of a crossing. Whatever it holds: there is either a map of which everything that refers to something refers to what
 * is there, or at least one problem that fits on a terminal; never both, never neither.
 */
class MapFileFuzzIT {
    private static final SiteFrame FRAME = new SiteFrame(new Wgs84(30.5, 114.3, 21));
    private static final Path FILE = file();
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");
    private static final int LONGEST = 1_500;
    private static final int MOST_PROBLEMS = 100;
    private static final double OUTERMOST = 5_000;
    private static final int MOST_LANES = 255;

    private static final String SMALL =
            """
            {"type": "FeatureCollection",
             "verge": {"region": 1, "id": 417, "name": "a", "revision": 3, "conflicts": [[1, 9]]},
             "features": [
              {"type": "Feature", "geometry": {"type": "Point", "coordinates": [114.3, 30.5]},
               "properties": {"kind": "approach", "id": 1, "name": "n"}},
              {"type": "Feature", "geometry": {"type": "LineString", "coordinates": [[114.3001, 30.5008], [114.3001, 30.5001, 21]]},
               "properties": {"kind": "lane", "id": 11, "approach": 1, "ingress": true, "use": "vehicle", "width": 3.5,
                "speedLimit": 16.7, "connections": [{"to": 12, "manoeuvre": "u-turn", "signalGroup": 1}]}},
              {"type": "Feature", "geometry": {"type": "LineString", "coordinates": [[114.3002, 30.5001], [114.3002, 30.5008]]},
               "properties": {"kind": "lane", "id": 12, "approach": 1, "ingress": false, "use": "bus", "width": 3.5}},
              {"type": "Feature", "geometry": {"type": "LineString", "coordinates": [[114.3, 30.5002], [114.3003, 30.5002]]},
               "properties": {"kind": "crosswalk", "id": 21, "approach": 1, "width": 4, "signalGroup": 9}}]}
            """;

    private static Path file() {
        try {
            Path file = Files.createTempFile("verge-map", ".geojson");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Arguments> geoJson() {
        return new Seeds()
                        .add(List.of(
                                SMALL,
                                SMALL.replace("[[1, 9]]", "[[2e10, 3e10], [1, 1], [1], [-1, 0.5], {}]"),
                                SMALL.replace("114.3", "-114.3e3").replace("30.5", "null"),
                                "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\"},7]}",
                                "[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]"))
                        .stream();
    }

    @MethodSource
    @FuzzTest(maxDuration = "30s")
    void geoJson(byte[] input) throws IOException {
        Files.write(FILE, input);
        MapFile.Result result = MapFile.read(FILE, FRAME);
        assertThat(result.map().isPresent()).isEqualTo(result.problems().isEmpty());
        assertThat(result.problems()).hasSizeLessThanOrEqualTo(MOST_PROBLEMS);
        for (MapProblem problem : result.problems()) {
            assertThat(problem.line()).isBetween(0, input.length + 1);
            assertThat(problem.toString()).hasSizeLessThan(LONGEST);
            assertThat(CONTROL.matcher(problem.toString()).find()).isFalse();
        }
        result.map().ifPresent(MapFileFuzzIT::assertSound);
    }

    private static void assertSound(SiteMap map) {
        Set<Integer> ids = new HashSet<>();
        Set<Integer> groups = new HashSet<>();
        assertThat(map.lanes()).hasSizeBetween(1, MOST_LANES);
        for (Lane lane : map.lanes()) {
            assertThat(ids.add(lane.id())).isTrue();
            assertThat(lane.width()).isBetween(Double.MIN_VALUE, 50.0);
            lane.centreLine().forEach(MapFileFuzzIT::assertNear);
            lane.connections().forEach(connection -> add(groups, connection.signalGroup()));
        }
        for (Crosswalk crosswalk : map.crosswalks()) {
            assertThat(ids.add(crosswalk.id())).isTrue();
            crosswalk.centreLine().forEach(MapFileFuzzIT::assertNear);
            add(groups, crosswalk.signalGroup());
        }
        assertThat(ids).allMatch(id -> id >= 1 && id <= 255);
        assertThat(groups).allMatch(group -> group >= 1 && group <= 255);
        assertThat(map.lanes())
                .flatExtracting(Lane::connections)
                .allMatch(connection -> ids.contains(connection.toLane()));
        assertThat(map.conflicts())
                .allMatch(conflict -> groups.contains(conflict.group()) && groups.contains(conflict.other()));
    }

    private static void assertNear(Position position) {
        assertThat(Math.hypot(position.east(), position.north())).isBetween(0.0, OUTERMOST);
        assertThat(position.up()).isFinite();
    }

    private static void add(Set<Integer> groups, @Nullable Integer group) {
        if (group != null) {
            groups.add(group);
        }
    }
}
