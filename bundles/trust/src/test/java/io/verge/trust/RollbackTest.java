package io.verge.trust;

import static io.verge.trust.Refusals.assertRefused;
import static io.verge.trust.authoring.Forge.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.trust.TrustException.Reason;
import io.verge.trust.authoring.Forge;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Old metadata, metadata that is kept from getting newer, and metadata so new that nothing could follow. */
class RollbackTest extends Attack {
    // Rollback.

    @Test
    void anOlderTimestampIsRefused() throws Exception {
        byte[] old = world.published("timestamp.json");
        world.release("0.2.0", 2);
        world.refresh();

        assertRefused(() -> refresh(world.wire().with("timestamp.json", old)), Reason.ROLLBACK, "timestamp");
        assertThat(world.stored()).isEqualTo(new Versions(1, 2, 2, 2));
    }

    /** go-tuf CVE-2022-29173: the check was missed. */
    @Test
    void aNewTimestampWithAnOlderSnapshotIsRefused() throws Exception {
        world.release("0.2.0", 2);
        world.refresh();
        byte[] timestamp = timestamp(signed -> {
            signed.put("version", 3L);
            in(signed, "meta").put("snapshot.json", Map.of("version", 1L));
        });

        assertRefused(() -> refresh(world.wire().with("timestamp.json", timestamp)), Reason.ROLLBACK, "snapshot");
    }

    /** tough CVE-2025-2888: the timestamp was kept before this check, and the box was then stuck with it. */
    @Test
    void aTimestampThatIsRefusedAsRollbackIsNotKept() throws Exception {
        world.release("0.2.0", 2);
        world.refresh();
        byte[] timestamp = timestamp(signed -> {
            signed.put("version", 9L);
            in(signed, "meta").put("snapshot.json", Map.of("version", 1L));
        });

        assertRefused(() -> refresh(world.wire().with("timestamp.json", timestamp)), Reason.ROLLBACK, "snapshot");
        assertThat(world.stored()).isEqualTo(new Versions(1, 2, 2, 2));
        assertThat(world.refresh().versions()).isEqualTo(new Versions(1, 2, 2, 2));
    }

    @Test
    void aNewSnapshotWithOlderTargetsIsRefusedAndNotKept() throws Exception {
        world.release("0.2.0", 2);
        world.refresh();
        byte[] snapshot = edited(
                "2.snapshot.json",
                signed -> {
                    signed.put("version", 3L);
                    in(signed, "meta").put("targets.json", Map.of("version", 1L));
                },
                world.snapshotKey);
        byte[] timestamp = timestamp(signed -> {
            signed.put("version", 3L);
            in(signed, "meta").put("snapshot.json", Map.of("version", 3L));
        });
        Wire wire = world.wire().with("3.snapshot.json", snapshot).with("timestamp.json", timestamp);

        assertRefused(() -> refresh(wire), Reason.ROLLBACK, "snapshot");
        assertThat(world.stored().snapshot()).isEqualTo(2);
    }

    @Test
    void aSnapshotThatForgetsARoleIsRefused() throws Exception {
        byte[] snapshot = snapshot(signed -> in(signed, "meta").remove("targets.json"));

        assertRefused(() -> refresh(set(new byte[0], snapshot)), Reason.ROLLBACK, "snapshot");
    }

    @Test
    void anotherTimestampOfTheSameVersionIsNotTaken() throws Exception {
        byte[] timestamp = timestamp(signed -> in(signed, "meta").put("snapshot.json", Map.of("version", 100L)));

        refresh(world.wire().with("timestamp.json", timestamp));
        assertStillTrustsTheFirstSet();
    }

    @Test
    void aRootThatSkipsAVersionIsRefused() throws Exception {
        byte[] root = edited("1.root.json", signed -> signed.put("version", 3L), all(world.rootKeys));

        assertRefused(() -> refresh(world.wire().with("2.root.json", root)), Reason.ROLLBACK, "root");
        assertStillTrustsTheFirstSet();
    }

    @Test
    void theRootBeforeIsNotTakenForTheNext() throws Exception {
        byte[] root = world.published("1.root.json");

        assertRefused(() -> refresh(world.wire().with("2.root.json", root)), Reason.ROLLBACK, "root");
    }

