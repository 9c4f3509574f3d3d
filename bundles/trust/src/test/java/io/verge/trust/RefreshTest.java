package io.verge.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.trust.authoring.Forge;
import io.verge.trust.authoring.Signer;
import io.verge.trust.authoring.Terms;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The client's workflow with an honest repository. */
class RefreshTest {
    private final World world = new World();

    @Test
    void aNewBoxComesToTrustWhatIsPublished() throws Exception {
        Trusted trusted = world.refresh();

        assertThat(trusted.versions()).isEqualTo(new Versions(1, 1, 1, 1));
        assertThat(trusted.freshness(world.now, Way.ONLINE).mayInstall()).isTrue();
    }

    @Test
    void aBoxThatNeverRefreshedTrustsOnlyItsRoot() throws Exception {
        Trusted trusted = world.client().stored();

        assertThat(trusted.versions()).isEqualTo(new Versions(1, 0, 0, 0));
        assertThat(trusted.freshness(world.now, Way.ONLINE).state()).isEqualTo(Freshness.State.EMPTY);
    }

    @Test
    void whatWasTrustedIsThereAfterARestart() throws Exception {
        world.refresh();
        world.box.powerCut();

        Trusted trusted = world.client().stored();
        assertThat(trusted.versions()).isEqualTo(new Versions(1, 1, 1, 1));
        assertThat(trusted.find(World.GNSS, MetadataSource.NONE, world.now)).isPresent();
    }

    @Test
    void aTargetComesWithLengthHashCustomAndPlace() throws Exception {
        Target target =
                world.refresh().find(World.GNSS, MetadataSource.NONE, world.now).orElseThrow();

        assertThat(target.length()).isEqualTo(1_000);
        assertThat(target.sha256()).isEqualTo(World.SHA256);
        assertThat(target.custom()).containsEntry("counter", 1L);
        assertThat(target.role()).isEqualTo("targets");
        assertThat(target.location()).isEqualTo("bundles/" + World.SHA256 + ".io.verge.driver.gnss-0.1.0.jar");
    }

    @Test
    void whatNobodySignedIsNotFound() throws Exception {
        assertThat(world.refresh().find("bundles/other-1.jar", world.wire(), world.now))
                .isEmpty();
    }

    @Test
    void anAnchorThatIsNoRootOrNotSignedEndsTheRefreshBeforeAnybodyIsAsked() throws Exception {
        byte[] root = world.published("1.root.json");
        Wire wire = world.wire();

        for (byte[] anchor : List.of(
                Forge.edit(root, signed -> signed.remove("version"), world.rootKeys.toArray(Signer[]::new)),
                Forge.edit(root, signed -> {}, World.stranger()),
                new byte[0])) {
            TrustClient client = new TrustClient(world.box, Path.of("/box/trust"), anchor, Limits.USUAL);
            assertThatThrownBy(() -> client.refresh(wire, world.now)).isInstanceOf(TrustException.class);
        }
        assertThat(wire.asked()).isEmpty();
    }

    @Test
    void whatHasExpiredHereStillLeadsToWhatIsNew() throws Exception {
        world.refresh();
        world.now = world.inDays(18);
        world.release("0.2.0", 2);

        assertThat(world.refresh().versions()).isEqualTo(new Versions(1, 2, 2, 2));
    }

    @Test
    void onlyWhatIsNewIsFetched() throws Exception {
        world.refresh();
        Wire wire = world.wire();
        world.client().refresh(wire, world.now);
        assertThat(wire.asked()).containsExactly("2.root.json", "timestamp.json");

        world.repository().publish(Terms.usual(world.now), List.of(world.snapshotKey), List.of(world.timestampKey));
        world.client().refresh(wire, world.now);
        assertThat(wire.asked()).containsExactly("2.root.json", "timestamp.json", "2.snapshot.json");
    }

    @Test
    void anAuthorMayRenewTheTimestampAlone() throws Exception {
        world.refresh();
        world.now = world.inDays(2);
        world.repository().renew(Terms.usual(world.now), List.of(world.timestampKey));

        assertThat(world.refresh().versions()).isEqualTo(new Versions(1, 2, 1, 1));
    }

