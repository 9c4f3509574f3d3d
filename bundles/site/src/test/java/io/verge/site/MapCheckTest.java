package io.verge.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.geo.Wgs84;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of maps that can be used but are most likely not as the crossing is. */
class MapCheckTest {
    private static final String LANE_12 = "[[114.3000182, 30.5001804], [114.3000182, 30.5010824]]";
    private static final String LANE_22 = "[[114.3002083, 30.4999842], [114.3012497, 30.4999842]]";

    private final Path folder;

    MapCheckTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private MapFile.Check check(String text, Optional<Wgs84> box) {
        return MapFile.check(SampleMap.file(folder, text), box);
    }

    private List<String> warnings(String text) {
        MapFile.Check check = check(text, Optional.empty());
        assertThat(check.problems()).isEmpty();
        return check.warnings().stream().map(MapProblem::toString).toList();
    }

    private static String spoilt(String what, String by) {
        assertThat(SampleMap.text()).contains(what);
        return SampleMap.text().replace(what, by);
    }

    @Test
    void aGoodMapNeedsNoBox() {
        assertThat(check(SampleMap.text(), Optional.empty()).problems()).isEmpty();
    }

    @Test
    void aMapAtItsBoxHasNoProblem() {
        assertThat(check(SampleMap.text(), Optional.of(SampleMap.BOX)).problems())
                .isEmpty();
    }

