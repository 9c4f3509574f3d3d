package io.verge.trust;

import static io.verge.trust.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.testkit.FaultyDisk;
import io.verge.trust.TrustException.Reason;
import io.verge.trust.authoring.Forge;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The disk fails or the process dies at each step of a refresh: trust is the old or the new afterwards, and can go on. */
class PowerCutTest {
    private static final Versions OLD = new Versions(1, 1, 1, 1);
    private static final Versions NEW = new Versions(2, 2, 2, 2);

    private final World world = new World();
    private final byte[] firstTimestamp = world.published("timestamp.json");

    PowerCutTest() throws IOException, TrustException {
        world.rotate(world.rootKeys);
        world.release("0.2.0", 2);
    }

    /** A box that knows the first set. */
    private void newBox(int seed) throws IOException, TrustException {
        world.box = new FaultyDisk(new Random(seed));
        world.client()
                .refresh(world.wire().with("timestamp.json", firstTimestamp).without("2.root.json"), world.now);
        world.box.restart();
    }

    /** What the refresh to the second set does to the disk. */
    private int operations() throws Exception {
        newBox(0);
        world.refresh();
        return world.box.operations();
    }

    private void assertOldOrNew() throws IOException, TrustException {
        Trusted trusted = world.client().stored();
        Versions versions = trusted.versions();
        assertThat(versions.root()).isBetween(OLD.root(), NEW.root());
        assertThat(versions.timestamp()).isBetween(OLD.timestamp(), NEW.timestamp());
        assertThat(versions.snapshot()).isBetween(OLD.snapshot(), versions.timestamp());
        assertThat(versions.targets()).isBetween(OLD.targets(), versions.snapshot());
        boolean isWhole = versions.timestamp() == versions.snapshot() && versions.snapshot() == versions.targets();
        assertThat(trusted.freshness(world.now, Way.ONLINE).mayInstall()).isEqualTo(isWhole);
        assertThat(trusted.find(World.GNSS, MetadataSource.NONE, world.now)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 200})
    void aPowerCutAtAnyStepLeavesTheOldOrTheNew(int seed) throws Exception {
        int operations = operations();
        for (int k = 1; k <= operations; k++) {
            newBox(seed + k);
            world.box.stopAt(k);
            assertThatThrownBy(world::refresh).as("operation " + k).isInstanceOf(FaultyDisk.Stopped.class);
            world.box.powerCut();

            assertOldOrNew();
            assertThat(world.refresh().versions()).as("after operation " + k).isEqualTo(NEW);
        }
    }

    @Test
    void aFailingDiskLeavesTheOldOrTheNewAndTheNextRefreshGoesOn() throws Exception {
        int operations = operations();
        for (int k = 1; k <= operations; k++) {
            newBox(k);
            world.box.failAt(k);
            try {
                world.refresh();
            } catch (IOException e) {
                assertThat(e).hasMessageContaining("has failed");
            }
            world.box.restart();

            assertOldOrNew();
            assertThat(world.refresh().versions()).as("after operation " + k).isEqualTo(NEW);
        }
    }

    @Test
    void aFullDiskLeavesWhatWasTrusted() throws Exception {
        newBox(5);
        world.box.free(0);

        assertThatThrownBy(world::refresh).hasMessageContaining("no space left");
        assertThat(world.stored()).isEqualTo(OLD);
    }

    @Test
    void afterAPowerCutOlderMetadataIsStillRefused() throws Exception {
        newBox(6);
        world.refresh();
        world.box.powerCut();

        assertRefused(
                () -> world.client().refresh(world.wire().with("timestamp.json", firstTimestamp), world.now),
                Reason.ROLLBACK,
                "timestamp");
    }

    /** Between a root with other keys and forgetting what the old ones signed, the fast-forwarded timestamp is still there. */
    @Test
    void aPowerCutWhileAFastForwardIsEndedDoesNotKeepIt() throws Exception {
        byte[] forged = Forge.edit(firstTimestamp, signed -> signed.put("version", Long.MAX_VALUE), world.timestampKey);
        Wire attacker = world.wire().with("timestamp.json", forged).without("2.root.json");
        world.timestampKey = World.spare();
        world.rotate(world.rootKeys);
        world.publish();
        for (int k = 1; k <= 12; k++) {
            world.box = new FaultyDisk(new Random(k));
            world.client().refresh(attacker, world.now);
            world.box.stopAt(k);
            assertThatThrownBy(world::refresh).isInstanceOf(FaultyDisk.Stopped.class);
            world.box.powerCut();

            assertThat(world.refresh().versions()).isEqualTo(new Versions(3, 3, 3, 2));
        }
    }
}
