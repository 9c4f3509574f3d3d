package io.verge.transfer.hawkbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.api.disk.Sha256;
import io.verge.testkit.ManualClock;
import io.verge.testkit.update.DdiServer;
import io.verge.testkit.update.DdiServer.Told;
import io.verge.transfer.SourceException;
import io.verge.transfer.hawkbit.Event.Cancel;
import io.verge.transfer.hawkbit.Event.Confirm;
import io.verge.transfer.hawkbit.Event.Deploy;
import io.verge.transfer.hawkbit.Event.Describe;
import io.verge.transfer.hawkbit.Offer.Handling;
import io.verge.transfer.source.Http;
import io.verge.transfer.source.HttpSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HawkbitClientTest {
    private static final byte[] CONTENT = "content".getBytes(StandardCharsets.UTF_8);

    private final ManualClock clock = ManualClock.standing();
    private DdiServer server;
    private Http http;
    private HawkbitClient client;

    @BeforeEach
    void start() throws IOException {
        server = new DdiServer();
        HawkbitSettings settings = new HawkbitSettings(server.uri(), "DEFAULT", "box-1");
        http = new Http(HttpSettings.DEFAULT.with(settings.targetToken("secret")), clock);
        client = new HawkbitClient(http, settings, new Random(1));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Offer deployed() {
        return ((Deploy) client.poll().events().get(0)).offer();
    }

    @Test
    void aServerThatWantsNothingBringsNothing() {
        assertThat(client.poll().events()).isEmpty();
        assertThat(server.authorization()).isEqualTo("TargetToken secret");
    }

    @Test
    void aDeploymentIsAWantedReleaseAndItsFiles() {
        server.deploy("18", "forced", Map.of("x.zst", CONTENT));

        Offer offer = deployed();

        assertThat(offer.action()).isEqualTo("18");
        assertThat(offer.release("verge")).contains("2026.12.1");
        assertThat(offer.download()).isEqualTo(Handling.FORCED);
        assertThat(offer.windowOpen()).isTrue();
        assertThat(offer.chunks().get(0).artifacts())
                .containsExactly(new Artifact(
                        "x.zst", 7, Sha256.of(CONTENT), server.uri().resolve("/files/x.zst")));
    }

    @Test
    void theFilesOfAnOfferAreASource() throws IOException {
        server.deploy("18", "attempt", Map.of("x.zst", CONTENT));

        try (InputStream in = HawkbitClient.files(http, deployed()).range("bundles/x.zst", 3, 7)) {
            assertThat(in.readAllBytes()).asString().isEqualTo("tent");
        }
    }

    @Test
    void whatHasNotChangedIsNotReadAgain() {
        server.deploy("18", "forced", Map.of());
        assertThat(client.poll().events()).hasSize(1);

        assertThat(client.poll().events()).isEmpty();
        assertThat(server.asked())
                .filteredOn(path -> path.contains("deploymentBase"))
                .hasSize(1);
    }

    @Test
    void whatCouldNotBeReadIsAskedForAgain() {
        server.link("deploymentBase", server.uri() + "/DEFAULT/controller/v1/box-1/deploymentBase/18");
        server.answer("/deploymentBase/18", "{\"id\": 18, \"deployment\": {");
        assertThat(client.poll().events()).isEmpty();

        server.deploy("18", "forced", Map.of());
        assertThat(deployed().action()).isEqualTo("18");
    }

    @Test
    void whatCouldNotBeDoneIsBroughtAgain() {
        server.deploy("18", "forced", Map.of());
        client.poll();

        client.askAgain();

        assertThat(deployed().action()).isEqualTo("18");
        assertThat(client.poll().events()).isEmpty();
    }

    @Test
    void aCancellationNamesWhatItStops() throws IOException {
        server.cancel("19", "18");

        Cancel cancel = (Cancel) client.poll().events().get(0);
        assertThat(cancel).isEqualTo(new Cancel("19", "18"));

        client.cancelled(cancel, true, "stopped");
        client.cancelled(cancel, false, "too late");
        assertThat(server.told())
                .containsExactly(
                        new Told(
                                "POST",
                                "/cancelAction/19/feedback",
                                "{\"id\":\"19\",\"status\":{\"execution\":\"closed\",\"result\":{\"finished\":\"success\"},"
                                        + "\"details\":[\"stopped\"]}}"),
                        new Told(
                                "POST",
                                "/cancelAction/19/feedback",
                                "{\"id\":\"19\",\"status\":{\"execution\":\"rejected\",\"result\":{\"finished\":\"none\"},\"details\":[\"too"
                                        + " late\"]}}"));
    }

    @Test
    void somebodyIsAskedWhetherHeAgrees() throws IOException {
        server.askFor("20", Map.of("x.zst", CONTENT));

        Confirm confirm = (Confirm) client.poll().events().get(0);
        assertThat(confirm.offer().release("verge")).contains("2026.12.1");

        client.confirm("20", false, "not in the rush hour");
        assertThat(server.told())
                .containsExactly(new Told(
                        "POST",
                        "/confirmationBase/20/feedback",
                        "{\"confirmation\":\"denied\",\"details\":[\"not in the rush hour\"]}"));
    }

    @Test
    void anActionToAgreeToMayStandBehindAList() {
        server.askFor("20", Map.of());
        server.answer(
                "/confirmationBase",
                "{\"autoConfirm\":{\"active\":false},\"_links\":{\"confirmationBase\":{\"href\":\"" + server.uri()
                        + "/DEFAULT/controller/v1/box-1/confirmationBase/20\"}}}");
        server.link("confirmationBase", server.uri() + "/DEFAULT/controller/v1/box-1/confirmationBase");

        assertThat(client.poll().events()).hasSize(1).first().isInstanceOf(Confirm.class);
    }

    @Test
    void theServerIsToldWhatTheBoxIs() throws IOException {
        server.link("configData", server.uri() + "/DEFAULT/controller/v1/box-1/configData");
        assertThat(client.poll().events()).containsExactly(new Describe());

        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("agent", "0.1.0");
        attributes.put("region", "wuhan");
        client.describe(attributes);

        assertThat(server.told())
                .containsExactly(new Told(
                        "PUT",
                        "/configData",
                        "{\"mode\":\"replace\",\"data\":{\"agent\":\"0.1.0\",\"region\":\"wuhan\"}}"));
    }

    @Test
    void theServerHearsHowFarItIs() throws IOException {
        client.feedback("18", Feedback.proceeding(3, 12));

        assertThat(server.told())
                .containsExactly(new Told(
                        "POST",
                        "/deploymentBase/18/feedback",
                        "{\"id\":\"18\",\"status\":{\"execution\":\"proceeding\",\"result\":{\"finished\":\"none\","
                                + "\"progress\":{\"cnt\":3,\"of\":12}},\"details\":[]}}"));
    }

    @Test
    void agreeingWithoutBeingAskedCanBeSet() throws IOException {
        client.confirmWithoutAsking(true);
        client.confirmWithoutAsking(false);

        assertThat(server.told())
                .extracting(Told::path)
                .containsExactly("/confirmationBase/activateAutoConfirm", "/confirmationBase/deactivateAutoConfirm");
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void anActionThatTheServerHasGivenUpIsOver(int status) {
        server.status(status, "");

        assertThatThrownBy(() -> client.feedback("18", Feedback.success()))
                .isInstanceOf(ActionOverException.class)
                .hasMessageContaining("18");
    }

    @Test
    void feedbackThatCouldNotBeToldIsToldLater() {
        server.status(429, "60");

        assertThatThrownBy(() -> client.feedback("18", Feedback.success()))
                .isInstanceOfSatisfying(
                        SourceException.class, e -> assertThat(e.patience()).isEqualTo(Duration.ofMinutes(1)));
    }

    @ParameterizedTest
    @CsvSource({
        "00:05:00, 240, 360",
        "01:00:00, 2880, 4320",
        "00:00:01, 24, 36",
        "99:59:59, 69119, 103679",
        "soon, 240, 360"
    })
    void asksAsOftenAsItIsToldWithAFifthOfJitter(String sleep, long least, long most) {
        server.sleep(sleep);
        TreeSet<Duration> waits = new TreeSet<>();
        for (int i = 0; i < 200; i++) {
            waits.add(client.poll().next());
        }

        assertThat(waits.first()).isGreaterThanOrEqualTo(Duration.ofSeconds(least));
        assertThat(waits.last()).isLessThanOrEqualTo(Duration.ofSeconds(most));
        assertThat(waits.last().minus(waits.first())).isGreaterThan(Duration.ofSeconds((most - least) * 9 / 10));
    }

    @Test
    void aBusyServerIsGivenItsTime() {
        server.status(429, "3600");

        assertThat(client.poll().next()).isBetween(Duration.ofHours(1), Duration.ofMinutes(72));
    }

    @Test
    void aServerThatIsAwayIsAskedMoreAndMoreSeldom() {
        server.close();

        Poll poll = client.poll();
        assertThat(poll.next()).isLessThanOrEqualTo(Duration.ofSeconds(30));
        assertThat(poll.trouble()).isNotEmpty();
        for (int i = 0; i < 8; i++) {
            client.poll();
        }
        assertThat(client.poll().next()).isBetween(Duration.ofSeconds(450), Duration.ofMinutes(15));
    }

    @Test
    void aLinkToAnotherServerIsNotFollowed() {
        server.link("deploymentBase", "http://other.example/DEFAULT/controller/v1/box-1/deploymentBase/18");

        Poll poll = client.poll();

        assertThat(poll.events()).isEmpty();
        assertThat(server.asked()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{\"id\":{}}",
                "{\"id\":\"18\",\"deployment\":{\"chunks\":[[[[{}]]]]",
                "\u0000\u0001",
                "{\"deployment\":{}}"
            })
    void whatMakesNoSenseBringsNothing(String answer) {
        server.link("deploymentBase", server.uri() + "/DEFAULT/controller/v1/box-1/deploymentBase/18");
        server.answer("/deploymentBase/18", answer);

        assertThat(client.poll().events()).isEmpty();
    }

    @Test
    void anAnswerWithoutEndIsNotRead() {
        server.link("deploymentBase", server.uri() + "/DEFAULT/controller/v1/box-1/deploymentBase/18");
        server.answer("/deploymentBase/18", "{\"id\":\"18\",\"x\":\"" + "x".repeat(2 << 20) + "\"}");

        assertThat(client.poll().events()).isEmpty();
    }

    @Test
    void depthWithoutEndIsNotRead() {
        server.link("deploymentBase", server.uri() + "/DEFAULT/controller/v1/box-1/deploymentBase/18");
        server.answer("/deploymentBase/18", "[".repeat(100_000));

        assertThat(client.poll().events()).isEmpty();
    }

    @Test
    void aWordThatWeDoNotKnowIsNoLeaveToInstall() {
        server.deploy("18", "sometimes", Map.of());

        assertThat(deployed().update()).isEqualTo(Handling.SKIP);
    }

    @Test
    void namesThatAreNoneAreRefused() {
        assertThatThrownBy(() -> new HawkbitSettings(server.uri(), "a/b", "c"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> client.feedback("../1", Feedback.success())).isInstanceOf(SourceException.class);
        assertThat(server.told()).isEmpty();
    }
}
