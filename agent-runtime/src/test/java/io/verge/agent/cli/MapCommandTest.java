package io.verge.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapCommandTest {
    /** Two roads under a light; the one joins the other. */
    private static final String NET =
            """
            <net version="1.9">
              <location netOffset="0,0" projParameter="!"/>
              <edge id="in" from="a" to="x"><lane id="in_0" index="0" speed="13.9" shape="-100,0 -10,0"/></edge>
              <edge id="side" from="b" to="x"><lane id="side_0" index="0" speed="50" shape="0,-100 0,-10"/></edge>
              <edge id="out" from="x" to="c"><lane id="out_0" index="0" speed="13.9" shape="10,0 100,0"/></edge>
              <tlLogic id="x"><phase duration="9" state="Gr"/><phase duration="9" state="rG"/></tlLogic>
              <junction id="x" type="traffic_light" x="0" y="0"/>
              <connection from="in" to="out" fromLane="0" toLane="0" dir="s" tl="x" linkIndex="0"/>
              <connection from="side" to="out" fromLane="0" toLane="0" dir="r" tl="x" linkIndex="1"/>
            </net>
            """;

    private final Path net;
    private final Path map;

    MapCommandTest(@TempDir Path folder) throws IOException {
        this.net = Files.writeString(folder.resolve("x.net.xml"), NET);
        this.map = folder.resolve("x.geojson");
    }

    private Outcome imported(String... options) {
        String[] all = new String[options.length + 5];
        System.arraycopy(new String[] {"map", "import", net.toString(), "--out", map.toString()}, 0, all, 0, 5);
        System.arraycopy(options, 0, all, 5, options.length);
        return Outcome.of("", all);
    }

    private Outcome check(String... options) {
        String[] all = new String[options.length + 3];
        System.arraycopy(new String[] {"map", "check", map.toString()}, 0, all, 0, 3);
        System.arraycopy(options, 0, all, 3, options.length);
        return Outcome.of("", all);
    }

    @Test
    void anImportedMapIsWrittenAndTold() {
        Outcome outcome = imported("--origin", "30.5,114.3");

        assertThat(outcome.code()).isEqualTo(ExitCode.OK);
        assertThat(outcome.lines()).containsExactly(map + ": 3 lanes, 0 crosswalks");
        assertThat(outcome.err()).contains("note: signal group 1 is link 0");
        assertThat(map).isNotEmptyFile();
    }

    @Test
    void theFormatMayBeNamed() {
        assertThat(imported("--origin", "30.5,114.3", "--format", "sumo").code())
                .isEqualTo(ExitCode.OK);
        assertThat(imported("--format", "sae").err()).contains(net + ": error: is not a MessageFrame");
    }

    @Test
    void whatCannotBeImportedIsToldAndNothingIsWritten() {
        Outcome outcome = imported();

        assertThat(outcome.code()).isEqualTo(ExitCode.NOT_OK);
        assertThat(outcome.err()).startsWith(net + ": error: the network has no projection");
        assertThat(map).doesNotExist();
    }

    @Test
    void aWrongPlaceIsAWrongCommandLine() {
        Outcome outcome = imported("--origin", "114.3");

        assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
        assertThat(outcome.err()).contains("expected LAT,LON in degrees, WGS84");
    }

    @Test
    void anUnknownEditionIsAWrongCommandLine() throws IOException {
        Files.writeString(net, "{\"mapFrame\":{}}");
        Outcome outcome = imported("--edition", "2015");

        assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
        assertThat(outcome.err()).contains("unknown edition of csae: \"2015\"; valid: 2020, 2019");
    }

    @Test
    void warningsLeaveTheExitCodeUnlessItIsStrict() {
        imported("--origin", "30.5,114.3");

        assertThat(check().lines()).singleElement().asString().contains("geojson:8: warning: feature 5 (lane 21): ");
        assertThat(check().code()).isEqualTo(ExitCode.OK);
        assertThat(check("--strict").code()).isEqualTo(ExitCode.NOT_OK);
    }

    @Test
    void errorsAreAllToldWithFileAndLine() throws IOException {
        imported("--origin", "30.5,114.3");
        Files.writeString(
                map,
                Files.readString(map)
                        .replace("\"use\":\"vehicle\"", "\"use\":\"tram\"")
                        .replace("[1,2]", "[1,7]"));
        Outcome outcome = check();

        assertThat(outcome.code()).isEqualTo(ExitCode.NOT_OK);
        assertThat(outcome.lines())
                .hasSize(4)
                .allMatch(line -> line.contains(": error: "))
                .anyMatch(line -> line.startsWith(map + ":2: error: \"conflicts\" names signal group 7"));
    }

    @Test
    void aBoxElsewhereIsAnError() {
        imported("--origin", "30.5,114.3");

        assertThat(check("--box", "31.5,114.3").code()).isEqualTo(ExitCode.NOT_OK);
        assertThat(check("--box", "30.5001,114.3").code()).isEqualTo(ExitCode.OK);
    }

    @Test
    void jsonHasALineForEach() {
        imported("--origin", "30.5,114.3");

        assertThat(check("--json").lines())
                .singleElement()
                .asString()
                .startsWith("{\"file\":\"" + map)
                .contains("\"line\":8,\"severity\":\"warning\",\"feature\":\"feature 5 (lane 21)\"");
    }

    @Test
    void aMapThatIsNotThereIsAnError() {
        assertThat(check().lines()).containsExactly(map + ": error: there is no such file");
    }
}
