package io.verge.itests.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One running agent, through its command line: what is shown, what may be changed, what is refused. */
class AgentIT {
    /** A session that does not come about, and messages on the air that want it. */
    private static final String CLOUD =
            "\ncloud: {broker: \"mqtt://127.0.0.1:1\", spread: 0}\nfanout: {types: [SPAT, MAP]}\n";

    private static final String MUST = "io.verge.driver.camera-must";

    @TempDir
    static Path folder = Path.of("");

    @TempDir
    static Path scratch = Path.of("");

    private static RunningAgent agent;

    @BeforeAll
    static void start() throws Exception {
        agent = RunningAgent.start(folder);
    }

    @AfterAll
    static void end() {
        agent.close();
    }

    @Test
    void statusNamesEveryDeviceAndAppOfTheProfile() throws Exception {
        assertThat(agent.home().verge("status").text())
                .contains("radar-ne", "camera-nw", "camera-se", "signal", "rsu", "signal-phase", "sensor-sharing");
    }

    @Test
    void aProfileWithErrorsIsRefusedAsAWhole() throws Exception {
        Path wrong = edited("wrong.yaml", "    seed: ", "    sed: ");
        long connects = agent.counter("radar-ne", "connects");
        Verge.Result applied = agent.home().verge("config", "apply", wrong.toString());
        applied.assertEnded(78);
        assertThat(applied.text()).contains("devices.simulator.sed").contains("did you mean 'seed'");
        assertThat(agent.home().verge("config", "show").text()).contains("    seed: ");
        assertThat(agent.counter("radar-ne", "connects")).isEqualTo(connects);
    }

    @Test
    void aChangedBlockReconfiguresThatDeviceAlone() throws Exception {
        Path changed = edited("changed.yaml", "azimuth: 315}\n    range: 90", "azimuth: 315}\n    range: 91");
        Object radarSince = agent.device("radar-ne").get("since");
        Verge.Result applied = agent.home().verge("config", "apply", changed.toString());
        assertThat(applied.lines()).contains("updated " + MUST + "~camera-se");
        assertThat(applied.lines())
                .filteredOn(line -> line.startsWith("updated"))
                .hasSize(1);
        agent.awaitOk();
        assertThat(agent.device("radar-ne").get("since")).isEqualTo(radarSince);
    }

    @Test
    void aDriverIsReplacedWhileOthersLoseNothing() throws Exception {
        Path newer = BundleJars.variant(
                BundleJars.shipped("drivers", "verge-driver-camera-must"),
                scratch.resolve("newer.jar"),
                Map.of("Bundle-Version", "0.1.7"));
        Verge.Result update = agent.home().verge("bundle", "update", newer.toString());
        assertThat(update.text()).contains(MUST + " 0.1.7 is active");
        agent.awaitOk();
        assertThat(agent.counter("radar-ne", "connects")).isEqualTo(1);
        assertThat(agent.counter("radar-ne", "gaps")).isZero();
        assertThat(agent.counter("signal", "gaps")).isZero();
    }

    @Test
    void aBundleThatIsCutOffIsRefused() throws Exception {
        byte[] whole = Files.readAllBytes(BundleJars.shipped("drivers", "verge-driver-camera-must"));
        Path cut = Files.write(scratch.resolve("cut.jar"), Arrays.copyOf(whole, whole.length / 2));
        assertRefused(cut, "not a whole jar");
    }

    @Test
    void aFileThatIsNoBundleIsRefused() throws Exception {
        assertRefused(Files.writeString(scratch.resolve("no.jar"), "no jar"), "not a whole jar");
    }

    @Test
    void aBundleThatNeedsWhatIsNotHereIsRefusedByName() throws Exception {
        Path needy = BundleJars.variant(
                BundleJars.shipped("drivers", "verge-driver-camera-must"),
                scratch.resolve("needy.jar"),
                Map.of("Bundle-Version", "0.2.0", "Import-Package", "org.example.missing"));
        assertRefused(needy, "org.example.missing");
    }

    @Test
    void aBundleThatExportsIsRefused() throws Exception {
        assertRefused(BundleJars.shipped("base", "verge-site"), "exports packages");
    }

    @Test
    void sameVersionWithOtherContentIsRefused() throws Exception {
        Path same = BundleJars.variant(
                BundleJars.shipped("drivers", "verge-driver-camera-flir"), scratch.resolve("same.jar"), Map.of());
        assertRefused(same, "raise its Bundle-Version");
    }

    private static void assertRefused(Path jar, String reason) throws Exception {
        Verge.Result result = agent.home().verge("bundle", "install", jar.toString());
        assertThat(result.text()).contains(reason);
        result.assertEnded(69);
        assertThat(agent.json("bundles"))
                .filteredOn(bundle -> MUST.equals(bundle.get("name")))
                .extracting(bundle -> bundle.get("state"))
                .containsExactly("active");
    }

