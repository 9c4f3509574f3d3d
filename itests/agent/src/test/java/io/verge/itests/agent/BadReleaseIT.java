package io.verge.itests.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Releases that are bad once they run, on one box that is alone: nothing but its supervisor starts it again, and no network is asked.
 * After each the driver that ran before gives frames again within a minute. More kinds of bad releases are in {@link UpdateIT}.
 */
class BadReleaseIT {
    /** On a machine that has time for it (docs/performance.md); going back is four starts at most, and waiting. */
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private static final int STARTS = 6;
    /** Of Java when its memory is used up, and when native code fails and no core is wanted. */
    private static final int OUT_OF_MEMORY = 3;

    private static final int CRASHED = 1;
    private static final int FAULT = 70;

    @TempDir
    static Path folder = Path.of("");

    @TempDir
    static Path scratch = Path.of("");

    private static UpdateBox box;
    private static SupervisedAgent agent;

    /** A start is healthy after a second, so that what goes wrong later does not look like a bad start. */
    @BeforeAll
    static void start() throws Exception {
        box = new UpdateBox(folder, scratch, 15);
        box.home().calm();
        agent = SupervisedAgent.start(
                box.home(),
                "-Dverge.healthy.seconds=1 -XX:-CreateCoredumpOnCrash -XX:ErrorFile=" + scratch.resolve("crash.log"));
    }

    @AfterAll
    static void end() {
        agent.close();
    }

    @Test
    void aComponentThatCannotBeActivatedIsUndoneWhileOthersLoseNothing() throws Exception {
        String component = "OSGI-INF/throwing.xml";
        box.releases()
                .publish(
                        "2026.13.1",
                        box.must(
                                "0.11.0",
                                Map.of("Service-Component", component),
                                List.of(ThrowingCamera.class),
                                Map.of(component, ThrowingCamera.COMPONENT)));

        assertThat(undone("2026.13.1", "0.11.0")).isEmpty();

        assertThat(history()).containsPattern("2026\\.13\\.1 +failed[^\\n]*\\n[^\\n]*camera-se");
        assertThat(box.home().counter("radar-ne", "connects")).isEqualTo(1);
        assertThat(box.home().counter("radar-ne", "gaps")).isZero();
        assertThat(box.home().counter("signal", "gaps")).isZero();
    }

    @Test
    void oneThatEatsAllMemoryIsUndone() throws Exception {
        box.releases().publish("2026.13.2", box.bad("0.12.0", HoardingActivator.class));

        assertThat(undone("2026.13.2", "0.12.0")).isNotEmpty().containsOnly(OUT_OF_MEMORY);

        assertThat(history()).containsPattern("2026\\.13\\.2 +failed[^\\n]*\\n[^\\n]*the process ended");
    }

    @Test
    void oneThatCrashesInNativeCodeIsUndone() throws Exception {
        box.releases().publish("2026.13.3", box.bad("0.13.0", CrashingActivator.class));

        assertThat(undone("2026.13.3", "0.13.0")).isNotEmpty().containsOnly(CRASHED);
        assertThat(scratch.resolve("crash.log")).content().contains("SIGSEGV");
        assertThat(history()).containsPattern("2026\\.13\\.3 +failed[^\\n]*\\n[^\\n]*the process ended");
    }

    @Test
    void oneThatEndsTheProcessAgainAndAgainWhenAllSeemsWellIsUndone() throws Exception {
        box.releases().publish("2026.13.4", box.bad("0.14.0", LateExitActivator.class));

        assertThat(undone("2026.13.4", "0.14.0")).containsExactly(FAULT, FAULT, FAULT);

        assertThat(history())
                .containsPattern("2026\\.13\\.4 +failed[^\\n]*\\n[^\\n]*ended 3 times while it was on probation");
    }

    /** Applies it and goes away; with which codes the process has ended until the old driver gave frames again. */
    private static List<Integer> undone(String release, String version) throws Exception {
        int before = agent.ends().size();
        box.begin(release).assertEnded(0);
        long began = System.nanoTime();
        RunningAgent.await(
                () -> box.home().verge("update", "history"), one -> one.text().contains(release));
        RunningAgent.await(() -> box.home().verge("bundles"), one -> one.text()
                .matches("(?s).*" + UpdateBox.MUST + " +0\\.1\\.0 .*"));
        box.home().awaitOk();
        RunningAgent.await(() -> box.home().verge("status"), one -> givesFrames());

        long now = System.nanoTime();
        List<SupervisedAgent.End> ends =
                agent.ends().subList(before, agent.ends().size());
        Duration sinceTrouble =
                Duration.ofNanos(now - (ends.isEmpty() ? began : ends.get(0).nanos()));
        System.out.printf(
                "%s: the old driver gives frames %d ms after %s, %d ms after the wish, %d ends of the process%n",
                version,
                sinceTrouble.toMillis(),
                ends.isEmpty() ? "the wish" : "the first end",
                Duration.ofNanos(now - began).toMillis(),
                ends.size());
        Duration slow = agent.firstStart().multipliedBy(STARTS);
        assertThat(sinceTrouble).isLessThan(slow.compareTo(LIMIT) > 0 ? slow : LIMIT);
        assertThat(box.home().verge("bundles").text()).doesNotContain(version);
        return ends.stream().map(SupervisedAgent.End::code).toList();
    }

    private static boolean givesFrames() {
        try {
            return box.home().counter(UpdateBox.CAMERA, "frames") > 0;
        } catch (Exception e) {
            return false;
        }
    }

    private static String history() throws Exception {
        return box.home().verge("update", "history").text();
    }
}
