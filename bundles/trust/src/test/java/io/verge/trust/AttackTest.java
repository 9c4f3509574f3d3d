package io.verge.trust;

import static io.verge.trust.Refusals.assertRefused;
import static io.verge.trust.authoring.Forge.in;
import static org.assertj.core.api.Assertions.assertThat;

import io.verge.trust.TrustException.Reason;
import io.verge.trust.authoring.Forge;
import io.verge.trust.authoring.RootDraft;
import io.verge.trust.authoring.Signer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The attacks of TUF §1.5.2 on each role, by somebody between the repository and a box that has refreshed once; with keys of the
 * repository where the attack needs them. The box keeps what it trusted.
 */
class AttackTest {
    private final World world = new World();

    AttackTest() throws IOException, TrustException {}

    @BeforeEach
    void theBoxKnowsTheFirstSet() throws Exception {
        world.refresh();
    }

    private void assertStillTrustsTheFirstSet() throws Exception {
        assertThat(world.stored()).isEqualTo(new Versions(1, 1, 1, 1));
    }

    private void refresh(Wire wire) throws Exception {
        world.client().refresh(wire, world.now);
    }

    private byte[] edited(String name, Consumer<Map<String, Object>> change, Signer... signers) throws IOException {
        return Forge.edit(world.published(name), change, signers);
    }

    private Signer[] all(List<Signer> signers) {
        return signers.toArray(Signer[]::new);
    }

    /** The set that the repository would publish after its metadata was changed: each role promises the next. */
    private Wire set(byte[] targets, byte[] snapshot) throws IOException {
        return world.wire()
                .with("2.targets.json", targets)
                .with("2.snapshot.json", snapshot)
                .with("timestamp.json", timestamp(snapshotVersion(2)));
    }

    private Consumer<Map<String, Object>> snapshotVersion(long version) {
        return signed -> {
            signed.put("version", 2L);
            in(signed, "meta").put("snapshot.json", Map.of("version", version));
        };
    }

    private byte[] timestamp(Consumer<Map<String, Object>> change) throws IOException {
        return edited("timestamp.json", change, world.timestampKey);
    }

    private byte[] snapshot(Consumer<Map<String, Object>> change) throws IOException {
        return edited(
                "1.snapshot.json",
                signed -> {
                    signed.put("version", 2L);
                    in(signed, "meta").put("targets.json", Map.of("version", 2L));
                    change.accept(signed);
                },
                world.snapshotKey);
    }

    private byte[] targets(Consumer<Map<String, Object>> change, Signer... signers) throws IOException {
        return edited(
                "1.targets.json",
                signed -> {
                    signed.put("version", 2L);
                    change.accept(signed);
                },
                signers);
    }

    // Arbitrary software: somebody signs who may not.

    @ParameterizedTest
    @CsvSource({"timestamp,timestamp.json", "snapshot,2.snapshot.json", "targets,2.targets.json", "root,2.root.json"})
    void whatAStrangerSignsIsRefused(String role, String name) throws Exception {
        world.rotate(world.rootKeys);
        Wire wire = set(targets(any -> {}, all(world.targetsKeys)), snapshot(any -> {}));
        wire.with(name, Forge.edit(wire.fetch(name, 2 << 20), any -> {}, World.stranger()));

        assertRefused(() -> refresh(wire), Reason.SIGNATURES, role);
    }

    @ParameterizedTest
    @ValueSource(strings = {"timestamp.json", "2.snapshot.json", "2.targets.json"})
    void aDocumentChangedOnTheWayIsRefused(String name) throws Exception {
        world.release("0.2.0", 2);
        Wire wire = world.wire().changing(name, document -> new String(document, StandardCharsets.UTF_8)
                .replace("2026", "2036")
                .replace("2027", "2037")
                .getBytes(StandardCharsets.UTF_8));

        assertRefused(
                () -> refresh(wire),
                name.equals("timestamp.json") ? Reason.SIGNATURES : Reason.MISMATCH,
                name.replaceAll("\\d\\.|\\.json", ""));
    }

    @Test
    void aRoleCannotSignForAnother() throws Exception {
        byte[] targets = targets(any -> {}, world.snapshotKey, world.timestampKey, World.stranger());

        assertRefused(() -> refresh(set(targets, snapshot(any -> {}))), Reason.SIGNATURES, "targets");
    }

    @Test
    void oneRolesDocumentIsNotTakenForAnother() throws Exception {
        byte[] asTimestamp = edited("1.snapshot.json", any -> {}, world.timestampKey);

        assertRefused(() -> refresh(world.wire().with("timestamp.json", asTimestamp)), Reason.MALFORMED, "timestamp");
    }

    // Keys that were stolen, but fewer than the threshold.

    @Test
    void oneOfTwoTargetsKeysIsNotEnough() throws Exception {
        byte[] targets = targets(any -> {}, world.targetsKeys.get(0), World.stranger());

        assertRefused(() -> refresh(set(targets, snapshot(any -> {}))), Reason.SIGNATURES, "targets");
        assertThat(world.stored().targets()).isEqualTo(1);
    }

