package io.verge.update.internal.engine;

import static io.verge.api.update.Phase.DOWNLOAD;
import static io.verge.api.update.Phase.PLAN;
import static io.verge.api.update.Phase.REJECTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.update.UpdateEntry;
import io.verge.trust.BundleTarget;
import io.verge.trust.Release;
import io.verge.trust.Way;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is not installed, and what is said of it. Nothing that runs is ever touched. */
final class RefusalTest {
    private final World world = new World();

    @AfterEach
    void nothingWasTouched() throws IOException {
        assertThat(world.live.touched).isEmpty();
        assertThat(world.generations().current().isShipped()).isTrue();
        assertThat(world.generations().list()).isEmpty();
        assertThat(world.disk.list(World.STATE.resolve("update/download"))).isEmpty();
    }

    private void mustBeRefused(String code, String... words) {
        UpdateEntry end = world.update("r2");
        assertThat(end.phase()).isEqualTo(REJECTED);
        assertThat(end.code()).as(end.why()).isEqualTo(code);
        assertThat(end.why()).isNotEmpty();
        for (String word : words) {
            assertThat(end.why()).contains(word);
        }
        assertThat(end.remedy()).isNotEmpty();
    }

    @Test
    void metadataThatHasExpiredInstallsNothing() {
        world.publisher.release("r2", World.RADAR_2);
        world.clock.advance(Duration.ofDays(2));

        mustBeRefused("expired-metadata", "timestamp");
    }

    @Test
    void whatAPersonCarriesMayBeOlder() {
        world.publisher.release("r2", World.RADAR_2);
        world.clock.advance(Duration.ofDays(2));
        world.publisher.way = Way.CARRIED;
        world.apply("r2");

        world.runTo(DOWNLOAD);

        assertThat(world.now().plan()).isNotNull();
        world.live.unresolved = "enough of it";
        assertThat(world.runToEnd().code()).isEqualTo("unresolved");
    }

    @Test
    void aReleaseForOtherHardwareIsRefused() {
        world.publisher.release("r2", "", "box-7", World.RADAR_2);

        mustBeRefused("wrong-hardware", "release r2 is for box-7", "box-1");
    }

    @Test
    void aBundleForOtherHardwareIsRefused() {
        world.publisher.release("r2", World.RADAR_2);
        world.publisher.bundle(World.RADAR_2, Map.of("hw", List.of("box-8", "box-9")));

        mustBeRefused("wrong-hardware", "io.verge.driver.radar 2.0.0 is for box-8, box-9");
    }

    @Test
    void aReleaseForANewerAgentIsRefused() {
        world.publisher.release("r2", "0.10", "*", World.RADAR_2);

        mustBeRefused("agent-too-old", "needs agent 0.10", "0.1.0");
    }

    @Test
    void aBundleForANewerAgentIsRefused() {
        world.publisher.release("r2", World.RADAR_2);
        world.publisher.bundle(World.RADAR_2, Map.of("minAgent", "1.0.0"));

        mustBeRefused("agent-too-old", "io.verge.driver.radar 2.0.0 needs agent 1.0.0");
    }

    @Test
    void whatIsNoVersionIsNewerThanAnyAgent() {
        world.publisher.release("r2", "new..est", "*", World.RADAR_2);

        mustBeRefused("agent-too-old");
    }

    @Test
    void aDiskWithoutRoomIsSeenBeforeAnythingIsFetched() {
        world.publisher.release("r2", World.RADAR_2);
        world.disk.free(2_000);

        mustBeRefused("no-room", "2000 octets");
        assertThat(world.phases).endsWith(PLAN, REJECTED);
        assertThat(world.publisher.asked).noneMatch(path -> path.startsWith("bundles/"));
    }

    @Test
    void aSetThatWouldNotWorkIsRefused() {
        world.publisher.release("r2", World.RADAR_2);
        world.live.unresolved = "io.verge.driver.radar misses a package of io.verge.perception 3";

        mustBeRefused("unresolved", "misses a package");
    }

