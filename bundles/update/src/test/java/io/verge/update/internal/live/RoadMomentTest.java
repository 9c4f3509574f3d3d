package io.verge.update.internal.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.app.AppReport;
import io.verge.api.scene.Scene;
import io.verge.api.signal.SignalMode;
import io.verge.api.status.State;
import io.verge.api.status.Status;
import io.verge.api.time.Stamps;
import io.verge.testkit.ManualClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoadMomentTest {
    private final ManualClock clock = ManualClock.standing();
    private final Surroundings around = new Surroundings(clock);
    private final RoadMoment moment = new RoadMoment(around, clock);

    private void says(String event) {
        AppReport report =
                new AppReport("collision-warning", Status.of(State.OK, clock.now()), clock.now(), event, Map.of());
        around.apps = () -> List.of(report);
    }

    private void scene(SignalMode... modes) {
        around.onScene(
                new Scene(clock.now(), clock.quality(), List.of(), Map.of(), Set.of(modes), List.of(), Stamps.NONE));
    }

    @Test
    void nothingSpeaksAgainstAQuietRoad() {
        scene(SignalMode.COORDINATED);
        assertThat(moment.unsafe()).isEmpty();
        assertThat(moment.objection()).isEmpty();
    }

    @Test
    void withoutAppsAndScenesAsInSafeModeItIsSafe() {
        assertThat(moment.unsafe()).isEmpty();
    }

    @Test
    void anOpenWarningMustNotBeCutOff() {
        says("update collision-risk c-17: a truck");
        assertThat(moment.unsafe()).contains("a warning of collision-warning is open: collision-risk");
    }

    @Test
    void aWarningThatHasEndedOrIsNotRepeatedIsOver() {
        says("cancel collision-risk c-17");
        assertThat(moment.unsafe()).isEmpty();
        says("new collision-risk c-18");
        clock.advance(Duration.ofSeconds(11));
        assertThat(moment.unsafe()).isEmpty();
    }

    @Test
    void roadWorksMayStandForMonths() {
        says("new road-works w-1: resurfacing");
        assertThat(moment.unsafe()).isEmpty();
    }

    @Test
    void aPriorityCallIsServedToItsEnd() {
        scene(SignalMode.PRIORITY);
        assertThat(moment.unsafe()).contains("the signal controller serves a priority call");
        scene(SignalMode.PREEMPTION, SignalMode.COORDINATED);
        assertThat(moment.unsafe()).contains("the signal controller serves a preemption");
        clock.advance(Duration.ofSeconds(3));
        assertThat(moment.unsafe()).isEmpty();
    }

    @Test
    void whoObjectsIsHeardAndWhoFailsIsNot() {
        around.addObjector(() -> {
            throw new IllegalStateException("broken");
        });
        assertThat(moment.objection()).isEmpty();
        around.addObjector(() -> Optional.of("a maintainer is at the cabinet"));
        assertThat(moment.objection()).contains("a maintainer is at the cabinet");
    }
}
