package io.verge.trust.authoring;

import io.verge.api.disk.Disk;
import io.verge.trust.FolderSource;
import io.verge.trust.Limits;
import io.verge.trust.MetadataSource;
import io.verge.trust.TrustException;
import io.verge.trust.TrustException.Reason;
import io.verge.trust.Way;
import io.verge.trust.internal.client.Inspection;
import io.verge.trust.internal.client.MemoryStore;
import io.verge.trust.internal.client.RootChain;
import io.verge.trust.internal.metadata.Envelope;
import io.verge.trust.internal.metadata.Hashes;
import io.verge.trust.internal.metadata.TargetFile;
import io.verge.trust.internal.metadata.Targets;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A repository as a folder that any web server can offer and that fits on a stick: {@code metadata/} and {@code targets/}. Documents
 * are put in as they are signed; clients see them once they are published, which the last written file, the timestamp, decides.
 * Nothing is published that a client would refuse.
 */
public final class RepositoryFolder {
    private static final String ROOT = "root";
    private static final String TARGETS = "targets";
    private static final String SNAPSHOT = "snapshot";

    private final Disk disk;
    private final Path folder;
    private final MetadataFolder metadata;

    /** @param folder made when needed */
    public RepositoryFolder(Disk disk, Path folder) {
        this.disk = disk;
        this.folder = folder;
        this.metadata = new MetadataFolder(disk, folder.resolve("metadata"));
    }

    /** The newest document of a role, published or not; empty when there is none. The timestamp is not asked for here. */
    public Optional<Document> newest(String role) throws IOException, TrustException {
        Long version = metadata.newest().get(role);
        return version == null ? Optional.empty() : Optional.of(Document.parse(metadata.read(role, version)));
    }

    /** What clients may fetch. */
    public MetadataSource source(Way way) {
        return new FolderSource(disk, folder.resolve("metadata"), way);
    }

    /**
     * Puts in the first root, or the one after the newest. Clients see it at once; when it gives the timestamp or the snapshot other
     * keys, publish next.
     *
     * @throws TrustException when it does not follow: version, or signatures by the root before and by itself
     */
    public void root(Document root) throws IOException, TrustException {
        Optional<Document> before = newest(ROOT);
        byte[] octets = root.octets();
        byte[] anchor = before.map(Document::octets).orElse(octets);
        long expected = before.map(Document::version).orElse(0L) + 1;
        RootChain chain = new RootChain(anchor, new MemoryStore(), Limits.USUAL);
        MetadataSource offered = (name, limit) -> {
            if (before.isPresent() && name.equals(MetadataFolder.name(ROOT, expected))) {
                return octets;
            }
            throw new NoSuchFileException(name);
        };
        chain.follow(offered);
        if (root.version() != expected) {
            throw new TrustException(Reason.ROLLBACK, ROOT, "must have version " + expected + " to be the next");
        }
        metadata.write(ROOT, root);
    }

    /**
     * Puts in the next targets of the top-level role, or of a delegated one. Clients see them after {@link #publish}, which checks
     * the signatures.
     *
     * @param role {@code targets}, or the delegated role's name
     * @throws TrustException when its version is not higher than what is there, or it is malformed
     */
    public void targets(String role, Document document) throws IOException, TrustException {
        Targets.of(Envelope.parse(role, document.octets(), Limits.USUAL));
        long before = metadata.newest().getOrDefault(role, 0L);
        if (document.version() <= before) {
            throw new TrustException(Reason.ROLLBACK, role, "must have a version higher than " + before);
        }
        metadata.write(role, document);
    }

    /**
     * Puts in a file that targets vouch for, under the name that clients of this repository ask for.
     *
     * @param path of the target
     * @throws TrustException when it cannot be the path of a target
     */
    public void file(String path, byte[] content) throws IOException, TrustException {
        if (!TargetFile.isPath(path)) {
            throw new TrustException(Reason.MALFORMED, path, "cannot be the path of a target");
        }
        Path plain = folder.resolve(TARGETS).resolve(path);
        Path parent = Objects.requireNonNull(plain.getParent());
        disk.folders(parent);
        disk.replace(parent.resolve(Hashes.of("sha256", content) + "." + plain.getFileName()), content);
    }

