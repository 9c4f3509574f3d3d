package io.verge.update.internal.hawkbit;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.update.Phase;
import io.verge.api.update.UpdateWish;
import io.verge.testkit.ManualClock;
import io.verge.testkit.update.DdiServer;
import io.verge.testkit.update.DdiServer.Told;
import io.verge.testkit.update.DummyUpdates;
import io.verge.transfer.hawkbit.HawkbitClient;
import io.verge.transfer.hawkbit.HawkbitSettings;
import io.verge.transfer.source.Http;
import io.verge.transfer.source.HttpSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HawkbitLinkTest {
    /** Longer than the server's five minutes with a fifth of jitter. */
    private static final Duration A_POLL = Duration.ofMinutes(7);

    private final ManualClock clock = ManualClock.standing();
    private final DummyUpdates updates = new DummyUpdates();
    private DdiServer server;
    private HawkbitLink link;

    @BeforeEach
    void start() throws IOException {
        server = new DdiServer();
        link = link(false);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HawkbitLink link(boolean confirm) {
        HawkbitSettings settings = new HawkbitSettings(server.uri(), "DEFAULT", "box-1");
        HawkbitClient client = new HawkbitClient(new Http(HttpSettings.DEFAULT, clock), settings, new Random(1));
        HawkbitRules rules = new HawkbitRules("verge", confirm, Map.of("region", "wuhan"));
        HawkbitLink made = new HawkbitLink(client, updates, rules, new Offers(), clock);
        updates.listen(made);
        return made;
    }

    private void poll() {
        clock.advance(A_POLL);
        link.tick();
    }

    private List<String> told() {
        return server.told().stream().map(Told::body).toList();
    }

    private static String letter(String execution, String finished, String details) {
        return "{\"id\":\"18\",\"status\":{\"execution\":\"%s\",\"result\":{\"finished\":\"%s\"},\"details\":[%s]}}"
                .formatted(execution, finished, details);
    }

    private void begin() {
        server.deploy("18", "attempt", Map.of());
        link.tick();
    }

    private void walk(Phase... phases) {
        for (Phase phase : phases) {
            updates.walk(phase);
            link.tick();
        }
    }

    @Test
    void aDeploymentIsAWish() {
        begin();

        assertThat(updates.wish())
                .isEqualTo(new UpdateWish("hawkbit-18", DdiServer.RELEASE, "hawkbit:18", "hawkBit", null, false));
    }

    @Test
    void aForcedDeploymentIsAForcedWish() {
        server.deploy("18", "forced", Map.of());
        link.tick();

        assertThat(updates.wish().forced()).isTrue();
    }

    @Test
    void theServerHearsOfEachStep() {
        begin();
        updates.download(3, 12);
        clock.advance(Duration.ofMinutes(1));
        link.tick();
        walk(Phase.STAGED, Phase.WAIT, Phase.SWITCH, Phase.COMMITTED);

        assertThat(told())
                .containsExactly(
                        letter("proceeding", "none", "\"metadata\""),
                        "{\"id\":\"18\",\"status\":{\"execution\":\"proceeding\",\"result\":{\"finished\":\"none\","
                                + "\"progress\":{\"cnt\":3,\"of\":12}},\"details\":[]}}",
                        letter("downloaded", "none", "\"staged\""),
                        letter("scheduled", "none", "\"wait\""),
                        letter("proceeding", "none", "\"switch\""),
                        letter("closed", "success", "\"committed\""));
    }

    @Test
    void theServerHearsWhyItFailedAndWhatToDo() {
        begin();
        updates.walk(Phase.FAILED, "the radar was silent", "look at its cable");
        link.tick();

        assertThat(told())
                .last()
                .isEqualTo(letter("closed", "failure", "\"failed: the radar was silent\",\"look at its cable\""));
    }

    @Test
    void progressIsToldMoreAndMoreSeldom() {
        begin();
        for (int minute = 1; minute <= 7 * 24 * 60; minute++) {
            updates.download(minute, 20_000);
            clock.advance(Duration.ofMinutes(1));
            link.tick();
        }

        assertThat(told()).hasSizeBetween(100, 300).last().asString().contains("\"of\":20000");
    }

    @Test
    void whatEndsInTimeIsCancelled() {
        begin();
        server.cancel("19", "18");
        poll();

        assertThat(updates.history()).singleElement().extracting("phase").isEqualTo(Phase.CANCELLED);
        assertThat(server.told())
                .last()
                .isEqualTo(new Told(
                        "POST",
                        "/cancelAction/19/feedback",
                        letter("closed", "success", "\"nothing was changed\"").replace("18", "19")));
    }

    @Test
    void whatWasSwitchedToIsNotCancelled() {
        begin();
        walk(Phase.SWITCH, Phase.PROBATION);
        server.cancel("19", "18");
        poll();
        walk(Phase.COMMITTED);

        assertThat(told())
                .contains(letter("rejected", "none", "\"it has been switched to\"")
                        .replace("18", "19"));
        assertThat(told()).last().isEqualTo(letter("closed", "success", "\"committed\""));
    }

    @Test
    void whatIsInstalledIsNotCancelled() {
        begin();
        walk(Phase.COMMITTED);
        server.cancel("19", "18");
        poll();

        assertThat(told())
                .last()
                .isEqualTo(letter("rejected", "none", "\"it has been installed already\"")
                        .replace("18", "19"));
    }

    @Test
    void whatWasNeverBegunIsCancelled() {
        server.cancel("19", "17");
        link.tick();

        assertThat(told()).singleElement().asString().contains("\"closed\"");
    }

    @Test
    void whatTheServerHasGivenUpIsGivenUp() {
        begin();
        server.forget("18");
        walk(Phase.STAGED);

        assertThat(updates.report().now()).isNull();
        assertThat(updates.history()).singleElement().extracting("phase").isEqualTo(Phase.CANCELLED);
        assertThat(told()).hasSize(1);
    }

    @Test
    void whatTheServerHasGivenUpTooLateGoesOn() {
        begin();
        server.forget("18");
        walk(Phase.SWITCH, Phase.PROBATION);
        clock.advance(A_POLL);
        link.tick();

        assertThat(updates.report().now()).isNotNull();
        assertThat(link.trouble()).isEmpty();
    }

    @Test
    void anActionThatHasEndedHereIsNotBegunAgainButToldAgain() {
        begin();
        walk(Phase.COMMITTED);
        link = link(false); // after a restart
        server.deploy("18", "attempt", Map.of());
        link.tick();

        assertThat(updates.begun()).isEqualTo(1);
        assertThat(told())
                .endsWith(letter("closed", "success", "\"committed\""), letter("closed", "success", "\"committed\""));
    }

    @Test
    void anActionThatGoesOnIsNotBegunAgainAfterARestart() {
        begin();
        walk(Phase.STAGED);
        link = link(false);
        link.tick();

        assertThat(updates.begun()).isEqualTo(1);
        assertThat(told()).last().isEqualTo(letter("downloaded", "none", "\"staged\""));
    }

    @Test
    void whatSomebodyHasToAgreeToWaitsForHim() {
        server.askFor("18", Map.of());
        link.tick();
        poll();

        assertThat(updates.begun()).isZero();
        assertThat(server.told()).isEmpty();
    }

    @Test
    void theProfileMayAgree() {
        link = link(true);
        server.askFor("18", Map.of());
        link.tick();

        assertThat(server.told())
                .containsExactly(new Told(
                        "POST",
                        "/confirmationBase/18/feedback",
                        "{\"confirmation\":\"confirmed\",\"details\":[\"agreed to by the profile of the box\"]}"));
    }

    @Test
    void aDeploymentWithoutAReleaseIsRefused() {
        server.module("camera-firmware", "3");
        begin();

        assertThat(updates.begun()).isZero();
        assertThat(told()).containsExactly(letter("closed", "failure", "\"there is no software module verge in it\""));
    }

    @Test
    void aVersionThatIsNoNameOfAReleaseIsRefused() {
        server.module("verge", "../1");
        begin();

        assertThat(told()).singleElement().asString().contains("closed", "failure", "names no release");
    }

    @Test
    void whatTheBoxRefusesIsAFailure() {
        updates.refuse("no-root", "the box has no root of trust");
        begin();

        assertThat(told()).containsExactly(letter("closed", "failure", "\"the box has no root of trust\""));
    }

    @Test
    void aBusyBoxTakesItUpLater() throws Exception {
        updates.apply(new UpdateWish("by-hand", "2026.11.1", "", "maintainer liu", null, false));
        begin();
        assertThat(told()).containsExactly(letter("proceeding", "none", "\"waits: the update to 2026.11.1 goes on\""));

        updates.walk(Phase.COMMITTED);
        poll();

        assertThat(updates.wish().id()).isEqualTo("hawkbit-18");
    }

    @Test
    void whatMayNotBeInstalledNowIsAskedForAgain() {
        server.deploy("18", "skip", Map.of());
        link.tick();
        poll();

        assertThat(updates.begun()).isZero();
        assertThat(server.asked())
                .filteredOn(path -> path.contains("deploymentBase"))
                .hasSize(2);
    }

    @Test
    void theServerIsToldWhatTheBoxIs() {
        server.link("configData", server.uri() + "/DEFAULT/controller/v1/box-1/configData");
        link.tick();

        assertThat(server.told())
                .containsExactly(
                        new Told("PUT", "/configData", "{\"mode\":\"replace\",\"data\":{\"region\":\"wuhan\"}}"));
    }

    @Test
    void wordIsKeptWhileTheServerIsAway() {
        begin();
        server.status(503, "");
        walk(Phase.STAGED, Phase.SWITCH, Phase.COMMITTED);
        assertThat(link.trouble()).contains("503");

        server.status(0, "");
        poll();

        assertThat(link.trouble()).isEmpty();
        assertThat(told())
                .endsWith(
                        letter("downloaded", "none", "\"staged\""),
                        letter("proceeding", "none", "\"switch\""),
                        letter("closed", "success", "\"committed\""));
    }

    @Test
    void aServerThatAsksForPatienceIsNotSpokenToBefore() {
        begin();
        server.status(429, "3600");
        walk(Phase.STAGED);
        server.status(0, "");
        int asked = server.asked().size();

        clock.advance(Duration.ofMinutes(59));
        link.wake();
        link.tick();
        assertThat(server.asked()).hasSize(asked);
        assertThat(told()).hasSize(1);

        clock.advance(Duration.ofMinutes(20));
        link.tick();
        assertThat(told()).last().isEqualTo(letter("downloaded", "none", "\"staged\""));
    }

    @Test
    void anAnswerThatTheServerCouldNotTakeIsGivenAgain() {
        server.link("configData", server.uri() + "/DEFAULT/controller/v1/box-1/configData");
        server.refusePosts(400);
        link.tick();
        assertThat(server.told()).isEmpty();

        server.refusePosts(0);
        poll();

        assertThat(server.told()).hasSize(1);
    }

    @Test
    void anEndThatTheServerDidNotTakeIsToldAgainWithTheNextOffer() {
        begin();
        server.refusePosts(403);
        walk(Phase.COMMITTED);
        server.refusePosts(0);
        poll();

        assertThat(told()).last().isEqualTo(letter("closed", "success", "\"committed\""));
        assertThat(updates.begun()).isEqualTo(1);
    }

    @Test
    void theCloudMayHaveItAskedAtOnce() {
        link.tick();
        server.deploy("18", "attempt", Map.of());
        link.tick();
        assertThat(updates.begun()).isZero();

        link.wake();
        link.tick();

        assertThat(updates.begun()).isEqualTo(1);
    }

    @Test
    void wishesOfOthersAreNoneOfItsBusiness() throws Exception {
        updates.apply(new UpdateWish("by-hand", "2026.11.1", "", "maintainer liu", null, false));
        walk(Phase.COMMITTED);

        assertThat(server.told()).isEmpty();
    }
}
