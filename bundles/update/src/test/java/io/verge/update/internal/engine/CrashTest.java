package io.verge.update.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.update.Phase;
import io.verge.api.update.UpdateEntry;
import io.verge.api.update.UpdateRefusedException;
import io.verge.api.update.UpdateWish;
import io.verge.testkit.FaultyDisk.Stopped;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever operation of the disk an update ends at: what runs next is the old or the new set as a whole, and the update comes to an end that
 * has a reason. Each operation meets one of the faults; with {@code -Dverge.thorough=true} each meets all of them, which takes minutes.
 */
final class CrashTest {
    private enum Fault {
        FAILS,
        FAILS_FROM_THEN_ON,
        DIES,
        POWER_CUT
    }

    /** How the new set comes to run, or does not. */
    private enum Kind {
        IN_PLACE,
        RESTART,
        ROLLED_BACK,
        ROLLED_BACK_BY_RESTART,
        TO_SHIPPED;

        boolean restarts() {
            return this == RESTART || this == ROLLED_BACK_BY_RESTART;
        }

        boolean harms() {
            return this == ROLLED_BACK || this == ROLLED_BACK_BY_RESTART;
        }

        String release() {
            return this == TO_SHIPPED ? UpdateWish.SHIPPED : "r3";
        }
    }

    /** More than an update has. */
    private static final int STEPS = 400;
    /** Those that an engine makes while the disk fails, before that ends: a few hours. */
    private static final int STEPS_IN_VAIN = 40;

    /** A box that runs a release, and another is there for it. */
    private static World world(Kind kind) {
        World world = new World();
        world.publisher.release("r2", World.RADAR_2);
        world.update("r2");
        if (kind.restarts()) {
            world.publisher.release("r3", World.RADAR_3, World.PERCEPTION_2);
        } else {
            world.publisher.release("r3", World.RADAR_3);
        }
        if (kind.harms()) {
            world.vitals.harmful.add(World.RADAR_3.title());
        }
        return world;
    }

    private static int operations(World world, Kind kind) {
        World twin = world.twin(0);
        twin.disk.restart();
        twin.update(kind.release());
        return twin.disk.operations();
    }

    @ParameterizedTest
    @EnumSource
    void whereverAnUpdateEndsItIsOldOrNewAndComesToItsEnd(Kind kind) throws IOException {
        World world = world(kind);
        int operations = operations(world, kind);
        assertThat(operations).isGreaterThan(40);
        List<Fault> faults = List.of(Fault.values());
        for (int k = 1; k <= operations + faults.size(); k++) {
            boolean isThorough = Boolean.getBoolean("verge.thorough");
            for (Fault fault : isThorough ? faults : List.of(faults.get(k % faults.size()))) {
                crash(world, kind, fault, k);
            }
        }
    }

    private static void crash(World origin, Kind kind, Fault fault, int k) throws IOException {
        String where = kind + ", " + fault + " at operation " + k;
        World world = origin.twin(k);
        UpdateWish wish = world.wish(kind.release());
        try {
            begin(world, fault, k);
            world.engine.apply(wish);
            run(world, fault);
        } catch (Stopped e) {
            // What is left on the disk is what is looked at.
        } catch (UpdateRefusedException e) {
            assertThat(e.code()).as(where).isEqualTo("disk");
        }
        end(world, fault);

        assertThat(world.live.isExactly(world.generations().read(world.live.generation())))
                .as(where)
                .isTrue();
        world.apply(wish);
        UpdateEntry end = world.runToEnd();
        mustBeAnEnd(kind, world, end, where);
    }

    private static void begin(World world, Fault fault, int k) {
        switch (fault) {
            case FAILS -> world.disk.failAt(k);
            case FAILS_FROM_THEN_ON -> world.disk.failFrom(k);
            case DIES, POWER_CUT -> world.disk.stopAt(k);
        }
    }

    /** A process that is started while the disk cannot be read comes up in safe mode, where there is no update: that is the launcher's matter. */
    private static void run(World world, Fault fault) {
        int steps = fault == Fault.FAILS_FROM_THEN_ON ? STEPS_IN_VAIN : STEPS;
        for (int i = 0; i < steps && !world.isIdle(); i++) {
            if (fault == Fault.FAILS_FROM_THEN_ON && world.isAboutToRestart()) {
                return;
            }
            world.step();
        }
    }

    private static void end(World world, Fault fault) {
        if (fault == Fault.POWER_CUT) {
            world.disk.powerCut();
        } else {
            world.disk.restart();
        }
        if (fault == Fault.DIES || fault == Fault.POWER_CUT || world.isAboutToRestart()) {
            world.boot();
        }
    }

    private static void mustBeAnEnd(Kind kind, World world, UpdateEntry end, String where) throws IOException {
        assertThat(end.phase()).as(where + ": " + end.why()).isIn(Phase.COMMITTED, Phase.FAILED);
        boolean isNew = end.phase() == Phase.COMMITTED;
        if (kind.harms()) {
            assertThat(isNew).as(where).isFalse();
        }
        if (!isNew) {
            assertThat(end.code()).as(where).isNotEmpty();
            assertThat(end.why()).as(where).isNotEmpty();
        }
        String radar = !isNew ? "2.0.0" : kind == Kind.TO_SHIPPED ? "1.0.0" : "3.0.0";
        assertThat(world.live.versions()).as(where).containsEntry("io.verge.driver.radar", radar);
        assertThat(world.generations().current().release()).as(where).isIn(Set.of("r2", "r3", ""));
        world.mustBeConsistent(where);
    }
}
