package io.verge.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.api.site.Connection;
import io.verge.api.site.Lane;
import io.verge.api.site.LaneUse;
import io.verge.api.site.Manoeuvre;
import io.verge.site.SumoImport.Options;
import java.util.Arrays;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the octets are, the answer is a map or one reason. */
class HostileNetTest {
    private static final Options HERE = Options.defaults().at(SampleMap.BOX);

    /** Two roads that meet under a light: one straight on, one that joins. */
    private static final String NET =
            """
            <net version="1.9">
              <location netOffset="0,0" projParameter="!"/>
              <edge id="in" from="a" to="x" name="Main Street">
                <lane id="in_0" index="0" speed="13.9" shape="-100,0 -10,0"/>
              </edge>
              <edge id="side" from="b" to="x">
                <lane id="side_0" index="0" allow="bus tram" speed="99" width="4" shape="0,-100 0,-10"/>
                <lane id="side_1" index="1" allow="rail" shape="3,-100 3,-10"/>
              </edge>
              <edge id="out" from="x" to="c">
                <lane id="out_0" index="0" speed="13.9" shape="10,0 10,0 100,0"/>
              </edge>
              <tlLogic id="x"><phase duration="9" state="Gr"/><phase duration="9" state="rG"/></tlLogic>
              <junction id="x" type="traffic_light" x="0" y="0"/>
              <connection from="in" to="out" fromLane="0" toLane="0" dir="s" tl="x" linkIndex="0"/>
              <connection from="side" to="out" fromLane="0" toLane="0" dir="r" tl="x" linkIndex="1"/>
            </net>
            """;

    private static SumoImport.Result read(String net) throws MapImportException {
        return SumoImport.read(net.getBytes(UTF_8), HERE);
    }

    private static String spoilt(String what, String by) {
        assertThat(NET).contains(what);
        return NET.replace(what, by);
    }

    @Test
    void aNetWithoutInternalLanesTakesAllLinksToCross() throws MapImportException {
        assertThat(read(NET).imported().map().conflicts()).hasSize(1);
    }

    @Test
    void lanesForRailsAreLeftOutAndTold() throws MapImportException {
        assertThat(read(NET).imported().notes())
                .contains("left out, for neither vehicles nor bicycles nor walkers: side_1");
    }

    @Test
    void busLanesAndImpossibleSpeedsAreKnown() throws MapImportException {
        assertThat(read(NET).imported().map().lanes()).anySatisfy(lane -> {
            assertThat(lane.use()).isEqualTo(LaneUse.BUS);
            assertThat(lane.speedLimit()).isNaN();
            assertThat(lane.connections()).extracting(Connection::manoeuvre).containsExactly(Manoeuvre.RIGHT);
        });
    }

    @Test
    void pointsThatAreThereTwiceAreOne() throws MapImportException {
        assertThat(read(NET).imported().map().lanes())
                .filteredOn(lane -> !lane.ingress())
                .extracting(Lane::centreLine)
                .allSatisfy(line -> assertThat(line).hasSize(2));
    }

