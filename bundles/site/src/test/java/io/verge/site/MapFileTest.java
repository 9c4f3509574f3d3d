package io.verge.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.verge.api.geo.SiteFrame;
import io.verge.api.geo.Wgs84;
import io.verge.api.site.Approach;
import io.verge.api.site.Conflict;
import io.verge.api.site.Connection;
import io.verge.api.site.Lane;
import io.verge.api.site.LaneUse;
import io.verge.api.site.Manoeuvre;
import io.verge.api.site.SiteMap;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What makes a map, and what is said of a file that makes none. */
class MapFileTest {
    private static final String LAST_LANE = "[114.2999818, 30.4998196], [114.2999818, 30.4989176]";
    private static final String LAST_LANE_BACK = "[114.2999818, 30.4989176], [114.2999818, 30.4998196]";
    private static final String CROSSWALK = "[114.2999479, 30.5001443]";

    private final Path folder;

    MapFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private MapFile.Result read(String text) {
        return MapFile.read(SampleMap.file(folder, text), SampleMap.FRAME);
    }

    private SiteMap map() {
        return read(SampleMap.text()).map().orElseThrow();
    }

    private List<String> problems(String text) {
        MapFile.Result result = read(text);
        assertThat(result.map()).isEmpty();
        return result.problems().stream().map(MapProblem::toString).toList();
    }

    private String spoilt(String what, String by) {
        String text = SampleMap.text();
        assertThat(text).contains(what);
        return text.replace(what, by);
    }

    @Test
    void aGoodFileHasNoProblems() {
        assertThat(read(SampleMap.text()).problems()).isEmpty();
    }

    @Test
    void readsWhatTheMapSaysOfItself() {
        SiteMap map = map();
        assertThat(List.of(map.region(), map.id(), map.name(), map.revision()))
                .isEqualTo(List.of(0, 417, "Demo crossing", 1));
    }

    @Test
    void readsConflictsInEitherOrder() {
        assertThat(map().conflicts())
                .containsExactlyInAnyOrder(new Conflict(1, 2), new Conflict(2, 3), new Conflict(1, 9));
    }

    @Test
    void readsApproachesWithAndWithoutANeighbour() {
        assertThat(map().approaches())
                .containsExactly(
                        new Approach(1, "North", 418), new Approach(2, "East", 0), new Approach(3, "South", 0));
    }

    @Test
    void readsConnectionsWithAndWithoutASignal() {
        assertThat(lane(31).connections())
                .containsExactly(new Connection(12, Manoeuvre.STRAIGHT, 1), new Connection(22, Manoeuvre.RIGHT, null));
    }

    @Test
    void readsTheUseOfALane() {
        assertThat(lane(22).use()).isEqualTo(LaneUse.BUS);
    }

    @Test
    void bringsPointsIntoTheSiteFrame() {
        assertThat(lane(11).centreLine().get(2).north()).isCloseTo(20, within(0.05));
        assertThat(lane(11).centreLine().get(2).east()).isCloseTo(-1.75, within(0.05));
    }

    @Test
    void aPointWithoutElevationLiesAtTheHeightOfTheBox() {
        assertThat(lane(11).centreLine().get(0).up()).isCloseTo(0, within(0.01));
    }

    @Test
    void aPointMayHaveAnElevation() {
        MapFile.Result result = read(spoilt("[114.3000521, 30.5001443]]", "[114.3000521, 30.5001443, 22.5]]"));
        assertThat(result.map()
                        .orElseThrow()
                        .crosswalks()
                        .get(0)
                        .centreLine()
                        .get(1)
                        .up())
                .isCloseTo(1.5, within(0.01));
    }

    @Test
    void aLaneWithoutASpeedLimitHasAnUnknownOne() {
        MapFile.Result result = read(SampleMap.text().replace("\"speedLimit\": 13.9,", ""));
        assertThat(result.map().orElseThrow().lanes().get(0).speedLimit()).isNaN();
    }

