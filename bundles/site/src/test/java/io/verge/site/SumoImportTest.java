package io.verge.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.verge.api.geo.Wgs84;
import io.verge.api.site.Approach;
import io.verge.api.site.Conflict;
import io.verge.api.site.Connection;
import io.verge.api.site.Crosswalk;
import io.verge.api.site.Lane;
import io.verge.api.site.LaneUse;
import io.verge.api.site.Manoeuvre;
import io.verge.api.site.SiteMap;
import io.verge.site.SumoImport.Groups;
import io.verge.site.SumoImport.Options;
import io.verge.testkit.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The map of a crossing that another program made: four arms of two lanes in and two out, turning lanes, walkers. */
class SumoImportTest {
    private static final Options HERE = Options.defaults().at(SampleMap.BOX);

    private byte[] net = new byte[0];

    @BeforeEach
    void read() throws IOException {
        net = Files.readAllBytes(DataFolder.file("trajectories/x4.net.xml"));
    }

    private SumoImport.Result imported() throws MapImportException {
        return SumoImport.read(net, HERE);
    }

    private SiteMap map() throws MapImportException {
        return imported().imported().map();
    }

    private Lane lane(String netLane) throws MapImportException {
        SumoImport.Result result = imported();
        int id = result.lanes().getOrDefault(netLane, 0);
        return result.imported().map().lanes().stream()
                .filter(lane -> lane.id() == id)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theResultIsAMapWithoutProblems(@TempDir Path folder) throws MapImportException {
        ImportedMap imported = imported().imported();
        String text = MapFile.write(imported.map(), imported.frame());

        assertThat(MapFile.read(SampleMap.file(folder, text), SampleMap.FRAME).problems())
                .isEmpty();
    }

    @Test
    void theResultIsReadAsItWasWritten(@TempDir Path folder) throws MapImportException {
        ImportedMap imported = imported().imported();
        Path file = SampleMap.file(folder, MapFile.write(imported.map(), imported.frame()));
        SiteMap read = MapFile.read(file, SampleMap.FRAME).map().orElseThrow();

        assertThat(read)
                .usingRecursiveComparison()
                .withComparatorForType(
                        (a, b) -> (Double.isNaN(a) && Double.isNaN(b)) || Math.abs(a - b) < 0.01 ? 0 : 1, Double.class)
                .isEqualTo(imported.map());
    }

    @Test
    void theArmsGoClockwiseFromTheNorth() throws MapImportException {
        assertThat(map().approaches())
                .containsExactly(
                        new Approach(1, "North", 0),
                        new Approach(2, "East", 0),
                        new Approach(3, "South", 0),
                        new Approach(4, "West", 0));
    }

    @Test
    void hasAllLanesOfTheJunctionsRoads() throws MapImportException {
        List<Lane> lanes = map().lanes();

        assertThat(lanes).hasSize(28);
        assertThat(lanes.stream().filter(lane -> lane.use() == LaneUse.VEHICLE && lane.ingress()))
                .hasSize(12);
        assertThat(lanes.stream().filter(lane -> lane.use() == LaneUse.VEHICLE && !lane.ingress()))
                .hasSize(8);
        assertThat(lanes.stream().filter(lane -> lane.use() == LaneUse.SIDEWALK))
                .hasSize(8);
    }

    @Test
    void numbersLanesByTheirApproach() throws MapImportException {
        assertThat(map().lanes())
                .allSatisfy(lane -> assertThat(lane.id() / 10).isEqualTo(lane.approach()))
                .extracting(Lane::id)
                .doesNotHaveDuplicates();
    }

    @Test
    void hasAllConnectionsOfVehicles() throws MapImportException {
        List<Connection> connections = map().lanes().stream()
                .flatMap(lane -> lane.connections().stream())
                .toList();

        assertThat(connections).hasSize(16);
        assertThat(connections.stream().filter(way -> way.manoeuvre() == Manoeuvre.STRAIGHT))
                .hasSize(8);
        assertThat(connections).noneMatch(way -> way.signalGroup() == null);
    }

    @Test
    void aLaneKeepsItsConnections() throws MapImportException {
        int egress = lane("A0right0_2").id();
        assertThat(lane("top0A0.160.00_3").connections())
                .containsExactly(new Connection(
                        egress, Manoeuvre.LEFT, imported().groups().get(3)));
    }

    @Test
    void lanesLieAboutTheCentreOfTheJunction() throws MapImportException {
        Lane lane = lane("top0A0.160.00_3");
        var stopLine = lane.centreLine().get(lane.centreLine().size() - 1);

        assertThat(stopLine.east()).isCloseTo(0, within(0.01));
        assertThat(stopLine.north()).isCloseTo(12, within(0.01));
    }

    @Test
    void aLaneReachesBackOverTheRoadThatItOnlyGoesOnFrom() throws MapImportException {
        assertThat(lane("top0A0_1")).isEqualTo(lane("top0A0.160.00_1"));
        assertThat(lane("top0A0_1").centreLine().get(0).north()).isCloseTo(220, within(0.01));
    }

    @Test
    void aTurningLaneBeginsWhereItOpens() throws MapImportException {
        assertThat(lane("top0A0.160.00_3").centreLine().get(0).north()).isCloseTo(56, within(0.01));
    }

    @Test
    void lanesHaveTheWidthAndSpeedOfTheNetOrTheUsualOnes() throws MapImportException {
        assertThat(lane("top0A0.160.00_1").width()).isEqualTo(3.2);
        assertThat(lane("top0A0.160.00_1").speedLimit()).isEqualTo(13.89);
        assertThat(lane("top0A0.160.00_0").width()).isEqualTo(2.5);
        assertThat(lane("top0A0.160.00_0").speedLimit()).isNaN();
    }

    @Test
    void crosswalksKeepTheirApproachWidthAndGroup() throws MapImportException {
        SumoImport.Result result = imported();

        assertThat(map().crosswalks()).extracting(Crosswalk::approach).containsExactly(1, 2, 3, 4);
        assertThat(map().crosswalks()).extracting(Crosswalk::width).containsOnly(4.0);
        assertThat(map().crosswalks())
                .extracting(Crosswalk::signalGroup)
                .containsExactly(
                        result.groups().get(16),
                        result.groups().get(17),
                        result.groups().get(18),
                        result.groups().get(19));
    }

    @Test
    void linksThatAlwaysShowTheSameAreOneGroup() throws MapImportException {
        var groups = imported().groups();

        assertThat(groups).hasSize(20);
        assertThat(groups.values().stream().distinct()).hasSize(8);
        assertThat(groups.get(1)).isEqualTo(groups.get(2)).isEqualTo(groups.get(9));
        assertThat(groups.get(0)).isNotEqualTo(groups.get(1));
    }

    @Test
    void eachLinkIsAGroupOnRequest() throws MapImportException {
        var result = SumoImport.read(net, HERE.groupedBy(Groups.EACH_LINK));

        assertThat(result.groups())
                .containsExactlyInAnyOrderEntriesOf(
                        IntStream.range(0, 20).boxed().collect(Collectors.toMap(i -> i, i -> i + 1)));
    }

    /** Of the signal groups of two links. */
    private Conflict conflict(int link, int other) throws MapImportException {
        Map<Integer, Integer> groups = imported().groups();
        return new Conflict(groups.getOrDefault(link, 0), groups.getOrDefault(other, 0));
    }

    @Test
    void groupsThatCrossAndAreNeverGreenTogetherExcludeEachOther() throws MapImportException {
        assertThat(map().conflicts()).contains(conflict(1, 5), conflict(1, 16));
    }

    @Test
    void noPhaseOfThePlanHasAConflict() throws MapImportException {
        var result = imported();
        for (String state : List.of(
                "gGGgrrrrgGGgrrrrrGrG", "rrrGrrrrrrrGrrrrrrrr", "rrrrgGGgrrrrgGGgGrGr", "rrrrrrrGrrrrrrrGrrrr")) {
            List<Integer> green = result.groups().entrySet().stream()
                    .filter(entry -> "gG".indexOf(state.charAt(entry.getKey())) >= 0)
                    .map(Map.Entry::getValue)
                    .toList();
            assertThat(result.imported().map().conflicts())
                    .noneMatch(pair -> green.contains(pair.group()) && green.contains(pair.other()));
        }
    }

    @Test
    void aTurnThatYieldsIsNoConflictButIsTold() throws MapImportException {
        Conflict pair = conflict(1, 3);

        assertThat(map().conflicts()).doesNotContain(pair);
        assertThat(imported().imported().notes())
                .contains("signal groups " + pair.group() + " and " + pair.other()
                        + " cross and are green together in the plan: no conflict, one of them yields");
    }

    @Test
    void theCentreIsWhereItIsSaidToBe() throws MapImportException {
        assertThat(imported().imported().frame().origin()).isEqualTo(new Wgs84(30.5, 114.3, 21));
    }

    /** Two ways to know what crosses: the net's own list, and the curves from lane to lane. */
    @Test
    void theGroundCrossesWhereTheNetSaysSo(@TempDir Path folder) throws MapImportException {
        ImportedMap imported = imported().imported();
        Path file = SampleMap.file(folder, MapFile.write(imported.map(), imported.frame()));
        String told = MapFile.check(file, Optional.of(SampleMap.BOX)).warnings().stream()
                .map(MapProblem::text)
                .collect(Collectors.joining());

        assertThat(Pattern.compile("\\[(\\d+), (\\d+)\\]")
                        .matcher(told)
                        .results()
                        .map(pair -> pair.group(1) + " and " + pair.group(2)))
                .containsExactlyElementsOf(imported.notes().stream()
                        .filter(note -> note.contains("cross and are green together"))
                        .map(note -> note.replaceAll("signal groups (\\d+ and \\d+) .*", "$1"))
                        .toList());
    }
}
