package io.verge.trust;

import static io.verge.trust.Refusals.assertRefused;
import static io.verge.trust.authoring.Forge.in;
import static org.assertj.core.api.Assertions.assertThat;

import io.verge.trust.TrustException.Reason;
import io.verge.trust.authoring.Document;
import io.verge.trust.authoring.Forge;
import io.verge.trust.authoring.Signer;
import io.verge.trust.authoring.TargetsDraft;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Vendors sign for their own bundles, and for nothing else. */
class DelegationTest {
    private static final String RADAR = BundleTarget.path("com.example.radar", "1.0.0");
    private final World world = new World();

    private void delegate(String name, Signer key, String... paths) throws Exception {
        world.targets(draft -> draft.delegate(name, 1, List.of(key.publicKey()), List.of(paths)));
    }

    private void vendorSigns(String role, Signer key, String bundle) throws Exception {
        world.targets(role, draft -> draft.bundle(bundle, "1.0.0", 1, 500, World.SHA256), List.of(key));
    }

    private void exampleSigns(String bundle) throws Exception {
        delegate("example", world.vendorKey, "bundles/com.example.*");
        vendorSigns("example", world.vendorKey, bundle);
        world.publish();
    }

    private Optional<Target> find(String path) throws Exception {
        return world.refresh().find(path, world.wire(), world.now);
    }

    @Test
    void aVendorsBundleIsFoundByTheDelegation() throws Exception {
        exampleSigns("com.example.radar");

        assertThat(find(RADAR).orElseThrow().role()).isEqualTo("example");
    }

    @Test
    void aVendorSignsNothingThatIsNotTheirs() throws Exception {
        exampleSigns("io.verge.gate");

        assertThat(find(BundleTarget.path("io.verge.gate", "1.0.0"))).isEmpty();
    }

    @Test
    void aVendorCannotPutAnotherBundleBehindTheirOwnPath() throws Exception {
        delegate("example", world.vendorKey, "bundles/com.example.*");
        Map<String, Object> custom = BundleTarget.custom("io.verge.gate", "1.0.0", 1);
        world.targets("example", draft -> draft.add(RADAR, 1, World.SHA256, custom), List.of(world.vendorKey));
        world.publish();

        assertRefused(() -> BundleTarget.of(find(RADAR).orElseThrow()), Reason.MISMATCH, RADAR);
    }

    @Test
    void aVendorsListCannotReplaceWhatTheTopLevelHas() throws Exception {
        delegate("example", world.vendorKey, "bundles/*");
        world.targets(
                "example",
                draft -> draft.bundle("io.verge.driver.gnss", "0.1.0", 9, 1, "cd".repeat(32)),
                List.of(world.vendorKey));
        world.publish();

        assertThat(find(World.GNSS).orElseThrow().role()).isEqualTo("targets");
    }

    @Test
    void aVendorWithoutAKeyOfTheDelegationIsRefused() throws Exception {
        exampleSigns("com.example.radar");
        Trusted trusted = world.client().refresh(promisingNoHash("1.example.json"), world.now);
        Wire wire =
                world.wire().changing("1.example.json", document -> Forge.edit(document, any -> {}, World.stranger()));

        assertRefused(() -> trusted.find(RADAR, wire, world.now), Reason.SIGNATURES, "example");
        assertThat(world.box.has(Path.of("/box/trust/delegated/example.json"))).isFalse();
    }

    private Wire promisingNoHash(String name) throws IOException {
        byte[] snapshot = Forge.edit(
                world.published("2.snapshot.json"),
                signed -> in(signed, "meta").put(name.substring(2), Map.of("version", 1L)),
                world.snapshotKey);
        byte[] timestamp = Forge.edit(
                world.published("timestamp.json"),
                signed -> in(signed, "meta").put("snapshot.json", Map.of("version", 2L)),
                world.timestampKey);
        return world.wire().with("2.snapshot.json", snapshot).with("timestamp.json", timestamp);
    }

    @Test
    void anExpiredVendorIsRefusedAndTheOthersAreNot() throws Exception {
        exampleSigns("com.example.radar");
        world.now = world.inDays(89);
        world.targets(draft -> draft);
        world.publish();
        Trusted trusted = world.refresh();

        assertRefused(() -> trusted.find(RADAR, world.wire(), world.inDays(1)), Reason.EXPIRED, "example");
        assertThat(trusted.find(World.GNSS, world.wire(), world.inDays(1))).isPresent();
    }