    /**
     * Publishes the newest documents of all roles as one set, with a new snapshot and a new timestamp.
     *
     * @throws TrustException when clients would refuse it; they still see what was published before
     */
    public void publish(Terms terms, Collection<Signer> snapshotSigners, Collection<Signer> timestampSigners)
            throws IOException, TrustException {
        Document snapshot = snapshot(terms).signedBy(snapshotSigners);
        Document timestamp =
                timestamp(terms, snapshot.version(), snapshot.octets()).signedBy(timestampSigners);
        inspect(Map.of(MetadataFolder.name(SNAPSHOT, snapshot.version()), snapshot.octets()), timestamp, terms.now());
        metadata.write(SNAPSHOT, snapshot);
        metadata.timestamp(timestamp);
    }

    /**
     * Says anew that what was published is the newest.
     *
     * @throws TrustException when clients would refuse it, such as because the snapshot has expired: publish then
     */
    public void renew(Terms terms, Collection<Signer> timestampSigners) throws IOException, TrustException {
        Long version = metadata.newest().get(SNAPSHOT);
        if (version == null) {
            throw new TrustException(Reason.ABSENT, SNAPSHOT, "was never published");
        }
        Document timestamp =
                timestamp(terms, version, metadata.read(SNAPSHOT, version)).signedBy(timestampSigners);
        inspect(Map.of(), timestamp, terms.now());
        metadata.timestamp(timestamp);
    }

    private Document snapshot(Terms terms) throws IOException {
        Map<String, Long> newest = metadata.newest();
        Map<String, Object> meta = new LinkedHashMap<>();
        for (Map.Entry<String, Long> role : newest.entrySet()) {
            if (!role.getKey().equals(ROOT) && !role.getKey().equals(SNAPSHOT)) {
                byte[] document = metadata.read(role.getKey(), role.getValue());
                meta.put(role.getKey() + ".json", promise(role.getValue(), document));
            }
        }
        Draft draft = Draft.first(SNAPSHOT, terms.now().plus(terms.snapshot()));
        draft.put("version", newest.getOrDefault(SNAPSHOT, 0L) + 1);
        draft.put("meta", meta);
        carry(draft, terms);
        return draft.document();
    }

    private Document timestamp(Terms terms, long version, byte[] snapshot) throws IOException, TrustException {
        Draft draft = Draft.first("timestamp", terms.now().plus(terms.timestamp()));
        draft.put("version", metadata.timestamp().map(Document::version).orElse(0L) + 1);
        draft.put("meta", Map.of("snapshot.json", promise(version, snapshot)));
        carry(draft, terms);
        return draft.document();
    }

    private static void carry(Draft draft, Terms terms) {
        draft.object("custom").put("issued", Draft.time(terms.now()));
        draft.object("custom").put("offlineUntil", Draft.time(terms.now().plus(terms.carried())));
    }

    private static Map<String, Object> promise(long version, byte[] document) {
        Map<String, Object> promise = new LinkedHashMap<>();
        promise.put("version", version);
        promise.put("length", (long) document.length);
        promise.put("hashes", Map.of("sha256", Hashes.of("sha256", document)));
        return promise;
    }

    private void inspect(Map<String, byte[]> snapshot, Document timestamp, Instant now)
            throws IOException, TrustException {
        Map<String, byte[]> pending = new HashMap<>(snapshot);
        pending.put("timestamp.json", timestamp.octets());
        MetadataSource published = source(Way.ONLINE);
        MetadataSource planned = (name, limit) -> {
            byte[] document = pending.get(name);
            return document == null ? published.fetch(name, limit) : document;
        };
        new Inspection(planned, now).run(metadata.read(ROOT, 1));
    }
}
