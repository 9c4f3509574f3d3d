package io.verge.agent.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.verge.api.site.Approach;
import io.verge.api.site.Connection;
import io.verge.api.site.Lane;
import io.verge.api.site.Manoeuvre;
import io.verge.api.site.SiteMap;
import io.verge.messages.csae.CsaeEdition;
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
import org.junit.jupiter.params.provider.EnumSource;

class CsaeImportTest {
    private static ImportedMap imported(CsaeEdition edition) throws MapImportException {
        return CsaeImport.of(MapFormat.csae(Samples.octets(Samples.CSAE), edition), Optional.empty());
    }

    private static SiteMap map() throws MapImportException {
        return imported(CsaeEdition.EDITION_2020).map();
    }

    private static Lane lane(int id) throws MapImportException {
        return map().lanes().stream().filter(it -> it.id() == id).findFirst().orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void bothEditionsGiveTheSameMap(CsaeEdition edition) throws MapImportException {
        assertThat(imported(edition).map()).isEqualTo(map());
    }

    @Test
    void linksAreApproachesFromTheirNodes() throws MapImportException {
        assertThat(map().approaches()).containsExactly(new Approach(1, "North", 1), new Approach(2, "Approach 2", 2));
    }

    @Test
    void lanesAreNumberedByTheirApproach() throws MapImportException {
        assertThat(map().lanes()).extracting(Lane::id).containsExactly(11, 21, 22, 12, 23);
    }

    @Test
    void offsetsAndPlacesAreReadAlike() throws MapImportException {
        assertThat(lane(11).centreLine().get(0).north()).isCloseTo(110.9, within(0.1));
        assertThat(lane(11).centreLine().get(1).north()).isCloseTo(20.0, within(0.1));
    }

    @Test
    void lanesWithoutPointsLieBesideTheLinksOwn() throws MapImportException {
        assertThat(lane(22).centreLine().get(0).east()
                        - lane(21).centreLine().get(0).east())
                .isCloseTo(3.5, within(0.01));
    }

    @Test
    void theWayOutIsAssumedToTheLeftOfTheWayIn() throws MapImportException {
        assertThat(lane(12).ingress()).isFalse();
        assertThat(lane(12).centreLine().get(0).east()
                        - lane(11).centreLine().get(1).east())
                .isCloseTo(3.5, within(0.01));
    }

    @Test
    void aConnectionWithoutAPhaseIsOfTheMovementsPhase() throws MapImportException {
        assertThat(lane(11).connections()).containsExactly(new Connection(23, Manoeuvre.STRAIGHT, 5));
    }

    @Test
    void aManoeuvreThatIsNotToldIsThatOnTheGround() throws MapImportException {
        assertThat(lane(21).connections()).containsExactly(new Connection(12, Manoeuvre.STRAIGHT, 6));
    }

    @Test
    void tellsWhatItLeavesOutAndAssumes() throws MapImportException {
        assertThat(imported(CsaeEdition.EDITION_2020).notes())
                .contains("lane 21: the connection to node 7/9 is left out: no link comes from there, so nothing is"
                        + " known of the way out");
    }

    @Test
    void aNodeWithoutLinksIsRefused() {
        String empty =
                "{\"mapFrame\":{\"msgCnt\":1,\"nodes\":[{\"id\":{\"id\":42},\"refPos\":{\"lat\":0,\"long\":0}}]}}";
        assertThatThrownBy(() -> CsaeImport.of(
                        MapFormat.csae(Samples.octets(empty), CsaeEdition.EDITION_2020), Optional.empty()))
                .isInstanceOf(MapImportException.class)
                .hasMessage("has 0 links with lanes and points; expected 1 to 15");
    }

    /** The published MAP: its own phases contradict each other, which is told and not repaired. */
    @Test
    void theMapOfOthersCanBeUsed(@TempDir Path folder) throws IOException, MapImportException {
        ImportedMap imported = CsaeImport.of(
                MapFormat.csae(Samples.vector("csae53.json", 3), CsaeEdition.EDITION_2019), Optional.empty());
        Path file = Files.writeString(folder.resolve("map"), MapFile.write(imported.map(), imported.frame()));

        assertThat(MapFile.read(file, imported.frame()).problems()).isEmpty();
        assertThat(imported.map().lanes().stream().filter(Lane::ingress)).hasSize(4);
        assertThat(imported.map().lanes().stream().filter(Lane::ingress).map(lane -> lane.connections().stream()
                        .map(Connection::manoeuvre)
                        .toList()))
                .containsOnly(List.of(Manoeuvre.LEFT, Manoeuvre.STRAIGHT, Manoeuvre.RIGHT));
        assertThat(imported.notes())
                .contains(
                        "lane 21 to node 1/1095 is of phase 1, and the link's movement there of phase 9: the lane's is"
                                + " taken");
    }
}
