package io.verge.itests.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.transfer.coap.CoapFolder;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signed releases on a whole agent, as a person at the box makes them: in place, a bad one that is undone, and with a restart. */
class UpdateIT {
    private static final String MUST = UpdateBox.MUST;
    private static final String PERCEPTION = "io.verge.perception";
    private static final Pattern UNDONE = Pattern.compile("undone in (\\d+\\.\\d) s");

    @TempDir
    Path folder = Path.of("");

    @TempDir
    Path scratch = Path.of("");

    private UpdateBox box;
    private Home home;
    private ReleaseFolder releases;

    @BeforeEach
    void box() throws Exception {
        box = new UpdateBox(folder, scratch, 15);
        home = box.home();
        releases = box.releases();
    }

    private static void lostNothing(RunningAgent agent) throws Exception {
        assertThat(agent.counter("radar-ne", "connects")).isEqualTo(1);
        assertThat(agent.counter("radar-ne", "gaps")).isZero();
        assertThat(agent.counter("signal", "gaps")).isZero();
    }

    /** Of the newest that was undone; printed for docs/performance.md. */
    private static double rollbackSeconds(String history) {
        Matcher found = UNDONE.matcher(history);
        assertThat(found.find()).as(history).isTrue();
        System.out.println("going back in place: " + found.group());
        return Double.parseDouble(found.group(1));
    }

    @Test
    void aDriverIsReplacedInPlaceAndABadOneIsUndoneWhileOthersLoseNothing() throws Exception {
        releases.publish("2026.12.1", box.good("0.1.9"));
        try (RunningAgent agent = RunningAgent.start(home)) {
            assertThat(home.verge("update").text()).contains("runs shipped, generation 0");
            Verge.Result plan = home.verge("update", "plan", "2026.12.1", "--from", box.repository());
            assertThat(plan.text())
                    .contains("release 2026.12.1 changes 1 bundle")
                    .containsPattern(MUST + " +0\\.1\\.0 +0\\.1\\.9 +while all runs")
                    .contains("not heard meanwhile: camera-se (not measured yet)", "restart of the agent: no");
            plan.assertEnded(0);
            try (CoapFolder laptop = CoapFolder.toward(
                    Path.of(box.repository()), new InetSocketAddress(InetAddress.getLoopbackAddress(), home.port()))) {
                String source = "coap://127.0.0.1:" + laptop.address().getPort();
                assertThat(home.verge("update", "plan", "2026.12.1", "--from", source)
                                .text())
                        .contains("release 2026.12.1 changes 1 bundle");
            }

            Verge.Result applied = box.apply("2026.12.1");
            assertThat(applied.text()).contains("probation", "committed");
            applied.assertEnded(0);
            assertThat(home.verge("bundles").text()).containsPattern(MUST + " +0\\.1\\.9 +active +release");
            assertThat(home.verge("update").text()).contains("runs 2026.12.1, generation 1");
            lostNothing(agent);

            releases.publish("2026.12.2", box.bad("0.2.0", ThrowingActivator.class));
            Verge.Result undone = box.apply("2026.12.2");
            assertThat(undone.text()).contains("failed", MUST + " does not start", "the release is bad");
            undone.assertEnded(1);
            assertThat(home.verge("bundles").text()).containsPattern(MUST + " +0\\.1\\.9 +active +release");
            agent.awaitOk();
            String history = home.verge("update", "history").text();
            assertThat(history).containsPattern("2026\\.12\\.2 +failed").containsPattern("2026\\.12\\.1 +committed");
            assertThat(rollbackSeconds(history)).isLessThanOrEqualTo(10);
            lostNothing(agent);

            Verge.Result again = home.verge("update", "plan", "shipped");
            assertThat(again.text()).containsPattern("camera-se \\(\\d+ ms when measured last\\)");
            assertThat(agent.stop()).isZero();
        }
    }

