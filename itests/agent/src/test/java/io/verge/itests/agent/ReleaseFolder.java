package io.verge.itests.agent;

import io.verge.api.disk.LocalDisk;
import io.verge.transfer.jar.CanonicalJar;
import io.verge.transfer.jar.JarRules;
import io.verge.trust.BundleTarget;
import io.verge.trust.Release;
import io.verge.trust.authoring.RepositoryFolder;
import io.verge.trust.authoring.RootDraft;
import io.verge.trust.authoring.Signer;
import io.verge.trust.authoring.TargetsDraft;
import io.verge.trust.authoring.Terms;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** A repository as an author makes it, in a folder that a box looks at. One key has all roles. */
final class ReleaseFolder {
    private final Signer signer = Signer.generate();
    private final Instant now = Instant.now();
    private final Path folder;
    private final RepositoryFolder repository;
    private long counter;

    ReleaseFolder(Path folder) throws Exception {
        this.folder = folder;
        repository = new RepositoryFolder(new LocalDisk(), folder);
        RootDraft root = RootDraft.first(now.plus(Duration.ofDays(365)));
        for (String role : List.of("root", "targets", "snapshot", "timestamp")) {
            root.keys(role, 1, List.of(signer.publicKey()));
        }
        repository.root(root.document().signedBy(List.of(signer)));
    }

    /** The root of trust of boxes. */
    Path root() {
        return folder.resolve("metadata").resolve("1.root.json");
    }

    /** A jar of a release. */
    record Item(String name, String version, String level, Path jar) {}

    /** Signs and publishes a release. */
    void publish(String release, Item... items) throws Exception {
        Instant expires = now.plus(Duration.ofDays(90));
        TargetsDraft draft = repository.newest("targets").isPresent()
                ? TargetsDraft.after(repository.newest("targets").get(), expires)
                : TargetsDraft.first(expires);
        List<Release.Item> parts = new ArrayList<>();
        counter++;
        for (Item item : items) {
            parts.add(new Release.Item(item.name(), item.version(), item.level()));
            Map<String, Object> custom = BundleTarget.custom(item.name(), item.version(), counter);
            add(draft, BundleTarget.path(item.name(), item.version()), canonical(item.jar()), custom);
        }
        byte[] file = new Release(release, "", List.of("*"), parts).octets();
        add(draft, Release.path(release), file, Map.of());
        repository.targets("targets", draft.document().signedBy(List.of(signer)));
        repository.publish(Terms.usual(now), List.of(signer), List.of(signer));
    }

    private void add(TargetsDraft draft, String path, byte[] content, Map<String, Object> custom) throws Exception {
        repository.file(path, content);
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        draft.add(path, content.length, sha256, custom);
    }

    private static byte[] canonical(Path jar) throws Exception {
        ByteArrayOutputStream octets = new ByteArrayOutputStream((int) Files.size(jar));
        CanonicalJar.write(jar, octets, JarRules.STRICT);
        return octets.toByteArray();
    }
}
