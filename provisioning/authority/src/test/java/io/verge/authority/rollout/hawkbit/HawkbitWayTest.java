package io.verge.authority.rollout.hawkbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.verge.api.disk.Sha256;
import io.verge.authority.rollout.fleet.Answer;
import io.verge.authority.rollout.fleet.Fleet;
import io.verge.authority.rollout.fleet.FleetException;
import io.verge.authority.rollout.fleet.Heard;
import io.verge.authority.rollout.fleet.Wish;
import io.verge.authority.rollout.plan.Box;
import io.verge.authority.rollout.plan.Planner;
import io.verge.authority.rollout.plan.Policy;
import io.verge.authority.rollout.run.Run;
import io.verge.mqtt.TlsFiles;
import io.verge.testkit.ManualClock;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may go to a server, and how often one is gone to that fails. */
class HawkbitWayTest {
    private static final String RELEASE = "2026.12.1";
    private static final String BOX = "wuhan/crossing-1";
    private static final byte[] CONTENT = "a bundle".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder = Path.of("");

    private final ManualClock clock = ManualClock.leaping();
    private FakeHawkbit hawkbit;

    @BeforeEach
    void begin() throws IOException {
        hawkbit = new FakeHawkbit();
        hawkbit.targets(targets -> targets.add(List.of("crossing-1")));
    }

    @AfterEach
    void end() {
        hawkbit.close();
    }

    @Test
    void aServerThatFailsIsLeftAloneForAWhileThenAskedAgain() throws Exception {
        HawkbitWay way = way(software(CONTENT));
        hawkbit.answer(500, "", "");
        assertThatIOException().isThrownBy(() -> way.open(run())).withMessageContaining("hawkBit answers 500");
        assertThatIOException().isThrownBy(() -> way.open(run())).withMessageContaining("asked again in");
        assertThat(hawkbit.calls()).hasSize(1);

        hawkbit.answer(0, "", "");
        clock.advance(Duration.ofSeconds(6));
        way.open(run()).close();
    }

    @Test
    void aServerThatIsBusyIsLeftAloneForAsLongAsItAsksFor() throws Exception {
        HawkbitWay way = way(software(CONTENT));
        hawkbit.answer(429, "120", "");
        assertThatIOException().isThrownBy(() -> way.open(run()));
        hawkbit.answer(0, "", "");
        clock.advance(Duration.ofSeconds(119));
        assertThatIOException().isThrownBy(() -> way.open(run())).withMessageContaining("asked again in 2 s");

        clock.advance(Duration.ofSeconds(2));
        way.open(run()).close();
    }

    @Test
    void aServerThatIsLostWhileItIsAskedMakesNoBoxFail() throws Exception {
        Fleet fleet = way(software(CONTENT)).open(run());
        hawkbit.answer(403, "", "");

        assertThatIOException()
                .isThrownBy(() -> fleet.ask(BOX, new Wish(RELEASE, 1)))
                .isInstanceOf(FleetException.class)
                .withMessageContaining("give that user the permission");
    }

    @Test
    void ofManyBoxesThoseThatHaveWaitedLongestAreLookedAtFirst() throws Exception {
        List<String> names =
                IntStream.range(0, 60).mapToObj(number -> "c" + number).toList();
        hawkbit.targets(targets -> targets.add(names));
        Fleet fleet = way(software(CONTENT)).open(run());
        for (String name : names) {
            assertThat(fleet.ask("wuhan/" + name, new Wish(RELEASE, 1))).isEqualTo(Answer.DONE);
            hawkbit.actions(name).get(0).say("retrieved");
        }

        Set<Heard> heard = new HashSet<>();
        for (int turn = 0; turn < 3; turn++) {
            heard.addAll(fleet.hear(Duration.ofSeconds(1)));
            clock.advance(Duration.ofSeconds(10)); // those that were looked at are due again
        }
        assertThat(heard).hasSize(60);
    }