    @Test
    void membersThatAreNullAreAbsent() {
        assertThat(read(spoilt(
                                "\"width\": 4.0, \"signalGroup\": 9",
                                "\"width\": 4.0, \"signalGroup\": 9, \"to\": null"))
                        .problems())
                .isEmpty();
    }

    private Lane lane(int id) {
        return map().lanes().stream()
                .filter(lane -> lane.id() == id)
                .findFirst()
                .orElseThrow();
    }

    static Stream<Arguments> slips() {
        return Stream.of(
                Arguments.of(
                        "\"to\": 22, \"manoeuvre\": \"left\"",
                        "\"to\": 99, \"manoeuvre\": \"left\"",
                        "line 13: feature 4 (lane 11): a connection leads to lane 99, which is not there; expected an"
                                + " egress lane"),
                Arguments.of(
                        "\"to\": 22, \"manoeuvre\": \"left\"",
                        "\"to\": 31, \"manoeuvre\": \"left\"",
                        "line 13: feature 4 (lane 11): a connection leads to lane 31, which is an ingress lane;"
                                + " expected an egress lane"),
                Arguments.of(
                        "\"to\": 22, \"manoeuvre\": \"left\"",
                        "\"to\": 32, \"manoeuvre\": \"left\"",
                        "line 13: feature 4 (lane 11): two connections lead to lane 32; expected one at most"),
                Arguments.of(
                        "\"id\": 51",
                        "\"id\": 12",
                        "line 30: feature 10 (crosswalk 12): id 12 is there twice; expected once among lanes and"
                                + " crosswalks"),
                Arguments.of(
                        "\"id\": 3, \"name\"",
                        "\"id\": 2, \"name\"",
                        "line 10: feature 3 (approach 2): approach 2 is there twice; expected once"),
                Arguments.of(
                        "\"use\": \"bus\"",
                        "\"use\": \"tram\"",
                        "line 21: feature 7 (lane 22): \"use\" is \"tram\"; expected one of bicycle, bus, sidewalk,"
                                + " vehicle"),
                Arguments.of(
                        "\"kind\": \"crosswalk\"",
                        "\"kind\": \"zebra\"",
                        "line 30: feature 10 (zebra 51): \"kind\" is \"zebra\"; expected approach, crosswalk or lane"),
                Arguments.of(
                        "\"width\": 4.0",
                        "\"width\": 4.0, \"colour\": \"white\"",
                        "line 30: feature 10 (crosswalk 51): unknown key \"colour\"; expected one of approach, id,"
                                + " kind, signalGroup, width"),
                Arguments.of(
                        "\"width\": 4.0",
                        "\"width\": 0",
                        "line 30: feature 10 (crosswalk 51): \"width\" is 0; expected a number of metres greater than"
                                + " 0 and at most 50.0"),
                Arguments.of(
                        "\"signalGroup\": 9}",
                        "\"signalGroup\": 256}",
                        "line 30: feature 10 (crosswalk 51): \"signalGroup\" is 256; expected a whole number from 1 to"
                                + " 255"),
                Arguments.of(
                        "[9, 1]",
                        "[8, 1]",
                        "line 3: \"conflicts\" names signal group 8, which rules nothing; expected one of a connection"
                                + " or crosswalk"),
                Arguments.of("[9, 1]", "[2, 1]", "line 3: \"conflicts\" names 2 and 1 twice; expected once"),
                Arguments.of(
                        "[9, 1]",
                        "[1, 1]",
                        "line 3: \"conflicts\" holds something else than pairs; expected two different signal groups,"
                                + " such as [1, 2]"),
                Arguments.of(
                        "[9, 1]",
                        "[2e10, 3e10]",
                        "line 3: \"conflicts\" holds something else than pairs; expected two different signal groups,"
                                + " such as [1, 2]"),
                Arguments.of(
                        "\"revision\": 1,",
                        "",
                        "line 3: \"revision\" is missing; expected a whole number from 0 to 127"),
                Arguments.of(
                        "\"revision\": 1,",
                        "\"revision\": 1.5,",
                        "line 3: \"revision\" is 1.5; expected a whole number from 0 to 127"),
                Arguments.of(
                        "\"FeatureCollection\"",
                        "\"Feature\"",
                        "line 2: \"type\" is \"Feature\"; expected FeatureCollection"),
                Arguments.of(
                        "[" + LAST_LANE + "]",
                        "[" + LAST_LANE_BACK + "]",
                        "line 27: feature 9 (lane 32): its first point is 120 m from the crossing; expected at most 60"
                                + " m: an egress lane begins at the crossing; is it drawn the wrong way round?"),
                Arguments.of(
                        "[" + LAST_LANE + "]",
                        "[" + LAST_LANE + ", [114.2999818, 30.4989176]]",
                        "line 26: feature 9 (lane 32): points 2 and 3 are the same; expected each point once"),
                Arguments.of(
                        "\"approach\": 1, \"width\"",
                        "\"approach\": 4, \"width\"",
                        "line 30: feature 10 (crosswalk 51): belongs to approach 4, which is not there; expected [1,"
                                + " 2, 3]"),
                Arguments.of(
                        "\"ingress\": true, \"width\": 3.5, \"speedLimit\": 13.9,\n"
                                + "      \"connections\": [{\"to\": 32, \"manoeuvre\": \"left\"",
                        "\"ingress\": \"yes\", \"width\": 3.5, \"connections\": [{\"to\": 32, \"manoeuvre\": \"left\"",
                        "line 18: feature 6 (lane 21): \"ingress\" is \"yes\"; expected true or false"),
                Arguments.of(
                        "\"name\": \"South\"",
                        "\"name\": 7",
                        "line 10: feature 3 (approach 3): \"name\" is 7; expected a string"),
                Arguments.of(
                        "\"LineString\", \"coordinates\": [" + CROSSWALK,
                        "\"Polygon\", \"coordinates\": [" + CROSSWALK,
                        "line 29: feature 10 (crosswalk 51): \"type\" is \"Polygon\"; expected LineString"),
                Arguments.of(
                        "\"features\"",
                        "\"crs\": {\"type\": \"name\", \"properties\": {\"name\": \"EPSG:3857\"}}, \"features\"",
                        "line 4: \"crs\" names \"EPSG:3857\"; expected none, or WGS84 as"
                                + " urn:ogc:def:crs:OGC:1.3:CRS84"),
                Arguments.of(
                        "\"id\": 417,",
                        "\"id\": 417, \"id\": 417,",
                        "line 3: \"id\" stands twice in one object; expected once"),
                Arguments.of(
                        "[" + CROSSWALK,
                        "[[30.5001443, 114.2999479]",
                        "line 29: feature 10 (crosswalk 51): point [30.5001443, 114.2999479] is not on the earth;"
                                + " expected [longitude, latitude] in degrees, or with the elevation in metres; are"
                                + " longitude and latitude swapped?"),
                Arguments.of(
                        "[" + CROSSWALK,
                        "[[114.2999479, 31.5001443]",
                        "line 29: feature 10 (crosswalk 51): point [114.2999479, 31.5001443] is 110880 m from the box;"
                                + " expected at most 5000 m"),
                Arguments.of(
                        "[" + CROSSWALK,
                        "[[114.2999479]",
                        "line 29: feature 10 (crosswalk 51): has a point that is not made of two or three numbers;"
                                + " expected [longitude, latitude] in degrees, or with the elevation in metres"),
                Arguments.of(
                        "[" + CROSSWALK,
                        "[[114.2999479, 30.5001443, 900]",
                        "line 29: feature 10 (crosswalk 51): elevation 900.0 m is more than 200 m off the box's, 21.0"
                                + " m; leave it out when it is not known"),
                Arguments.of(
                        "[" + CROSSWALK + ", ",
                        "[",
                        "line 29: feature 10 (crosswalk 51): has 1 points; expected at least two"));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("slips")
    void namesTheLineTheFeatureAndWhatWasExpected(String what, String by, String problem) {
        assertThat(problems(spoilt(what, by))).contains(problem);
    }

    @Test
    void tellsAllProblemsAtOnceByLine() {
        String text = spoilt("\"use\": \"bus\"", "\"use\": \"tram\"")
                .replace("\"revision\": 1", "\"revision\": 200")
                .replace("\"id\": 51", "\"id\": 0");
        assertThat(read(text).problems()).extracting(MapProblem::line).containsExactly(3, 21, 30);
    }

    @Test
    void keepsNoMoreThanAHundredProblems() {
        List<String> problems = problems(spoilt("[9, 1]", "0" + ", 0".repeat(999)));
        assertThat(problems).hasSize(100).last().isEqualTo("and 901 more");
    }

    @Test
    void aMissingFileIsAProblem() {
        assertThat(MapFile.read(folder.resolve("none.geojson"), SampleMap.FRAME).problems())
                .containsExactly(new MapProblem(0, "", "there is no such file"));
    }

    @Test
    void aHugeFileIsNotRead() {
        assertThat(problems(" ".repeat(MapFile.MAX_SIZE + 1)))
                .containsExactly("is greater than 1048576 octets; a map of one crossing is far smaller");
    }

    @Test
    void whatIsNotJsonIsToldWithItsLine() {
        assertThat(problems("{\n\"type\": }"))
                .singleElement()
                .asString()
                .startsWith("line 2: is not the JSON of a map: Unexpected character ('}'");
    }

    @Test
    void nothingMayFollowTheMap() {
        assertThat(problems(SampleMap.text() + "{}"))
                .containsExactly("line 33: goes on after its end: expected nothing more");
    }

    @Test
    void anEmptyFileIsAProblem() {
        assertThat(problems("")).containsExactly("is empty; expected a GeoJSON object");
    }

    @Test
    void controlCharactersOfTheFileAreNotRepeated() {
        assertThat(problems(spoilt("\"use\": \"bus\"", "\"use\": \"\\u001b[2J\"")))
                .singleElement()
                .asString()
                .contains("\"?[2J\"");
    }

    @Test
    void aMapHasALane() {
        assertThat(
                        problems(
                                """
                        {"type": "FeatureCollection", "features": [],
                         "verge": {"id": 1, "name": "", "revision": 0, "conflicts": []}}"""))
                .containsExactly("has no lane; expected at least one");
    }

    @Test
    void depthIsBounded() {
        assertThat(problems("[".repeat(100_000))).singleElement().asString().contains("nesting depth");
    }

    @Test
    void theCountOfValuesIsBounded() {
        assertThat(problems("[0" + ",0".repeat(100_000) + "]"))
                .containsExactly("is not JSON: it has more than 50000 values");
    }

    @Test
    void theCountOfPointsIsBounded() {
        String points = IntStream.range(0, 1200)
                .mapToObj(i -> ", [114.2999818, " + (30.5001 + i * 1e-7) + "]")
                .collect(Collectors.joining());
        assertThat(problems(spoilt(CROSSWALK, CROSSWALK + points)))
                .singleElement()
                .asString()
                .endsWith("is beyond the limit of 1000 points for the whole map");
    }

    @Test
    void aMapElsewhereIsToldPointByPoint() {
        MapFile.Result result =
                MapFile.read(SampleMap.file(folder, SampleMap.text()), new SiteFrame(new Wgs84(48.2, 16.4, 200)));
        assertThat(result.problems()).hasSize(18).allSatisfy(problem -> assertThat(problem.text())
                .contains("m from the box; expected at most 5000 m"));
    }
}