    @Test
    void aRootThatTheKeysBeforeDidNotSignIsRefused() throws Exception {
        byte[] root = Forge.edit(
                nextRoot(List.of(World.spare(), World.stranger())), any -> {}, World.spare(), World.stranger());

        assertRefused(() -> refresh(world.wire().with("2.root.json", root)), Reason.SIGNATURES, "root");
        assertStillTrustsTheFirstSet();
    }

    @Test
    void aRootThatItsOwnKeysDidNotSignIsRefused() throws Exception {
        byte[] root = Forge.edit(nextRoot(List.of(World.spare(), World.stranger())), any -> {}, all(world.rootKeys));

        assertRefused(() -> refresh(world.wire().with("2.root.json", root)), Reason.SIGNATURES, "root");
        assertStillTrustsTheFirstSet();
    }

    private byte[] nextRoot(List<Signer> keys) throws Exception {
        return RootDraft.after(world.newest("root"), world.inDays(365))
                .keys("root", 2, World.publicKeys(keys))
                .document()
                .octets();
    }

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
    void anExpiredRootIsRefused() throws Exception {
        world.now = world.inDays(365);
        world.targets(draft -> draft);

        assertRefused(() -> world.refresh(), Reason.EXPIRED, "root");
    }

    @Test
    void theSameTimestampUntilItExpiresIsNoFreeze() throws Exception {
        world.now = world.now.plus(Duration.ofHours(23));

        assertThat(world.refresh().versions().timestamp()).isEqualTo(1);
    }

    // Mix and match.

    @Test
    void targetsThatAreNotOfTheSetAreRefused() throws Exception {
        world.release("0.2.0", 2);

        assertRefused(
                () -> refresh(world.wire().with("2.targets.json", world.published("1.targets.json"))),
                Reason.MISMATCH,
                "targets");
    }

    @Test
    void aSnapshotThatIsNotOfTheSetIsRefused() throws Exception {
        world.release("0.2.0", 2);

        assertRefused(
                () -> refresh(world.wire().with("2.snapshot.json", world.published("1.snapshot.json"))),
                Reason.MISMATCH,
                "snapshot");
        assertThat(world.stored()).isEqualTo(new Versions(1, 2, 1, 1));
    }

    @Test
    void anotherVersionThanPromisedIsRefusedAlsoWithoutHashes() throws Exception {
        byte[] targets = targets(signed -> signed.put("version", 3L), all(world.targetsKeys));

        assertRefused(() -> refresh(set(targets, snapshot(any -> {}))), Reason.MISMATCH, "targets");
    }

    @Test
    void afterARefusedSnapshotNothingIsInstalledUntilAllOfTheNewIsHere() throws Exception {
        world.release("0.2.0", 2);
        Wire wire = world.wire().with("2.snapshot.json", world.published("1.snapshot.json"));
        assertRefused(() -> refresh(wire), Reason.MISMATCH, "snapshot");

        assertThat(world.client().stored().freshness(world.now, Way.ONLINE).state())
                .isEqualTo(Freshness.State.SUPERSEDED);
        assertThat(world.refresh().freshness(world.now, Way.ONLINE).mayInstall())
                .isTrue();
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
    void aRootThatLeavesTheOnlineKeysKeepsWhatTheySigned() throws Exception {
        byte[] old = world.published("timestamp.json");
        world.release("0.2.0", 2);
        world.refresh();
        world.rotate(world.rootKeys);

        assertRefused(() -> refresh(world.wire().with("timestamp.json", old)), Reason.ROLLBACK, "timestamp");
    }

    // Endless data.

    @ParameterizedTest
    @CsvSource({"timestamp,timestamp.json,TOO_MUCH", "root,2.root.json,TOO_MUCH", "snapshot,2.snapshot.json,MISMATCH"})
    void moreThanTheLimitIsRefusedBeforeItIsRead(String role, String name, Reason reason) throws Exception {
        world.release("0.2.0", 2);

        assertRefused(() -> refresh(world.wire().with(name, new byte[(2 << 20) + 1])), reason, role);
    }

    @Test
    void aPromiseOfMoreThanTheLimitIsRefusedBeforeAnythingIsFetched() throws Exception {
        Wire wire = world.wire().with("timestamp.json", timestamp(signed -> {
            signed.put("version", 2L);
            in(signed, "meta").put("snapshot.json", Map.of("version", 2L, "length", 1L << 40));
        }));

        assertRefused(() -> refresh(wire), Reason.TOO_MUCH, "snapshot");
        assertThat(wire.asked()).doesNotContain("2.snapshot.json");
    }

    @Test
    void anEndlessChainOfRootsIsNotFollowed() throws Exception {
        for (int i = 0; i < 4; i++) {
            world.rotate(world.rootKeys);
        }
        Limits limits = new Limits(2 << 20, 32, 32, 3, Duration.ofDays(30));

        assertRefused(() -> world.client(limits).refresh(world.wire(), world.now), Reason.TOO_MUCH, "root");
        assertThat(world.stored().root()).isEqualTo(4);
    }
}