    // Freeze.

    @Test
    void anExpiredTimestampIsRefusedAndNotKept() throws Exception {
        world.release("0.2.0", 2);
        world.now = world.inDays(1);

        assertRefused(() -> world.refresh(), Reason.EXPIRED, "timestamp");
        assertStillTrustsTheFirstSet();
    }

    @Test
    void anExpiredSnapshotIsRefusedAndNotKept() throws Exception {
        byte[] snapshot = snapshot(signed -> signed.put("expires", World.START.toString()));

        assertRefused(() -> refresh(set(targets(any -> {}), snapshot)), Reason.EXPIRED, "snapshot");
        assertThat(world.stored().snapshot()).isEqualTo(1);
    }

    @Test
    void expiredTargetsAreRefusedAndNotKept() throws Exception {
        byte[] targets = targets(signed -> signed.put("expires", World.START.toString()), all(world.targetsKeys));

        assertRefused(() -> refresh(set(targets, snapshot(any -> {}))), Reason.EXPIRED, "targets");
        assertThat(world.stored().targets()).isEqualTo(1);
    }

    @Test
    void anExpiredRootIsKeptAndEndsTheRefresh() throws Exception {
        world.rotate(world.rootKeys, World.START);

        assertRefused(() -> world.refresh(), Reason.EXPIRED, "root");
        assertThat(world.stored()).isEqualTo(new Versions(2, 1, 1, 1));
    }

    @Test
    void theSameTimestampUntilItExpiresIsNoFreeze() throws Exception {
        world.now = world.now.plus(Duration.ofHours(23));

        assertThat(world.refresh().versions().timestamp()).isEqualTo(1);
    }

    // Fast-forward: a thief of the online keys signs versions that no honest ones can follow.

    @Test
    void aRootWithNewOnlineKeysEndsAFastForward() throws Exception {
        byte[] timestamp = timestamp(signed -> signed.put("version", Long.MAX_VALUE));
        refresh(world.wire().with("timestamp.json", timestamp));
        assertRefused(() -> world.refresh(), Reason.ROLLBACK, "timestamp");

        world.timestampKey = World.spare();
        world.snapshotKey = World.stranger();
        world.rotate(world.rootKeys);
        world.publish();

        assertThat(world.refresh().versions()).isEqualTo(new Versions(2, 2, 2, 1));
    }

    @Test
    void aRotatedSnapshotKeyAloneForgetsBothRoles() throws Exception {
        byte[] snapshot = snapshot(signed -> in(signed, "meta").put("targets.json", Map.of("version", 1L)));
        byte[] forged = Forge.edit(
                snapshot, signed -> in(signed, "meta").put("x.json", Map.of("version", 9L)), world.snapshotKey);
        refresh(world.wire().with("2.snapshot.json", forged).with("timestamp.json", timestamp(snapshotVersion(2))));

        world.snapshotKey = World.spare();
        world.rotate(world.rootKeys);
        world.publish();

        assertThat(world.refresh().versions()).isEqualTo(new Versions(2, 2, 2, 1));
    }

    @Test
    void anotherKeyBesideTheOldOnesKeepsWhatTheySigned() throws Exception {
        world.rotate(
                world.rootKeys,
                draft -> draft.keys("timestamp", 1, World.publicKeys(List.of(world.timestampKey, World.spare()))));
        MetadataSource onlyTheRoot = (name, limit) -> {
            if (name.endsWith("root.json")) {
                return world.wire().fetch(name, limit);
            }
            throw new IOException("the rest is away");
        };

        assertThatThrownBy(() -> world.client().refresh(onlyTheRoot, world.now)).hasMessage("the rest is away");
        assertThat(world.stored()).isEqualTo(new Versions(2, 1, 1, 1));
    }

    @Test
    void aRootThatLeavesTheOnlineKeysKeepsWhatTheySigned() throws Exception {
        byte[] old = world.published("timestamp.json");
        world.release("0.2.0", 2);
        world.refresh();
        world.rotate(world.rootKeys);

        assertRefused(() -> refresh(world.wire().with("timestamp.json", old)), Reason.ROLLBACK, "timestamp");
    }
}
