package io.verge.trust.authoring;

import static io.verge.trust.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verge.testkit.FaultyDisk;
import io.verge.trust.FolderSource;
import io.verge.trust.Limits;
import io.verge.trust.MetadataSource;
import io.verge.trust.TrustClient;
import io.verge.trust.TrustException;
import io.verge.trust.TrustException.Reason;
import io.verge.trust.Trusted;
import io.verge.trust.Versions;
import io.verge.trust.Way;
import io.verge.trust.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Authors sign at their own place and time; what clients would refuse is not published. */
class RepositoryFolderTest {
    private static final Path FOLDER = Path.of("/repository");
    private static final Instant NOW = World.START;
    private static final Instant END = NOW.plusSeconds(90 * 86_400);
    private static final List<Signer> KEYS =
            Stream.generate(Signer::generate).limit(6).toList();

    private final List<Signer> rootKeys = KEYS.subList(0, 3);
    private final Signer targetsKey = KEYS.get(3);
    private final Signer onlineKey = KEYS.get(4);
    private final Signer stranger = KEYS.get(5);
    private final FaultyDisk disk = new FaultyDisk(new Random(1));
    private final RepositoryFolder repository = new RepositoryFolder(disk, FOLDER);

    private RootDraft draft(RootDraft draft) {
        return draft.keys("root", 2, World.publicKeys(rootKeys))
                .keys("targets", 1, List.of(targetsKey.publicKey()))
                .keys("snapshot", 1, List.of(onlineKey.publicKey()))
                .keys("timestamp", 1, List.of(onlineKey.publicKey()));
    }

    private Document firstRoot() {
        return draft(RootDraft.first(END)).document();
    }

    private void publish() throws IOException, TrustException {
        repository.publish(Terms.usual(NOW), List.of(onlineKey), List.of(onlineKey));
    }

    private void publishFirst() throws IOException, TrustException {
        repository.root(firstRoot().signedBy(rootKeys));
        repository.targets("targets", TargetsDraft.first(END).document().signedBy(targetsKey));
        publish();
    }

    private Versions seenByANewBox() throws IOException, TrustException {
        return box().refresh(repository.source(Way.ONLINE), NOW).versions();
    }

    private TrustClient box() throws IOException {
        byte[] root = repository.source(Way.ONLINE).fetch("1.root.json", 1 << 20);
        return new TrustClient(new FaultyDisk(new Random(2)), Path.of("/box"), root, Limits.USUAL);
    }

    @Test
    void signaturesAreAddedOneByOneAndFarFromEachOther() throws Exception {
        byte[] atTheFirst = firstRoot().signedBy(rootKeys.get(0)).octets();
        byte[] atTheSecond =
                Document.parse(atTheFirst).signedBy(rootKeys.get(2)).octets();
        Document root = Document.parse(atTheSecond);

        repository.root(root);
        assertThat(root.signers())
                .containsExactlyInAnyOrder(rootKeys.get(0).id(), rootKeys.get(2).id());
    }

    @Test
    void signingTwiceIsOneSignature() {
        assertThat(firstRoot().signedBy(onlineKey).signedBy(onlineKey).signers())
                .hasSize(1);
    }

    @Test
    void aRootWithTooFewSignaturesIsRefused() {
        assertRefused(() -> repository.root(firstRoot().signedBy(rootKeys.get(0))), Reason.SIGNATURES, "root");
    }

    @Test
    void aRootThatItsPredecessorDidNotSignIsRefused() throws Exception {
        publishFirst();
        Document next = RootDraft.after(repository.newest("root").orElseThrow(), END)
                .keys("root", 1, List.of(stranger.publicKey()))
                .document();

        assertRefused(() -> repository.root(next.signedBy(stranger)), Reason.SIGNATURES, "root");
    }

    @Test
    void theFirstRootTwiceIsRefused() throws Exception {
        publishFirst();

        assertRefused(() -> repository.root(firstRoot().signedBy(rootKeys)), Reason.ROLLBACK, "root");
    }

    @Test
    void keysThatNoRoleUsesAnyMoreLeaveTheRoot() throws Exception {
        publishFirst();
        Document next = RootDraft.after(repository.newest("root").orElseThrow(), END)
                .keys("targets", 1, List.of(stranger.publicKey()))
                .document();

        assertThat(new String(next.octets(), StandardCharsets.UTF_8))
                .contains(stranger.id())
                .doesNotContain(targetsKey.id());
    }

    @Test
    void targetsThatNobodyMaySignAreNotPublished() throws Exception {
        publishFirst();
        repository.targets(
                "targets",
                TargetsDraft.after(repository.newest("targets").orElseThrow(), END)
                        .document()
                        .signedBy(stranger));

        assertRefused(this::publish, Reason.SIGNATURES, "targets");
        assertThat(seenByANewBox()).isEqualTo(new Versions(1, 1, 1, 1));
    }

