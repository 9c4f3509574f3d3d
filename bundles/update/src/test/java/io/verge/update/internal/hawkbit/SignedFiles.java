package io.verge.update.internal.hawkbit;

import io.verge.api.disk.Sha256;
import io.verge.testkit.FaultyDisk;
import io.verge.trust.BundleTarget;
import io.verge.trust.authoring.Document;
import io.verge.trust.authoring.RepositoryFolder;
import io.verge.trust.authoring.RootDraft;
import io.verge.trust.authoring.Signer;
import io.verge.trust.authoring.TargetsDraft;
import io.verge.trust.authoring.Terms;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A repository of one bundle, as files without folders: its first root, and all by their last name. */
final class SignedFiles {
    private final byte[] anchor;
    private final Map<String, byte[]> files;

    private SignedFiles(byte[] anchor, Map<String, byte[]> files) {
        this.anchor = anchor;
        this.files = files;
    }

    byte[] anchor() {
        return anchor;
    }

    Map<String, byte[]> files() {
        return files;
    }

    static final String BUNDLE = BundleTarget.path("com.example.radar", "1.0.0");

    static SignedFiles of(byte[] bundle, Instant now) throws Exception {
        Signer key = Signer.generate();
        FaultyDisk disk = new FaultyDisk(new Random(1));
        RepositoryFolder repository = new RepositoryFolder(disk, Path.of("/repository"));
        Instant end = now.plus(Duration.ofDays(30));
        RootDraft draft = RootDraft.first(end);
        for (String role : List.of("root", "targets", "snapshot", "timestamp")) {
            draft = draft.keys(role, 1, List.of(key.publicKey()));
        }
        Document root = draft.document().signedBy(List.of(key));
        repository.root(root);
        repository.targets(
                "targets",
                TargetsDraft.first(end)
                        .bundle(
                                "com.example.radar",
                                "1.0.0",
                                1,
                                bundle.length,
                                Sha256.of(bundle).toString())
                        .document()
                        .signedBy(List.of(key)));
        repository.file(BUNDLE, bundle);
        repository.publish(Terms.usual(now), List.of(key), List.of(key));
        return new SignedFiles(root.octets(), flat(disk));
    }

    private static Map<String, byte[]> flat(FaultyDisk disk) throws Exception {
        Map<String, byte[]> files = new HashMap<>();
        for (String folder : List.of("metadata", "targets/bundles")) {
            for (Path file : disk.list(Path.of("/repository", folder))) {
                files.put(String.valueOf(file.getFileName()), disk.read(file, 1 << 20));
            }
        }
        return files;
    }
}
