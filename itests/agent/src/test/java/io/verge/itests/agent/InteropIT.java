package io.verge.itests.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The maintainer's door, knocked at by libcoap's client. */
@Tag("interop")
class InteropIT {

    @TempDir
    static Path folder = Path.of("");

    /** libcoap takes keys as text. */
    private static final String ANNAS = "the key of a maintainer";

    private static final String VICTORS = "the key of a viewer";

    private static RunningAgent agent;

    @BeforeAll
    static void start() throws Exception {
        Home home = Home.ofDemo(folder);
        Path keys = Files.writeString(
                folder.resolve("people.keys"), line("anna", "maintainer", ANNAS) + line("victor", "viewer", VICTORS));
        home.diagnostics(", keys: \"" + keys + "\"");
        agent = RunningAgent.start(home);
    }

    private static String line(String identity, String role, String key) {
        String octets = HexFormat.of().formatHex(key.getBytes(StandardCharsets.US_ASCII));
        return identity + " " + role + " " + octets + "\n";
    }

    @AfterAll
    static void end() {
        agent.close();
    }

    private static String plain(String path) {
        return "coap://127.0.0.1:" + agent.home().port() + "/" + path;
    }

    private static String secure(String path) {
        return "coaps://127.0.0.1:" + agent.home().securePort() + "/" + path;
    }

    private static String coap(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("coap-client-openssl"));
        command.addAll(List.of(arguments));
        try (Verge client = Verge.start(Map.of(), command)) {
            client.exitCode(Duration.ofSeconds(30));
            return String.join("\n", client.lines());
        }
    }

    @Test
    void wellKnownCoreListsTheResources() throws Exception {
        assertThat(coap("-m", "get", plain(".well-known/core")))
                .contains("</status>", "</devices>", "</apps>", "</bundles>", "</scene>", "</signals>")
                .contains("</messages>", "</latency>", "</logs>", "</config>", "</why>", "obs");
    }

    @Test
    void aLongAnswerComesInBlocks() throws Exception {
        assertThat(coap("-m", "get", "-b", "256", plain("scene")))
                .contains("\"roadUsers\":[")
                .endsWith("}");
    }

    @Test
    void cborIsAnsweredWhenAskedFor() throws Exception {
        assertThat(coap("-m", "get", "-A", "60", plain("latency"))).contains("hop");
    }

    @Test
    void anObserverIsTold() throws Exception {
        String answers = coap("-m", "get", "-s", "3", plain("messages"));
        assertThat(answers.split("\"kind\":\"SPAT\"", -1)).hasSizeGreaterThan(5);
    }

    @Test
    void anUnknownDeviceIsNotFound() throws Exception {
        assertThat(coap("-m", "get", plain("devices/none"))).contains("4.04");
    }

    @Test
    void aWrongMethodIsNotAllowed() throws Exception {
        assertThat(coap("-m", "put", "-e", "x", plain("status"))).contains("4.05");
    }

    @Test
    void anUnknownFormIsNotAcceptable() throws Exception {
        assertThat(coap("-m", "get", "-A", "41", plain("status"))).contains("4.06");
    }

    @Test
    void plainCoapMayNotChange() throws Exception {
        assertThat(coap("-m", "put", "-e", "box: {}", plain("config"))).contains("4.01");
        assertThat(coap("-m", "delete", plain("bundles/io.verge.driver.camera-must")))
                .contains("4.01");
        agent.awaitOk();
    }

    @Test
    void aViewerMayLookButNotChange() throws Exception {
        assertThat(coap("-m", "get", "-u", "victor", "-k", VICTORS, secure("status")))
                .contains("\"state\"");
        assertThat(coap("-m", "put", "-e", "box: {}", "-u", "victor", "-k", VICTORS, secure("config")))
                .contains("4.03");
    }

    @Test
    void aMaintainerMayChange() throws Exception {
        assertThat(coap("-m", "put", "-e", "box: {}", "-u", "anna", "-k", ANNAS, secure("config")))
                .contains("4.22")
                .contains("problems");
        assertThat(coap(
                        "-m",
                        "put",
                        "-f",
                        agent.home().profile().toString(),
                        "-u",
                        "anna",
                        "-k",
                        ANNAS,
                        secure("config")))
                .contains("\"problems\":[]");
    }

    @Test
    void aWrongKeyDoesNotComeIn() throws Exception {
        assertThat(coap("-m", "get", "-u", "anna", "-k", "not the key", "-B", "5", secure("status")))
                .doesNotContain("\"state\"");
    }
}
