package io.verge.update.internal.engine;

import static io.verge.api.update.Phase.COMMITTED;
import static io.verge.api.update.Phase.FAILED;
import static io.verge.api.update.Phase.METADATA;
import static io.verge.api.update.Phase.WAIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.api.status.State;
import io.verge.api.update.UpdateChange;
import io.verge.api.update.UpdateChange.Way;
import io.verge.api.update.UpdateEntry;
import io.verge.api.update.UpdateRefusedException;
import io.verge.api.update.UpdateWish;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What is asked for, and what comes of it. */
final class WishTest {
    private static final String RADAR = "io.verge.driver.radar";

    private final World world = new World();

    WishTest() {
        world.publisher.release("r2", World.RADAR_2);
        world.publisher.release("r3", World.RADAR_3);
    }

    private void mustBeRefused(UpdateWish wish, String code) {
        assertThatThrownBy(() -> world.engine.apply(wish))
                .isInstanceOfSatisfying(
                        UpdateRefusedException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void oneUpdateGoesOnAtATime() {
        world.apply("r2");

        mustBeRefused(world.wish("r3"), "busy");
    }

    @Test
    void theSameWishAgainIsAnsweredWithHowItIs() {
        UpdateWish wish = world.wish("r2");
        world.apply(wish);
        world.runTo(WAIT);

        assertThat(world.apply(wish).phase()).isEqualTo(WAIT);
    }

    @Test
    void aWishThatHasFailedIsNotBegunAgain() {
        world.vitals.harmful.add(World.RADAR_2.title());
        UpdateWish wish = world.wish("r2");
        world.apply(wish);
        world.runToEnd();

        assertThat(world.apply(wish).phase()).isEqualTo(FAILED);
        assertThat(world.engine.report().now()).isNull();
    }

    @Test
    void anUnknownSourceIsRefused() {
        mustBeRefused(new UpdateWish("x", "r2", "elsewhere", "tester", null, false), "no-such-source");
    }

    @Test
    void withoutARootOfTrustNothingIsInstalledAndTheReportSaysWhatToDo() {
        world.anchor = null;
        world.boot();
        world.step();

        mustBeRefused(world.wish("r2"), "no-trust");
        var status = world.engine.report().status();
        assertThat(status.state()).isEqualTo(State.NOT_POSSIBLE);
        assertThat(Objects.requireNonNull(status.trouble()).remedy()).contains("root.json");
    }

    @Test
    void whatWasShippedNeedsNeitherTrustNorNetwork() throws Exception {
        world.update("r2");
        world.anchor = null;
        world.publisher.away = true;
        world.boot();

        UpdateEntry end = world.update(UpdateWish.SHIPPED);

        assertThat(end.phase()).isEqualTo(COMMITTED);
        assertThat(world.live.versions()).containsEntry(RADAR, "1.0.0");
        assertThat(world.engine.report().running()).isEqualTo(UpdateWish.SHIPPED);
        world.mustBeConsistent();
    }

    @Test
    void whatRunsAlreadyIsNotTouched() {
        world.update("r2");
        world.phases.clear();

        UpdateEntry end = world.update("r2");

        assertThat(end.phase()).isEqualTo(COMMITTED);
        assertThat(end.code()).isEqualTo("runs-already");
        assertThat(world.phases).hasSize(3);
        assertThat(world.live.touched).containsExactly(RADAR);
    }

    @Test
    void whatWasShippedRunsAlreadyOnABoxThatWasNeverUpdated() {
        assertThat(world.update(UpdateWish.SHIPPED).code()).isEqualTo("runs-already");
    }

    @Test
    void aReleaseOfWhatRunsUnderAnotherNameIsTakenUpWithoutTouchingAnything() throws Exception {
        world.update("r2");
        world.publisher.release("r2-again", World.RADAR_2);

        UpdateEntry end = world.update("r2-again");

        assertThat(end.phase()).isEqualTo(COMMITTED);
        assertThat(world.engine.report().running()).isEqualTo("r2-again");
        assertThat(world.live.touched).containsExactly(RADAR);
        world.mustBeConsistent();
    }

    @Test
    void whatWasChangedByHandStays() throws Exception {
        world.live.install(TestBundle.of(RADAR, "1.5.0"));
        world.publisher.release("r4", World.RADAR_3, TestBundle.of("io.verge.driver.camera", "2.0.0"));

        UpdateEntry end = world.update("r4");

        assertThat(end.phase()).isEqualTo(COMMITTED);
        assertThat(world.live.versions())
                .containsEntry(RADAR, "1.5.0")
                .containsEntry("io.verge.driver.camera", "2.0.0");
        assertThat(world.told)
                .anyMatch(entry -> entry.plan() != null
                        && entry.plan()
                                .changes()
                                .contains(new UpdateChange(
                                        RADAR, "1.5.0", "3.0.0", Way.KEPT, World.RADAR_3.jar().length)));
        world.mustBeConsistent();
    }

    @Test
    void whatTheNextReleaseDoesNotNameGoesBackToWhatWasShipped() throws Exception {
        TestBundle added = TestBundle.of("io.verge.driver.loop", "1.0.0");
        world.publisher.release("r4", World.RADAR_3, added);
        world.update("r4");
        assertThat(world.live.versions()).containsKey("io.verge.driver.loop");
        world.publisher.release("r5", TestBundle.of("io.verge.driver.camera", "2.0.0"));

        var plan = world.engine.plan(world.wish("r5"));
        UpdateEntry end = world.update("r5");

        assertThat(plan.changes())
                .extracting(change -> change.name() + " " + change.from() + ">" + change.to())
                .containsExactly(
                        "io.verge.driver.camera 1.0.0>2.0.0",
                        "io.verge.driver.loop 1.0.0>",
                        "io.verge.driver.radar 3.0.0>1.0.0");
        assertThat(end.phase()).isEqualTo(COMMITTED);
        assertThat(world.live.versions()).containsEntry(RADAR, "1.0.0").doesNotContainKey("io.verge.driver.loop");
        world.mustBeConsistent();
    }

    @Test
    void aWishThatCannotBeWrittenDownIsRefusedAndForgotten() {
        world.step();
        UpdateWish wish = world.wish("r2");
        world.disk.failAt(4);

        mustBeRefused(wish, "disk");
        world.disk.restart();
        world.boot();
        world.step();

        assertThat(world.engine.report().now()).isNull();
        assertThat(world.apply(wish).phase()).isEqualTo(METADATA);
    }

    @Test
    void aPlanIsMadeWithoutAWish() throws Exception {
        var plan = world.engine.plan(world.wish("r3"));

        assertThat(plan.release()).isEqualTo("r3");
        assertThat(plan.pauses()).extracting(pause -> pause.device()).containsExactly("device of " + RADAR);
        assertThat(plan.trustedUntil()).isEqualTo("2026-03-02T08:00:00Z");
        assertThat(world.engine.report().trustedUntil()).isEqualTo("2026-03-02T08:00:00Z");
        assertThat(world.engine.report().now()).isNull();
        assertThat(world.engine.history()).isEmpty();
    }

    @Test
    void aPlanWithoutNetworkIsRefused() {
        world.publisher.away = true;

        assertThatThrownBy(() -> world.engine.plan(world.wish("r3")))
                .isInstanceOfSatisfying(
                        UpdateRefusedException.class, e -> assertThat(e.code()).isEqualTo("not-reachable"));
    }

    @Test
    void aListenerThatThrowsHoldsNothingUp() {
        world.onTold = entry -> {
            throw new IllegalStateException("somebody else's fault");
        };

        assertThat(world.update("r2").phase()).isEqualTo(COMMITTED);
    }
}
