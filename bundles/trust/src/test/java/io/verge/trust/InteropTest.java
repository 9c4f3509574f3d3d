package io.verge.trust;

import static io.verge.trust.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.verge.api.disk.LocalDisk;
import io.verge.trust.TrustException.Reason;
import io.verge.trust.authoring.Document;
import io.verge.trust.authoring.RepositoryFolder;
import io.verge.trust.authoring.RootDraft;
import io.verge.trust.authoring.Signer;
import io.verge.trust.authoring.TargetsDraft;
import io.verge.trust.authoring.Terms;
import io.verge.trust.internal.json.CanonicalJson;
import io.verge.trust.internal.json.JsonReader;
import io.verge.trust.internal.metadata.Hashes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With implementations of TUF by others. What is authored here lasts a century, because their clock is not ours. */
@Tag("interop")
class InteropTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration CENTURY = Duration.ofDays(36_500);
    private static final Instant END = NOW.plus(CENTURY);
    private static final Terms TERMS = new Terms(NOW, CENTURY, CENTURY, CENTURY);
    private static final byte[] CONTENT = "what a vendor delivers".getBytes(StandardCharsets.UTF_8);
    private static final String RADAR = BundleTarget.path("com.example.radar", "1.0.0");

    private final Path folder;
    private final RepositoryFolder repository;
    private final List<Signer> rootKeys =
            Stream.generate(Signer::generate).limit(3).toList();
    private final Signer targetsKey = Signer.generate();
    private final Signer vendorKey = Signer.generate();
    private final Signer onlineKey = Signer.generate();

    InteropTest(@TempDir Path folder) {
        this.folder = folder;
        this.repository = new RepositoryFolder(new LocalDisk(), folder.resolve("repository"));
    }

    private Document root(RootDraft draft) {
        return draft.keys("root", 2, World.publicKeys(rootKeys))
                .keys("targets", 1, List.of(targetsKey.publicKey()))
                .keys("snapshot", 1, List.of(onlineKey.publicKey()))
                .keys("timestamp", 1, List.of(onlineKey.publicKey()))
                .document();
    }

    private void author() throws Exception {
        repository.root(root(RootDraft.first(END)).signedBy(rootKeys));
        repository.root(root(RootDraft.after(repository.newest("root").orElseThrow(), END))
                .signedBy(rootKeys));
        repository.targets(
                "targets",
                TargetsDraft.first(END)
                        .delegate("example", 1, List.of(vendorKey.publicKey()), List.of("bundles/com.example.*"))
                        .downgrades(List.of(new Downgrade("zoé \"\\\n😀", 1, END, List.of("*"))))
                        .document()
                        .signedBy(targetsKey));
        repository.targets(
                "example",
                TargetsDraft.first(END)
                        .bundle("com.example.radar", "1.0.0", 3, CONTENT.length, Hashes.of("sha256", CONTENT))
                        .document()
                        .signedBy(vendorKey));
        repository.file(RADAR, CONTENT);
        repository.publish(TERMS, List.of(onlineKey), List.of(onlineKey));
    }

    private String tufJsClient(String... targets) throws Exception {
        Object[] arguments = Stream.concat(
                        Stream.of(folder.resolve("repository"), folder.resolve("state")), Stream.of(targets))
                .toArray();
        return Peer.tufJs("client.js", arguments);
    }

    @Test
    void anotherClientTrustsWhatIsAuthoredHere() throws Exception {
        author();

        assertThat(tufJsClient(RADAR, "bundles/none.jar"))
                .isEqualTo("{\"" + RADAR + "\":{\"custom\":{\"bsn\":\"com.example.radar\",\"version\":\"1.0.0\","
                        + "\"counter\":3},\"content\":\"what a vendor delivers\"},\"bundles/none.jar\":null}");
    }

    @Test
    void anotherClientFollowsTheNextRelease() throws Exception {
        author();
        tufJsClient();
        Document targets = repository.newest("targets").orElseThrow();
        repository.targets(
                "targets", TargetsDraft.after(targets, END).document().signedBy(targetsKey));
        repository.root(root(RootDraft.after(repository.newest("root").orElseThrow(), END))
                .signedBy(rootKeys));
        repository.publish(TERMS, List.of(onlineKey), List.of(onlineKey));

        assertThat(tufJsClient()).isEqualTo("{}");
        assertThat(Files.readString(folder.resolve("state/targets.json"))).contains("\"version\":2");
    }

    @Test
    void anotherClientRefusesWhatIsChangedAfterwards() throws Exception {
        author();
        Path timestamp = folder.resolve("repository/metadata/timestamp.json");
        Files.writeString(timestamp, Files.readString(timestamp).replace("\"version\":1", "\"version\":2"));

        assertThat(tufJsClient()).contains("timestamp was signed by 0/1 keys");
    }

    @Test
    void whatAnotherAuthorWroteIsTrustedHere() throws Exception {
        assertThat(Peer.tufJs("author.js", folder.resolve("theirs"))).isEmpty();
        MetadataSource theirs = new FolderSource(new LocalDisk(), folder.resolve("theirs/metadata"), Way.ONLINE);
        byte[] root = theirs.fetch("1.root.json", 1 << 20);
        TrustClient client = new TrustClient(new LocalDisk(), folder.resolve("box"), root, Limits.USUAL);

        Trusted trusted = client.refresh(theirs, NOW);

        assertThat(trusted.versions()).isEqualTo(new Versions(2, 9, 5, 3));
        assertThat(trusted.find("bundles/a-1.jar", theirs, NOW).orElseThrow().custom())
                .containsEntry("text", "zoé \"\\\u0007 😀");
        assertThat(trusted.find("bundles/com.example.a-1.jar", theirs, NOW)
                        .orElseThrow()
                        .role())
                .isEqualTo("example");
        assertThat(trusted.freshness(NOW, Way.ONLINE).mayInstall()).isTrue();
    }

    @Test
    void whatAnotherAuthorWroteAndSomebodyChangedIsRefusedHere() throws Exception {
        Peer.tufJs("author.js", folder.resolve("theirs"));
        Path targets = folder.resolve("theirs/metadata/3.targets.json");
        Files.writeString(targets, Files.readString(targets).replace("\"a\": -1", "\"a\": 1"));
        MetadataSource theirs = new FolderSource(new LocalDisk(), folder.resolve("theirs/metadata"), Way.ONLINE);
        byte[] root = theirs.fetch("1.root.json", 1 << 20);
        TrustClient client = new TrustClient(new LocalDisk(), folder.resolve("box"), root, Limits.USUAL);

        assertRefused(() -> client.refresh(theirs, NOW), Reason.SIGNATURES, "targets");
    }

    @Test
    void theReferenceLibraryHasTheSameCanonicalFormKeyIdsAndSignatures() throws Exception {
        Document root = root(RootDraft.first(END)).signedBy(rootKeys);
        Path file = Files.write(folder.resolve("root.json"), root.octets());
        Map<String, Object> signed =
                JsonReader.read("root", root.octets(), 32).object("signed").fields();
        String hash = Hashes.of("sha256", CanonicalJson.octets(signed));

        assertThat(Peer.secureSystemsLib("signatures.py", file).lines())
                .containsExactly(hash, "True True", "True True", "True True");
    }
}