    @Test
    void theCoreIsReplacedWithARestartThatTheScriptMakes() throws Exception {
        Path jar = scratch.resolve("perception.jar");
        BundleJars.variant(BundleJars.shipped("core", "verge-perception"), jar, Map.of("Bundle-Version", "0.1.9"));
        releases.publish("2026.12.3", new ReleaseFolder.Item(PERCEPTION, "0.1.9", "core", jar));
        try (RunningAgent agent = RunningAgent.startAlone(home)) {
            assertThat(home.verge("update", "plan", "2026.12.3", "--from", box.repository())
                            .text())
                    .containsPattern(PERCEPTION + " +0\\.1\\.0 +0\\.1\\.9 +with a restart");

            Verge.Result applied = box.apply("2026.12.3");

            // Who looks from outside may miss the moment of the restart.
            assertThat(applied.text()).contains("probation", "committed");
            applied.assertEnded(0);
            assertThat(home.verge("bundles").text()).containsPattern(PERCEPTION + " +0\\.1\\.9 +active +release");
            String back = home.verge("update", "plan", "shipped").text();
            assertThat(back).containsPattern("restart of the agent: yes, \\d+ ms when measured last");
            back.lines().filter(line -> line.startsWith("restart of the agent")).forEach(System.out::println);
            assertThat(agent.stop()).isZero();
        }
    }

    @Test
    void aReleaseThatDoesNotResolveIsRefusedBeforeAnythingIsTouched() throws Exception {
        releases.publish(
                "2026.12.4", box.must("0.3.0", Map.of("Import-Package", "org.example.absent"), List.of(), Map.of()));
        try (RunningAgent agent = RunningAgent.start(home)) {
            Verge.Result refused = box.apply("2026.12.4");

            assertThat(refused.text()).contains("rejected", MUST + " 0.3.0 needs", "org.example.absent");
            refused.assertEnded(1);
            assertThat(home.verge("bundles").text()).containsPattern(MUST + " +0\\.1\\.0 +active +shipped");
            lostNothing(agent);
            assertThat(agent.stop()).isZero();
        }
    }

    @Test
    void oneThatHangsAndOneThatLeavesThreadsBehindAreUndoneWithinAMinute() throws Exception {
        releases.publish("2026.12.5", box.bad("0.5.0", HangingActivator.class));
        releases.publish("2026.12.6", box.bad("0.6.0", LeakingActivator.class));
        try (RunningAgent agent = RunningAgent.start(home)) {
            long began = System.nanoTime();
            assertThat(box.apply("2026.12.5").text()).contains("failed", MUST + " does not start within 30.0 s");
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(90));
            assertThat(home.verge("bundles").text()).containsPattern(MUST + " +0\\.1\\.0 +active +shipped");
            agent.awaitOk();

            assertThat(box.apply("2026.12.6").text()).containsPattern("failed +the process has \\d+ threads");
            assertThat(home.verge("bundles").text()).containsPattern(MUST + " +0\\.1\\.0 +active +shipped");
            agent.awaitOk();
            lostNothing(agent);
            assertThat(agent.stop()).isZero();
        }
    }

    @Test
    void oneThatEndsTheProcessIsUndoneByTheStartsThatFollow() throws Exception {
        releases.publish("2026.12.7", box.bad("0.7.0", ExitingActivator.class));
        try (RunningAgent agent = RunningAgent.start(home)) {
            box.begin("2026.12.7").assertEnded(0);
            assertThat(agent.process().exitCode(Duration.ofMinutes(2))).isEqualTo(70);
        }
        new GenerationBox(home).failsToStart(3, 70);
        try (RunningAgent agent = RunningAgent.start(home)) {
            assertThat(home.verge("bundles").text()).containsPattern(MUST + " +0\\.1\\.0 +active +shipped");
            assertThat(home.verge("update", "history").text())
                    .containsPattern("2026\\.12\\.7 +failed")
                    .contains("ended from within, by " + ExitingActivator.class.getName());
            assertThat(agent.stop()).isZero();
        }
    }
}
