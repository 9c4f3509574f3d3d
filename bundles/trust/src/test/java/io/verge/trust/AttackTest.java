package io.verge.trust;

import static io.verge.trust.Refusals.assertRefused;
import static io.verge.trust.authoring.Forge.in;
import static org.assertj.core.api.Assertions.assertThat;

import io.verge.trust.TrustException.Reason;
import io.verge.trust.authoring.Forge;
import io.verge.trust.authoring.RootDraft;
import io.verge.trust.authoring.Signer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that are not what was promised, too long, or signed by whoever may not: the box keeps what it trusted. */
class AttackTest extends Attack {
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
