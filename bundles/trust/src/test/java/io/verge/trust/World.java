package io.verge.trust;

import io.verge.testkit.FaultyDisk;
import io.verge.trust.authoring.Document;
import io.verge.trust.authoring.Forge;
import io.verge.trust.authoring.RepositoryFolder;
import io.verge.trust.authoring.RootDraft;
import io.verge.trust.authoring.Signer;
import io.verge.trust.authoring.TargetsDraft;
import io.verge.trust.authoring.Terms;
import java.io.IOException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** An author with a published repository, and a box with an empty disk that knows its first root. */
public final class World {
    public static final Instant START = Instant.parse("2026-12-01T00:00:00Z");
    public static final String GNSS = BundleTarget.path("io.verge.driver.gnss", "0.1.0");
    public static final String SHA256 = "ab".repeat(32);

    /** Made once: keys have no state, and making them takes time. */
    private static final List<Signer> KEYS =
            Stream.generate(Signer::generate).limit(12).toList();

    private static final Path FOLDER = Path.of("/repository");

    /** What every world begins with: signing it takes longer than most tests. */
    private static final Map<Path, byte[]> FIRST = first();

    public FaultyDisk box = new FaultyDisk(new Random(1));
    private final RepositoryFolder repository;
    public List<Signer> rootKeys = KEYS.subList(0, 3);
    public final List<Signer> targetsKeys = KEYS.subList(3, 5);
    public Signer snapshotKey = KEYS.get(5);
    public Signer timestampKey = KEYS.get(6);
    public final Signer vendorKey = KEYS.get(7);
    public Instant now = START;

    public World() {
        this(new FaultyDisk(new Random(1)), FIRST);
    }

    private World(FaultyDisk disk, Map<Path, byte[]> files) {
        files.forEach(disk::plant);
        repository = new RepositoryFolder(disk, FOLDER);
    }

    private static Map<Path, byte[]> first() {
        FaultyDisk disk = new FaultyDisk(new Random(1));
        Map<Path, byte[]> files = new HashMap<>();
        try {
            new World(disk, Map.of()).publishFirst();
            for (Path file : disk.list(FOLDER.resolve("metadata"))) {
                files.put(file, disk.read(file, 1 << 20));
            }
        } catch (IOException | TrustException e) {
            throw new AssertionError(e);
        }
        return Map.copyOf(files);
    }

    private void publishFirst() throws IOException, TrustException {
        repository.root(roles(RootDraft.first(inDays(365))).document().signedBy(rootKeys));
        targets(draft -> draft.bundle("io.verge.driver.gnss", "0.1.0", 1, 1_000, SHA256));
        publish();
    }

    /** A key that nobody has given any role. */
    public static Signer stranger() {
        return KEYS.get(11);
    }

    /** One that a role may be rotated to. */
    public static Signer spare() {
        return KEYS.get(10);
    }

    public static List<PublicKey> publicKeys(List<Signer> signers) {
        return signers.stream().map(Signer::publicKey).toList();
    }

    public Instant inDays(int days) {
        return now.plus(Duration.ofDays(days));
    }

    private RootDraft roles(RootDraft draft) {
        return draft.keys("root", 2, publicKeys(rootKeys))
                .keys("targets", 2, publicKeys(targetsKeys))
                .keys("snapshot", 1, List.of(snapshotKey.publicKey()))
                .keys("timestamp", 1, List.of(timestampKey.publicKey()));
    }

    /** The next root, with the keys that the fields name now, signed by those of the roots before and after. */
    public void rotate(List<Signer> rootKeysBefore) throws IOException, TrustException {
        rotate(rootKeysBefore, inDays(365), UnaryOperator.identity());
    }

    public void rotate(List<Signer> rootKeysBefore, UnaryOperator<RootDraft> change)
            throws IOException, TrustException {
        rotate(rootKeysBefore, inDays(365), change);
    }

    public void rotate(List<Signer> rootKeysBefore, Instant expires) throws IOException, TrustException {
        rotate(rootKeysBefore, expires, UnaryOperator.identity());
    }

    private void rotate(List<Signer> rootKeysBefore, Instant expires, UnaryOperator<RootDraft> change)
            throws IOException, TrustException {
        Document next =
                change.apply(roles(RootDraft.after(newest("root"), expires))).document();
        repository.root(next.signedBy(rootKeysBefore).signedBy(rootKeys));
    }

    /** The next targets of the top-level role. */
    public void targets(UnaryOperator<TargetsDraft> change) throws IOException, TrustException {
        targets("targets", change, targetsKeys);
    }

    public void targets(String role, UnaryOperator<TargetsDraft> change, List<Signer> signers)
            throws IOException, TrustException {
        TargetsDraft draft = repository
                .newest(role)
                .map(before -> TargetsDraft.after(before, inDays(90)))
                .orElseGet(() -> TargetsDraft.first(inDays(90)));
        repository.targets(role, change.apply(draft).document().signedBy(signers));
    }

    public void publish() throws IOException, TrustException {
        repository.publish(Terms.usual(now), List.of(snapshotKey), List.of(timestampKey));
    }

    /** All that is published, and one target more, as a release would be. */
    public void release(String version, long counter) throws IOException, TrustException {
        targets(draft -> draft.bundle("io.verge.driver.gnss", version, counter, 1_000, SHA256));
        publish();
    }

    /** The next targets of a role, with a content that drafts do not write. */
    public void edited(String role, Consumer<Map<String, Object>> change, List<Signer> signers)
            throws IOException, TrustException {
        byte[] edited = Forge.edit(
                newest(role).octets(),
                signed -> {
                    signed.merge("version", 1L, (before, one) -> (long) before + (long) one);
                    change.accept(signed);
                },
                signers.toArray(Signer[]::new));
        repository.targets(role, Document.parse(edited));
    }

    public RepositoryFolder repository() {
        return repository;
    }

    public Document newest(String role) throws IOException, TrustException {
        return repository.newest(role).orElseThrow();
    }

    /** As the repository offers it now. */
    public byte[] published(String name) throws IOException {
        return repository.source(Way.ONLINE).fetch(name, 1 << 21);
    }

    public Wire wire() {
        return new Wire(repository.source(Way.ONLINE));
    }

    public TrustClient client() throws IOException {
        return client(Limits.USUAL);
    }

    public TrustClient client(Limits limits) throws IOException {
        return new TrustClient(box, Path.of("/box/trust"), published("1.root.json"), limits);
    }

    public Trusted refresh() throws IOException, TrustException {
        return client().refresh(wire(), now);
    }

    public Versions stored() throws IOException, TrustException {
        return client().stored().versions();
    }
}