    @Test
    void aFileThatIsNotWhatWasSignedIsRefused() {
        world.publisher.release("r2", World.RADAR_2);
        world.publisher.spoil(World.RADAR_2);

        mustBeRefused("wrong-content");
    }

    @Test
    void aFileThatIsNotThereIsRefused() {
        world.publisher.release("r2", World.RADAR_2);
        world.publisher.lose(World.RADAR_2);

        mustBeRefused("missing-file", "io.verge.driver.radar-2.0.0.jar");
    }

    @Test
    void aJarThatSaysThatItIsAnotherBundleIsRefused() {
        world.publisher.release(
                "r2", TestBundle.saying("io.verge.driver.radar", "2.0.0", "io.verge.driver.camera", "2.0.0"));

        mustBeRefused("other-bundle", "says that it is io.verge.driver.camera 2.0.0");
    }

    @Test
    void aJarOfAnotherVersionIsRefused() {
        world.publisher.release(
                "r2", TestBundle.saying("io.verge.driver.radar", "2.0.0", "io.verge.driver.radar", "1.9.0"));

        mustBeRefused("other-bundle", "1.9.0");
    }

    @Test
    void whatIsNoCanonicalJarIsRefused() {
        world.publisher.release("r2", World.RADAR_2.with("not a jar at all".getBytes(StandardCharsets.UTF_8)));

        mustBeRefused("bad-jar", "io.verge.driver.radar 2.0.0");
    }

    @Test
    void aReleaseThatNobodyHasSignedIsRefused() {
        world.publisher.release("r3", World.RADAR_2);

        mustBeRefused("no-such-release", "no release r2");
    }

    @Test
    void aReleaseWhoseBundleNobodyHasSignedIsRefused() {
        world.publisher.release("r2", World.RADAR_2);
        world.publisher.remove(BundleTarget.path("io.verge.driver.radar", "2.0.0"));

        mustBeRefused("missing-target", "io.verge.driver.radar 2.0.0");
    }

    @Test
    void aReleaseThatIsMalformedIsRefused() {
        world.publisher.file(Release.path("r2"), "{\"release\":\"r2\",".getBytes(StandardCharsets.UTF_8));

        mustBeRefused("malformed-metadata", "releases/r2.json");
    }

    @Test
    void aReleaseThatSaysItIsAnotherIsRefused() {
        world.publisher.file(Release.path("r2"), new Release("r1", "", List.of("*"), List.of()).octets());

        mustBeRefused("mismatch");
    }

    /** Names of metadata never become paths of the box: what cannot name a bundle is refused. */
    @Test
    void aBundleWhoseNameLeadsElsewhereIsRefused() {
        world.publisher.release("r2", TestBundle.saying("x/y", "2.0.0", "x/y", "2.0.0"));

        mustBeRefused("malformed-metadata");
    }

    @Test
    void aLevelThatIsNoneIsRefused() {
        TestBundle radar = World.RADAR_2;
        world.publisher.release("r2", new TestBundle(radar.name(), radar.version(), "../etc", radar.jar()));

        mustBeRefused("malformed-metadata", "level");
    }

    @Test
    void allObstaclesAreInThePlan() throws Exception {
        world.publisher.release("r2", "9", "box-7", World.RADAR_2);
        world.disk.free(2_000);

        assertThat(world.engine.plan(world.wish("r2")).obstacles())
                .hasSize(3)
                .anyMatch(why -> why.contains("box-7"))
                .anyMatch(why -> why.contains("agent 9"))
                .anyMatch(why -> why.contains("2000 octets"));
        assertThat(world.engine.report().now()).isNull();
    }

    @Test
    void whereNothingRestartsTheAgentARestartIsAnObstacle() {
        world.publisher.release("r2", World.PERCEPTION_2);
        world.live.noRestart = "the demo cannot be restarted";

        mustBeRefused("no-restart", "the demo");
    }
}