    @Test
    void everyRootBetweenIsFollowed() throws Exception {
        for (int i = 0; i < 3; i++) {
            world.rotate(world.rootKeys);
        }
        Wire wire = world.wire();

        assertThat(world.client().refresh(wire, world.now).versions().root()).isEqualTo(4);
        assertThat(wire.asked()).startsWith("2.root.json", "3.root.json", "4.root.json", "5.root.json");
    }

    @Test
    void allRootKeysMayBeReplacedInOneStep() throws Exception {
        List<Signer> before = world.rootKeys;
        world.rootKeys = List.of(World.spare(), World.stranger());
        world.rotate(before);

        assertThat(world.refresh().versions().root()).isEqualTo(2);
    }

    @Test
    void anExpiredRootOnTheWayIsNoObstacle() throws Exception {
        world.rotate(world.rootKeys);
        world.now = world.inDays(364);
        world.rotate(world.rootKeys);
        world.targets(draft -> draft);
        world.publish();
        world.now = world.inDays(10);
        world.targets(draft -> draft);
        world.publish();

        assertThat(world.refresh().versions().root()).isEqualTo(3);
    }

    @Test
    void aNewerRootInTheInstallationGoesBeforeTheOneThatWasKept() throws Exception {
        world.refresh();
        world.rotate(world.rootKeys);
        TrustClient reinstalled =
                new TrustClient(world.box, Path.of("/box/trust"), world.published("2.root.json"), Limits.USUAL);

        assertThat(reinstalled.stored().versions().root()).isEqualTo(2);
    }

    @Test
    void fieldsThatNobodyKnowsAreSignedAndLeftAlone() throws Exception {
        byte[] timestamp = Forge.edit(
                world.published("timestamp.json"),
                signed -> signed.put("x-later", Map.of("b", List.of(1L, "ü"), "a", true)),
                world.timestampKey);

        assertThat(world.client()
                        .refresh(world.wire().with("timestamp.json", timestamp), world.now)
                        .versions()
                        .timestamp())
                .isEqualTo(1);
    }

    @Test
    void aRepositoryThatIsAwayChangesNothing() throws Exception {
        world.refresh();
        MetadataSource away = (name, limit) -> {
            throw new IOException("no route to host");
        };

        assertThatThrownBy(() -> world.client().refresh(away, world.now)).hasMessage("no route to host");
        assertThat(world.stored()).isEqualTo(new Versions(1, 1, 1, 1));
    }

    @Test
    void aRepositoryWithoutConsistentSnapshotsIsReadToo() throws Exception {
        byte[] root = Forge.edit(
                world.published("1.root.json"),
                signed -> signed.put("consistent_snapshot", false),
                world.rootKeys.toArray(Signer[]::new));
        Wire wire = world.wire()
                .with("snapshot.json", world.published("1.snapshot.json"))
                .with("targets.json", world.published("1.targets.json"));
        Trusted trusted =
                new TrustClient(world.box, Path.of("/box/trust"), root, Limits.USUAL).refresh(wire, world.now);

        assertThat(wire.asked()).contains("snapshot.json", "targets.json");
        assertThat(trusted.find(World.GNSS, wire, world.now).orElseThrow().location())
                .isEqualTo(World.GNSS);
    }

    @Test
    void aDamagedFileIsFetchedAgain() throws Exception {
        world.rotate(world.rootKeys);
        world.refresh();
        for (String role : List.of("root", "timestamp", "snapshot", "targets")) {
            world.box.rot(Path.of("/box/trust/" + role + ".json"), 3);
        }

        assertThat(world.stored()).isEqualTo(new Versions(1, 0, 0, 0));
        assertThat(world.refresh().versions()).isEqualTo(new Versions(2, 1, 1, 1));
        assertThat(world.stored()).isEqualTo(new Versions(2, 1, 1, 1));
    }
}