    @Test
    void aRoadsNameIsThatOfItsApproach() throws MapImportException {
        assertThat(read(NET).imported().map().approaches())
                .anySatisfy(approach -> assertThat(approach.name()).isEqualTo("Main Street"));
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("", "line 1: is not the XML of a network: "),
                Arguments.of(NET.substring(0, 700), "is not the XML of a network: "),
                Arguments.of("<html/>", "line 1: begins with <html>; expected <net>"),
                Arguments.of("<net/>", "has no junction where roads meet"),
                Arguments.of(
                        "<!DOCTYPE net [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
                                + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]><net><edge id=\"&c;\"/></net>",
                        "line 1: has a document type or an entity; a network has none"),
                Arguments.of(
                        "<!DOCTYPE net SYSTEM \"file:///etc/passwd\"><net/>",
                        "has a document type or an entity; a network has none"),
                Arguments.of("<net>&secret;</net>", "line 1: "),
                Arguments.of(
                        spoilt("-100,0 -10,0", "-100,0 NaN,0"), "line 4: \"shape\" has \"NaN\"; expected a number"),
                Arguments.of(spoilt("-100,0 -10,0", "-100"), "line 4: \"shape\" has a point \"-100\"; expected x,y"),
                Arguments.of(spoilt("-100,0 -10,0", "-100,0 1e300,0"), "line 4: \"shape\" has \"1e300\""),
                Arguments.of(
                        spoilt("linkIndex=\"1\"", "linkIndex=\"2\""),
                        "traffic light \"x\" has a phase of 2 links; expected link 2 in it"),
                Arguments.of(spoilt("linkIndex=\"1\"", "linkIndex=\"-1\""), "line 16: \"linkIndex\" is \"-1\""),
                Arguments.of(spoilt("<tlLogic id=\"x\">", "<tlLogic id=\"y\">"), "traffic light \"x\" has no phases"),
                Arguments.of(spoilt("<edge id=\"side\"", "<edge id=\"in\""), "line 6: edge \"in\" is there twice"),
                Arguments.of(spoilt("<junction id=\"x\"", "<junction"), "line 14: <junction> has no \"id\""),
                Arguments.of(spoilt("to=\"x\"", "to=\"y\""), "no road leads to junction \"x\""));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("wrong")
    void saysWhatIsWrongAndWhere(String net, String reason) {
        assertThatThrownBy(() -> read(net))
                .isInstanceOf(MapImportException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void aJunctionThatIsNotThereIsToldWithThoseThatAre() {
        assertThatThrownBy(() -> SumoImport.read(NET.getBytes(UTF_8), HERE.of("z")))
                .hasMessage("there is no junction \"z\"; expected one of x");
    }

    @Test
    void severalJunctionsMustBeToldApart() {
        String two = spoilt("</net>", "<junction id=\"z\" type=\"traffic_light\" x=\"0\" y=\"0\"/></net>");
        assertThatThrownBy(() -> read(two))
                .hasMessage("has 2 junctions where roads meet: say which; expected one of x, z");
    }

    @Test
    void aNetWithoutAProjectionNeedsAnOrigin() {
        assertThatThrownBy(() -> SumoImport.read(NET.getBytes(UTF_8), Options.defaults()))
                .hasMessage("the network has no projection: say where the centre of the junction is by an origin,"
                        + " latitude and longitude");
    }

    @Test
    void aNetInUtmLiesWhereItSays() throws MapImportException {
        String utm = spoilt(
                "netOffset=\"0,0\" projParameter=\"!\"",
                "netOffset=\"-448251.795,-5411932.678\" projParameter=\"+proj=utm +zone=31 +ellps=WGS84 +datum=WGS84"
                        + " +units=m +no_defs\"");
        var origin = SumoImport.read(utm.getBytes(UTF_8), Options.defaults())
                .imported()
                .frame()
                .origin();

        assertThat(origin.latitude()).isCloseTo(48.8582, org.assertj.core.api.Assertions.within(1e-6));
        assertThat(origin.longitude()).isCloseTo(2.2945, org.assertj.core.api.Assertions.within(1e-6));
    }

    @Test
    void aHugeNetIsNotRead() {
        assertThatThrownBy(() -> SumoImport.read(new byte[SumoImport.MAX_SIZE + 1], HERE))
                .hasMessageStartingWith("is greater than 33554432 octets");
    }

    @Test
    void theCountOfElementsIsBounded() {
        assertThatThrownBy(() -> read("<net>" + "<type/>".repeat(500_001) + "</net>"))
                .hasMessageContaining("has more than 500000 elements");
    }

    private static void mapOrReason(byte[] octets) {
        try {
            assertThat(SumoImport.read(octets, HERE).imported().map().lanes()).isNotEmpty();
        } catch (MapImportException e) {
            assertThat(e).hasMessageNotContaining("\n");
        }
    }

    @Property(tries = 300)
    void garbageHasAReason(@ForAll @Size(max = 200) byte[] garbage) {
        mapOrReason(garbage);
    }

    @Property(tries = 500)
    void aGoodNetWithAnOctetChangedIsAMapOrHasAReason(
            @ForAll @IntRange(max = 1_000_000) int place, @ForAll @IntRange(min = 32, max = 126) int by) {
        byte[] octets = NET.getBytes(UTF_8);
        octets[place % octets.length] = (byte) by;
        mapOrReason(octets);
    }

    @Property(tries = 300)
    void aGoodNetWithoutAPieceIsAMapOrHasAReason(
            @ForAll @IntRange(max = 1_000_000) int from, @ForAll @IntRange(max = 100) int length) {
        String net = NET;
        int start = from % net.length();
        int end = Math.min(net.length(), start + length);
        mapOrReason((net.substring(0, start) + net.substring(end)).getBytes(UTF_8));
    }

    @Property(tries = 200)
    void aGoodNetThatWasCutOffHasAReason(@ForAll @IntRange(max = 1000) int length) {
        mapOrReason(Arrays.copyOf(NET.getBytes(UTF_8), length));
    }
}