    @Test
    void filesThatSomebodyElseHasUploadedAreEnough() throws Exception {
        ask(software(CONTENT), 1);

        assertThat(ask(Software.UPLOADED, 2)).isEqualTo(Answer.DONE);
        assertThat(hawkbit.all("softwaremodules")).hasSize(1);
        assertThat(hawkbit.all("distributionsets")).extracting("version").containsExactly(RELEASE, RELEASE + "/2");
    }

    @Test
    void anotherFileOfTheSameNameIsNotPassedOver() throws Exception {
        ask(software(CONTENT), 1);

        assertThatIOException()
                .isThrownBy(() -> ask(software("another".getBytes(StandardCharsets.UTF_8)), 2))
                .withMessageContaining("has another a.jar than the repository");
    }

    @Test
    void aFileThatIsNotWhatWasSignedIsNotUploaded() {
        Software rotten = new Software(
                List.of(new Software.File("a.jar", Sha256.of(CONTENT).hex(), () -> new byte[3])));

        assertThatIOException().isThrownBy(() -> ask(rotten, 1)).withMessageContaining("a.jar is not what was signed");
        assertThat(hawkbit.all("distributionsets")).isEmpty();
    }

    @Test
    void aSetOfAnotherReleaseIsNeverAssigned() throws Exception {
        ask(software(CONTENT), 1);
        hawkbit.all("distributionsets").get(0).put("modules", List.of());

        assertThatIOException()
                .isThrownBy(() -> ask(software(CONTENT), 1))
                .withMessageContaining("somebody made it for something else");
    }

    @Test
    void aNameThatHawkbitCannotKeepIsRefusedBeforehand() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> way(software(CONTENT)).open(run("1".repeat(65))))
                .withMessageContaining("64 characters");
    }

    @Test
    void aPasswordThatOthersCanReadIsNotUsed() throws Exception {
        HawkbitWay way = way(software(CONTENT));
        Files.setPosixFilePermissions(folder.resolve("user"), PosixFilePermissions.fromString("rw-r--r--"));

        assertThatIOException().isThrownBy(() -> way.open(run())).withMessageContaining("chmod 600");
        assertThat(hawkbit.calls()).isEmpty();
    }

    @Test
    void aFileWithoutAUserIsRefusedWithoutShowingIt() throws Exception {
        HawkbitWay way = way(software(CONTENT));
        Files.writeString(folder.resolve("user"), "s3cret");

        assertThatIOException()
                .isThrownBy(() -> way.open(run()))
                .withMessageContaining("user:password was expected")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("s3cret"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hawkbit.example:8080",
                "http://localhost.example",
                "ftp://localhost",
                "hawkbit.example",
                "https://liu:secret@hawkbit.example",
                "https://hawkbit.example/?tenant=x"
            })
    void aPasswordIsNotSentInTheClearNorToWhatIsNoServer(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> access(URI.create(address)))
                .withMessageContaining("https://HOST:PORT was expected");
    }

    private Answer ask(Software software, int attempt) throws Exception {
        try (Fleet fleet = way(software).open(run())) {
            return fleet.ask(BOX, new Wish(RELEASE, attempt));
        }
    }

    private Run run() {
        return run(RELEASE);
    }

    private Run run(String release) {
        Box box = new Box("wuhan", "crossing-1", "", "", List.of(), Set.of());
        return Run.planned(
                release,
                1,
                Policy.USUAL,
                Planner.plan(List.of(box), Policy.USUAL, new SplittableRandom(1)),
                clock.now());
    }

    private HawkbitWay way(Software software) throws IOException {
        Path user = folder.resolve("user");
        Files.writeString(user, "admin:admin\n");
        Files.setPosixFilePermissions(user, PosixFilePermissions.fromString("rw-------"));
        return new HawkbitWay(access(hawkbit.uri()), new HawkbitTerms("verge", false), software, clock, new Random(1));
    }

    private HawkbitAccess access(URI server) {
        return new HawkbitAccess(server, folder.resolve("user"), new TlsFiles(null, null, null));
    }

    private static Software software(byte[] content) {
        return new Software(
                List.of(new Software.File("a.jar", Sha256.of(content).hex(), () -> content)));
    }
}