    @Test
    void anOlderVendorListThanTheSnapshotHasIsRefused() throws Exception {
        exampleSigns("com.example.radar");
        vendorSigns("example", world.vendorKey, "com.example.camera");
        world.publish();
        Trusted trusted = world.refresh();
        Wire wire = world.wire().with("2.example.json", world.published("1.example.json"));

        assertRefused(() -> trusted.find(RADAR, wire, world.now), Reason.MISMATCH, "example");
    }

    @Test
    void whatAVendorSignedIsKeptAndFoundWithoutTheNetwork() throws Exception {
        exampleSigns("com.example.radar");
        find(RADAR);
        world.box.powerCut();

        assertThat(world.client().stored().find(RADAR, MetadataSource.NONE, world.now))
                .isPresent();
    }

    @Test
    void aVendorWhoLeftIsForgotten() throws Exception {
        exampleSigns("com.example.radar");
        find(RADAR);
        world.targets(draft -> draft.undelegate("example"));
        world.publish();

        assertThat(find(RADAR)).isEmpty();
    }

    @Test
    void behindATerminatingDelegationNobodyElseIsAsked() throws Exception {
        delegate("example", world.vendorKey, "bundles/com.example.*");
        delegate("other", World.spare(), "bundles/*");
        vendorSigns("example", world.vendorKey, "com.example.camera");
        vendorSigns("other", World.spare(), "com.example.radar");
        world.publish();

        assertThat(find(RADAR)).isEmpty();
    }

    @Test
    void behindAnotherDelegationTheNextIsAsked() throws Exception {
        delegate("example", world.vendorKey, "bundles/com.example.*");
        delegate("other", World.spare(), "bundles/*");
        vendorSigns("example", world.vendorKey, "com.example.camera");
        vendorSigns("other", World.spare(), "com.example.radar");
        world.edited(
                "targets",
                signed -> Forge.list(signed, "delegations", "roles").forEach(role -> role.put("terminating", false)),
                world.targetsKeys);
        world.publish();

        assertThat(find(RADAR).orElseThrow().role()).isEqualTo("other");
    }

    @Test
    void aVendorMayDelegateWithinWhatIsTheirsOnly() throws Exception {
        delegate("example", world.vendorKey, "bundles/com.example.*");
        world.targets(
                "example",
                draft -> draft.delegate("supplier", 1, List.of(World.spare().publicKey()), List.of("bundles/*")),
                List.of(world.vendorKey));
        world.targets(
                "supplier",
                draft -> draft.bundle("com.example.radar", "1.0.0", 1, 5, World.SHA256)
                        .bundle("io.verge.gate", "1.0.0", 1, 5, World.SHA256),
                List.of(World.spare()));
        world.publish();

        assertThat(find(RADAR).orElseThrow().role()).isEqualTo("supplier");
        assertThat(find(BundleTarget.path("io.verge.gate", "1.0.0"))).isEmpty();
    }

    @Test
    void aCircleOfDelegationsEnds() throws Exception {
        delegate("example", world.vendorKey, "bundles/*");
        world.targets(
                "example",
                draft -> draft.delegate("example", 1, List.of(world.vendorKey.publicKey()), List.of("bundles/*")),
                List.of(world.vendorKey));
        world.publish();

        assertThat(find(RADAR)).isEmpty();
    }

    @Test
    void moreDelegationsThanTheLimitAreNotFollowed() throws Exception {
        String parent = "targets";
        for (int i = 0; i < 4; i++) {
            String child = "role" + i;
            world.targets(
                    parent,
                    draft -> draft.delegate(child, 1, List.of(world.vendorKey.publicKey()), List.of("bundles/*")),
                    parent.equals("targets") ? world.targetsKeys : List.of(world.vendorKey));
            parent = child;
        }
        vendorSigns(parent, world.vendorKey, "com.example.radar");
        world.publish();
        Limits limits = new Limits(2 << 20, 32, 3, 10, Duration.ofDays(30));
        Trusted trusted = world.client(limits).refresh(world.wire(), world.now);

        assertRefused(() -> trusted.find(RADAR, world.wire(), world.now), Reason.TOO_MUCH, "role3");
    }

    @Test
    void theNameOfARoleIsNeverAPath() throws Exception {
        for (String name : List.of("../root", "a/b", "root", "timestamp", "", ".hidden", "a\u0000b")) {
            byte[] targets = TargetsDraft.first(world.inDays(9))
                    .delegate(name, 1, List.of(world.vendorKey.publicKey()), List.of("*"))
                    .document()
                    .octets();
            assertRefused(
                    () -> world.repository().targets("targets", Document.parse(targets)), Reason.MALFORMED, "targets");
        }
    }
}
