package io.verge.agent.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.verge.api.geo.Position;
import io.verge.api.site.Approach;
import io.verge.api.site.Conflict;
import io.verge.api.site.Connection;
import io.verge.api.site.Crosswalk;
import io.verge.api.site.Lane;
import io.verge.api.site.LaneUse;
import io.verge.api.site.Manoeuvre;
import io.verge.api.site.SiteMap;
import io.verge.site.ImportedMap;
import io.verge.site.MapFile;
import io.verge.site.MapImportException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SaeImportTest {
    private static ImportedMap imported(String json) throws MapImportException {
        return SaeImport.of(MapFormat.sae(Samples.octets(json)), Optional.empty());
    }

    private static SiteMap map() throws MapImportException {
        return imported(Samples.SAE).map();
    }

    private static Lane lane(int id) throws MapImportException {
        return map().lanes().stream().filter(it -> it.id() == id).findFirst().orElseThrow();
    }

    @Test
    void keepsWhatTheCrossingSaysOfItself() throws MapImportException {
        SiteMap map = map();
        assertThat(List.of(map.region(), map.id(), map.name(), map.revision())).isEqualTo(List.of(7, 42, "Main", 3));
    }

    @Test
    void aLaneThatComesInIsTurnedIntoTheDirectionOfTravel() throws MapImportException {
        assertThat(lane(1).centreLine())
                .extracting(Position::north)
                .satisfiesExactly(far -> assertThat(far).isCloseTo(120, within(0.01)), stop -> assertThat(stop)
                        .isCloseTo(20, within(0.01)));
    }

    @Test
    void aLaneThatGoesOutKeepsIts() throws MapImportException {
        assertThat(lane(2).centreLine().get(0).north()).isCloseTo(-20, within(0.01));
    }

    @Test
    void widthAndSpeedAreTheCrossingsOrTheLanesOwn() throws MapImportException {
        assertThat(List.of(lane(1).width(), lane(1).speedLimit())).isEqualTo(List.of(3.5, 13.9));
        assertThat(List.of(lane(2).width(), lane(2).speedLimit())).isEqualTo(List.of(4.0, 10.0));
    }

    @Test
    void lanesForBusesAndBicyclesAreKnown() throws MapImportException {
        assertThat(lane(2).use()).isEqualTo(LaneUse.BUS);
        assertThat(lane(3).use()).isEqualTo(LaneUse.BICYCLE);
    }

    @Test
    void aComputedLaneLiesBesideItsReference() throws MapImportException {
        assertThat(lane(3).centreLine().get(1).east()).isCloseTo(-4.75, within(0.01));
    }

    @Test
    void aConnectionKeepsItsManoeuvreAndGroup() throws MapImportException {
        assertThat(lane(1).connections()).containsExactly(new Connection(2, Manoeuvre.STRAIGHT, 5));
    }

    @Test
    void aCrosswalkBelongsToTheApproachWhoseLanesEndThere() throws MapImportException {
        assertThat(map().crosswalks())
                .singleElement()
                .returns(1, Crosswalk::approach)
                .returns(9, Crosswalk::signalGroup);
    }

    @Test
    void waysThatMeetExcludeEachOther() throws MapImportException {
        assertThat(map().conflicts()).containsExactly(new Conflict(5, 9));
    }

    @Test
    void approachesAreThoseOfTheLanes() throws MapImportException {
        assertThat(map().approaches())
                .containsExactly(new Approach(1, "Approach 1", 0), new Approach(2, "Approach 2", 0));
    }

    @Test
    void tellsWhatItLeavesOut() throws MapImportException {
        assertThat(imported(Samples.SAE).notes())
                .contains(
                        "lane 5 is left out: it is for no traffic that a map knows",
                        "lane 1 leads to lane 99, which is not an egress lane of this crossing: the connection is left"
                                + " out");
    }

    @ParameterizedTest
    @CsvSource({"42", "7/42"})
    void aCrossingIsFoundByItsId(String id) throws MapImportException {
        assertThat(SaeImport.of(MapFormat.sae(Samples.octets(Samples.SAE)), Optional.of(id))
                        .map()
                        .id())
                .isEqualTo(42);
    }

    @Test
    void aCrossingThatIsNotThereIsToldWithThoseThatAre() {
        assertThatThrownBy(() -> SaeImport.of(MapFormat.sae(Samples.octets(Samples.SAE)), Optional.of("43")))
                .isInstanceOf(MapImportException.class)
                .hasMessage("there is no crossing 43; expected one of 7/42");
    }

    @Test
    void aPlaceBeyondTheEarthIsRefused() {
        assertThatThrownBy(() -> imported(Samples.SAE.replace("\"lat\":305000000", "\"lat\":900000001")))
                .isInstanceOf(MapImportException.class);
    }

    /** Messages of others: what they have, an agent takes. */
    @ParameterizedTest(name = "message {0} has {1} lanes and {2} connections")
    @CsvSource({"1, 28, 17", "10, 1, 0", "65, 16, 16"})
    void mapsOfOthersCanBeUsed(int number, int lanes, int connections, @TempDir Path folder)
            throws IOException, MapImportException {
        ImportedMap imported = SaeImport.of(MapFormat.sae(Samples.vector("j2735.json", number)), Optional.empty());
        Path file = Files.writeString(folder.resolve("map"), MapFile.write(imported.map(), imported.frame()));

        assertThat(MapFile.read(file, imported.frame()).problems()).isEmpty();
        assertThat(imported.map().lanes()).hasSize(lanes);
        assertThat(imported.map().lanes().stream()
                        .mapToInt(lane -> lane.connections().size())
                        .sum())
                .isEqualTo(connections);
    }
}