    @Test
    void aMapFarFromItsBoxIsRefused() {
        assertThat(check(SampleMap.text(), Optional.of(new Wgs84(30.6, 114.3, 0)))
                        .problems())
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.text()).contains("m from the box; expected at most 5000 m"));
    }

    /** The box stands where a map in GCJ-02 would have been drawn from: 537 m beside the map. */
    @Test
    void aMapInTheCoordinatesOfConsumerMapsIsRefused() {
        Wgs84 box = new Wgs84(30.502346, 114.294529, 21);

        assertThat(check(SampleMap.text(), Optional.of(box)).problems())
                .singleElement()
                .asString()
                .contains("m from the box, just as far and in the direction that GCJ-02 shifts places here");
    }

    @Test
    void aMapThatLiesAsFarInAnotherDirectionIsNotSuspected() {
        assertThat(check(SampleMap.text(), Optional.of(new Wgs84(30.4977, 114.3055, 21)))
                        .problems())
                .isEmpty();
    }

    @Test
    void coordinatesThatAreSwappedAreToldAsSuch() {
        String swapped = SampleMap.text().replaceAll("\\[(114\\.\\d+), (30\\.\\d+)\\]", "[$2, $1]");

        assertThat(check(swapped, Optional.empty()).problems())
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.text()).contains("are longitude and latitude swapped?"));
    }

    @Test
    void aMapWithProblemsHasNoWarnings() {
        assertThat(check(spoilt("\"use\": \"bus\"", "\"use\": \"tram\""), Optional.empty())
                        .warnings())
                .isEmpty();
    }

    static Stream<Arguments> oddities() {
        return Stream.of(
                Arguments.of(
                        LANE_12,
                        "[[114.3000182, 30.5003000], [114.3000182, 30.5002000]]",
                        "line 15: feature 5 (lane 12): egress, but its first point is farther from the crossing than"
                                + " its other end; is it drawn the wrong way round, or \"ingress\" wrong?"),
                Arguments.of(
                        LANE_12,
                        "[[114.3000182, 30.5003000], [114.3000182, 30.5002000]]",
                        "line 15: feature 5 (lane 12): leads the same way as lane 11 of the same approach, and one of"
                                + " them says ingress; expected both to say the same"),
                Arguments.of(
                        LANE_12,
                        "[[114.3000182, 30.5004404], [114.3000182, 30.5010824]]",
                        "line 24: feature 8 (lane 31): the connection to lane 12 is 69 m long; expected at most 60 m"
                                + " from one lane to the other"),
                Arguments.of(
                        LANE_12,
                        "[[114.3000182, 30.4997004], [114.3000182, 30.5010824]]",
                        "line 24: feature 8 (lane 31): the connection to lane 12 leads back: it begins 13 m behind"
                                + " this lane's end"),
                Arguments.of(
                        "\"to\": 22, \"manoeuvre\": \"right\"",
                        "\"to\": 22, \"manoeuvre\": \"left\"",
                        "line 24: feature 8 (lane 31): the connection to lane 22 says left, but turns 90 degrees to"
                                + " the right"),
                Arguments.of(
                        LANE_22,
                        "[[114.3002083, 30.5000100], [114.3012497, 30.5000100]]",
                        "line 21: feature 7 (lane 22): lies upon lane 21 for 100 m"),
                Arguments.of(
                        "\"ingress\": false, \"width\": 3.5, \"speedLimit\": 13.9,\n"
                                + "      \"connections\": []}},\n"
                                + "    {\"type\": \"Feature\", \"geometry\": {\"type\": \"LineString\", \"coordinates\":"
                                + " [[114.2999479",
                        "\"ingress\": false, \"width\": 35, \"speedLimit\": 13.9,\n"
                                + "      \"connections\": []}},\n"
                                + "    {\"type\": \"Feature\", \"geometry\": {\"type\": \"LineString\", \"coordinates\":"
                                + " [[114.2999479",
                        "line 27: feature 9 (lane 32): \"width\" is 35.0 m; usual are 2.0 to 7.0 m"),
                Arguments.of(
                        "\"use\": \"bus\", \"ingress\": false, \"width\": 3.5, \"speedLimit\": 13.9",
                        "\"use\": \"bus\", \"ingress\": false, \"width\": 3.5, \"speedLimit\": 50",
                        "line 21: feature 7 (lane 22): \"speedLimit\" is 50.0 m/s, which is 180 km/h; was it written"
                                + " in km/h?"),
                Arguments.of(
                        "\"width\": 4.0",
                        "\"width\": 0.4",
                        "line 30: feature 10 (crosswalk 51): \"width\" is 0.4 m; usual are 1.0 to 20.0 m"),
                Arguments.of(
                        "\"name\"",
                        "\"name\"",
                        "line 24: feature 8 (lane 31): the connection to lane 22 has no signal group, and others of"
                                + " this crossing have one"),
                Arguments.of(
                        "[[1, 2], [2, 3], [9, 1]]",
                        "[]",
                        "line 3: \"conflicts\" is empty: all signal groups may be green together"),
                Arguments.of(
                        "\"width\": 4.0, \"signalGroup\": 9",
                        "\"width\": 4.0",
                        "line 30: feature 10 (crosswalk 51): has no signal group, and others of this crossing have"
                                + " one"),
                Arguments.of(
                        "[2, 3], ",
                        "",
                        "line 3: ways of these signal groups meet, and \"conflicts\" lets them be green together:"
                                + " [1, 3] (lane 31 to 12 and lane 11 to 22), [2, 3] (lane 21 to 32 and lane 11 to"
                                + " 22), [3, 9] (lane 11 to 22 and crosswalk 51); right only where one of them"
                                + " yields"),
                Arguments.of(
                        "[9, 1]",
                        "[9, 1], [9, 2]",
                        "line 3: \"conflicts\" names signal groups whose ways never meet: [2, 9]"));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("oddities")
    void warnsWithLineAndFeature(String what, String by, String warning) {
        String text = spoilt(what, by);
        assertThat(warnings(withoutTheCrosswalkWhenItRulesNothing(text))).contains(warning);
    }

    /** A crosswalk that lost its group leaves a conflict that names nobody, which would be a problem and no warning. */
    private static String withoutTheCrosswalkWhenItRulesNothing(String text) {
        return text.contains("\"signalGroup\": 9") ? text : text.replace(", [9, 1]", "");
    }
}
