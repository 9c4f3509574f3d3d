package io.verge.update.internal.engine;

import static io.verge.api.update.Phase.COMMITTED;
import static io.verge.api.update.Phase.DOWNLOAD;
import static io.verge.api.update.Phase.FAILED;
import static io.verge.api.update.Phase.METADATA;
import static io.verge.api.update.Phase.PLAN;
import static io.verge.api.update.Phase.PROBATION;
import static io.verge.api.update.Phase.RESOLVE;
import static io.verge.api.update.Phase.ROLLBACK;
import static io.verge.api.update.Phase.STAGED;
import static io.verge.api.update.Phase.SWITCH;
import static io.verge.api.update.Phase.VERIFY;
import static io.verge.api.update.Phase.WAIT;
import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.status.State;
import io.verge.api.update.UpdateChange.Way;
import io.verge.api.update.UpdateEntry;
import io.verge.api.update.UpdatePlan;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The way of an update, arrow by arrow. */
final class EngineTest {
    private final World world = new World();

    @Test
    void aReleaseRunsAndIsKept() throws IOException {
        world.publisher.release("r2", World.RADAR_2);

        UpdateEntry end = world.update("r2");

        assertThat(end.phase()).as(end.why()).isEqualTo(COMMITTED);
        assertThat(world.phases)
                .containsExactly(METADATA, PLAN, DOWNLOAD, VERIFY, RESOLVE, STAGED, WAIT, SWITCH, PROBATION, COMMITTED);
        assertThat(world.live.versions()).containsEntry("io.verge.driver.radar", "2.0.0");
        assertThat(world.live.touched).containsExactly("io.verge.driver.radar");
        assertThat(world.engine.report().running()).isEqualTo("r2");
        assertThat(world.engine.report().status().state()).isEqualTo(State.OK);
        world.mustBeConsistent();
    }

    @Test
    void whatCannotBeReplacedInPlaceComesWithARestart() throws IOException {
        world.publisher.release("r2", World.RADAR_2, World.PERCEPTION_2);

        UpdateEntry end = world.update("r2");

        assertThat(end.phase()).as(end.why()).isEqualTo(COMMITTED);
        assertThat(world.live.versions()).containsEntry("io.verge.perception", "2.0.0");
        assertThat(world.live.touched).isEmpty();
        world.mustBeConsistent();
    }

    @Test
    void aReleaseThatHarmsIsTakenBack() throws IOException {
        world.publisher.release("r2", World.RADAR_2);
        world.vitals.harmful.add(World.RADAR_2.title());

        UpdateEntry end = world.update("r2");

        assertThat(end.phase()).isEqualTo(FAILED);
        assertThat(end.code()).isEqualTo("worse");
        assertThat(end.why()).contains("3 frames/s");
        assertThat(end.remedy()).isNotEmpty();
        assertThat(world.phases).endsWith(PROBATION, ROLLBACK, FAILED);
        assertThat(world.live.versions()).containsEntry("io.verge.driver.radar", "1.0.0");
        assertThat(world.engine.report().status().state()).isEqualTo(State.DEGRADED);
        world.mustBeConsistent();
    }

    @Test
    void thePlanSaysWhatIsTouched() {
        world.publisher.release("r2", World.RADAR_2, World.PERCEPTION_2);
        world.apply("r2");
        world.runTo(DOWNLOAD);

        UpdatePlan plan = Objects.requireNonNull(world.now().plan());

        assertThat(plan.changes())
                .extracting(change -> change.name() + " " + change.from() + " " + change.to() + " " + change.way())
                .containsExactly(
                        "io.verge.driver.radar 1.0.0 2.0.0 " + Way.IN_PLACE,
                        "io.verge.perception 1.0.0 2.0.0 " + Way.RESTART);
        assertThat(plan.octets()).isEqualTo(World.RADAR_2.jar().length + World.PERCEPTION_2.jar().length);
        assertThat(plan.restart()).hasSeconds(4);
        assertThat(plan.obstacles()).isEmpty();
    }
}