    @Test
    void whyEndsInARemedy() throws Exception {
        Verge.Result stopped = agent.home().verge("bundle", "stop", "io.verge.app.sensor-sharing");
        stopped.assertEnded(0);
        Verge.Result why = agent.home().verge("why", "sensor-sharing");
        agent.home().verge("bundle", "start", "io.verge.app.sensor-sharing").assertEnded(0);
        why.assertEnded(1);
        assertThat(why.text()).contains("io.verge.app.sensor-sharing").contains("verge bundle start");
    }

    @Test
    void watchPrintsEachMessageOnTheAirOnce() throws Exception {
        List<String> lines = new ArrayList<>();
        try (Verge watch = Verge.start(agent.home().environment(), "watch", "messages")) {
            watch.await(line -> lines.add(line) && lines.size() > 50, Duration.ofMinutes(1));
        }
        assertThat(lines)
                .doesNotHaveDuplicates()
                .anyMatch(line -> line.contains("\"SPAT\""))
                .anyMatch(line -> line.contains("\"RSM\""));
    }

    @Test
    void aMissingKeyIsNamed() throws Exception {
        Verge.Result result =
                Verge.run(Map.of("VERGE_HOME", scratch.toString()), "bundle", "stop", "io.verge.app.sensor-sharing");
        result.assertEnded(69);
        assertThat(result.text()).contains("coap.key");
    }

    @Test
    void outboxShowsItsLanes() throws Exception {
        Verge.Result outbox = agent.home().verge("outbox");
        outbox.assertEnded(0);
        assertThat(outbox.lines())
                .anyMatch(line -> line.startsWith("critical "))
                .anyMatch(line -> line.startsWith("bulk "));
        assertThat(outbox.text()).containsPattern("store [0-9a-f]{16}, files [0-9.]+ MB");
    }

    @Test
    void twinShowsWhatAMaintainerHoldsUntilHeReleasesIt() throws Exception {
        Verge.Result held =
                agent.home().verge("twin", "hold", "apps.sensor-sharing", "--for", "1h", "--reason", "a test");
        Verge.Result twin = agent.home().verge("twin");
        Verge.Result released = agent.home().verge("twin", "release", "apps.sensor-sharing");
        held.assertEnded(0);
        twin.assertEnded(0);
        assertThat(twin.text()).contains("apps.sensor-sharing", "overridden", "a test");
        released.assertEnded(0);
        assertThat(released.text()).doesNotContain("a test");
    }

    @Test
    void whoChangedWhatIsInATrailThatVerifies() throws Exception {
        agent.home().verge("twin", "hold", "apps.sensor-sharing", "--for", "1h", "--reason", "a trail");
        agent.home().verge("twin", "release", "apps.sensor-sharing");

        Verge.Result audit =
                RunningAgent.await(() -> agent.home().verge("audit", "--last", "200", "--verify"), one -> one.text()
                        .contains("twin.release"));
        audit.assertEnded(0);
        assertThat(audit.lines())
                .anyMatch(line -> line.contains("local") && line.contains("operator") && line.contains("twin.hold"));
        Verge.Result files = Verge.run(
                Map.of(),
                "audit",
                "--verify",
                folder.resolve("var").resolve("audit").toString());
        assertThat(files.text()).contains("every entry is as it was written");
        files.assertEnded(0);
    }

    @Test
    void aBrokerThatIsNotThereIsToldAndNothingElseSuffers() throws Exception {
        assertThat(agent.home().verge("cloud").text()).contains("the profile has no section cloud");
        Path before = edited("before.yaml", "devices:", "devices:");
        Path with = edited("with-cloud.yaml", "\napps:", CLOUD + "\napps:");
        Object radarSince = agent.device("radar-ne").get("since");
        assertThat(agent.home().verge("config", "apply", with.toString()).lines())
                .contains("created io.verge.cloud", "created io.verge.fanout");

        Verge.Result cloud = RunningAgent.await(
                () -> agent.home().verge("cloud"), one -> one.text().contains("refused"));
        cloud.assertEnded(1);
        assertThat(cloud.text()).contains("DEGRADED", "mqtt://127.0.0.1:1", "fanoutNoSession ");
        agent.awaitOk();
        assertThat(agent.home().verge("config", "apply", before.toString()).lines())
                .contains("deleted io.verge.cloud", "deleted io.verge.fanout");
        assertThat(agent.device("radar-ne").get("since")).isEqualTo(radarSince);
    }

    private static Path edited(String name, String from, String to) throws Exception {
        String text = Files.readString(agent.home().profile());
        assertThat(text).contains(from);
        return Files.writeString(agent.home().profile().resolveSibling(name), text.replace(from, to));
    }

    @Test
    void itKeepsItsFramesComing() throws Exception {
        long before = agent.counter("signal", "frames");
        agent.awaitCounter("signal", "frames", before + 10);
    }
}