    @Test
    void aDelegationWithoutItsVendorsListIsNotPublished() throws Exception {
        repository.root(firstRoot().signedBy(rootKeys));
        repository.targets(
                "targets",
                TargetsDraft.first(END)
                        .delegate("example", 1, List.of(stranger.publicKey()), List.of("bundles/com.example.*"))
                        .document()
                        .signedBy(targetsKey));

        assertRefused(this::publish, Reason.ABSENT, "example");
    }

    @Test
    void anExpiredDocumentIsNotPublished() throws Exception {
        repository.root(firstRoot().signedBy(rootKeys));
        repository.targets("targets", TargetsDraft.first(NOW).document().signedBy(targetsKey));

        assertRefused(this::publish, Reason.EXPIRED, "targets");
    }

    @Test
    void anOlderListOfTargetsIsRefused() throws Exception {
        publishFirst();

        assertRefused(
                () -> repository.targets(
                        "targets", TargetsDraft.first(END).document().signedBy(targetsKey)),
                Reason.ROLLBACK,
                "targets");
    }

    @Test
    void whatWasRemovedIsNotFoundAnyMore() throws Exception {
        repository.root(firstRoot().signedBy(rootKeys));
        TargetsDraft two = TargetsDraft.first(END)
                .bundle("a", "1.0.0", 1, 1, World.SHA256)
                .bundle("b", "1.0.0", 1, 1, World.SHA256);
        repository.targets("targets", two.document().signedBy(targetsKey));
        Document next = TargetsDraft.after(repository.newest("targets").orElseThrow(), END)
                .remove("bundles/a-1.0.0.jar")
                .document();
        repository.targets("targets", next.signedBy(targetsKey));
        publish();
        Trusted trusted = box().refresh(repository.source(Way.ONLINE), NOW);

        assertThat(trusted.find("bundles/a-1.0.0.jar", MetadataSource.NONE, NOW))
                .isEmpty();
        assertThat(trusted.find("bundles/b-1.0.0.jar", MetadataSource.NONE, NOW))
                .isPresent();
    }

    @Test
    void aFileLiesWhereItsTargetSays() throws Exception {
        byte[] content = {1, 2, 3};
        String sha256 = "039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81";
        repository.root(firstRoot().signedBy(rootKeys));
        repository.targets(
                "targets",
                TargetsDraft.first(END)
                        .add("releases/1.json", 3, sha256, Map.of())
                        .document()
                        .signedBy(targetsKey));
        repository.file("releases/1.json", content);
        publish();
        String location = box().refresh(repository.source(Way.ONLINE), NOW)
                .find("releases/1.json", MetadataSource.NONE, NOW)
                .orElseThrow()
                .location();

        assertThat(disk.read(FOLDER.resolve("targets").resolve(location), 10)).isEqualTo(content);
    }

    @Test
    void noFileIsPutOutsideOfTheRepository() {
        for (String path : List.of("../a", "/a", "a/../../b", "a//b", "", "a\\b", "a/.", "a\nb")) {
            assertThatThrownBy(() -> repository.file(path, new byte[0]))
                    .as(path)
                    .isInstanceOf(TrustException.class);
        }
    }

    @Test
    void aThresholdThatCannotBeMetIsRefusedWhileDrafting() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RootDraft.first(END).keys("root", 2, List.of(stranger.publicKey())));
        assertThatIllegalArgumentException().isThrownBy(() -> RootDraft.first(END)
                .keys("root", 2, List.of(stranger.publicKey(), stranger.publicKey())));
    }

    @Test
    void onlyEd25519KeysAreTaken() throws Exception {
        KeyPairGenerator others = KeyPairGenerator.getInstance("EC");

        assertThatIllegalArgumentException().isThrownBy(() -> RootDraft.first(END)
                .keys("root", 1, List.of(others.generateKeyPair().getPublic())));
    }

    @Test
    void aPowerCutWhilePublishingLeavesClientsTheOldOrTheNew() throws Exception {
        publishFirst();
        Document next = TargetsDraft.after(repository.newest("targets").orElseThrow(), END)
                .document()
                .signedBy(targetsKey);
        repository.targets("targets", next);
        for (int k = 1; seenByANewBox().targets() == 1; k++) {
            disk.stopAt(k);
            try {
                publish();
            } catch (FaultyDisk.Stopped e) {
                // The author's machine went off.
            }
            disk.powerCut();

            assertThat(seenByANewBox().targets()).as("operation " + k).isBetween(1L, 2L);
        }
        assertThat(seenByANewBox().targets()).isEqualTo(2);
    }

    @Test
    void theFolderOfAnotherPlaceIsReadTheSame() throws Exception {
        publishFirst();
        MetadataSource stick = new FolderSource(disk, FOLDER.resolve("metadata"), Way.CARRIED);

        assertThat(box().refresh(stick, END.minusSeconds(70 * 86_400)).versions())
                .isEqualTo(new Versions(1, 1, 1, 1));
    }
}
