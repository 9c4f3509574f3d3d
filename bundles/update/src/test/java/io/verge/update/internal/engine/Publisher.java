package io.verge.update.internal.engine;

import io.verge.api.disk.Sha256;
import io.verge.testkit.FaultyDisk;
import io.verge.transfer.Download;
import io.verge.transfer.Source;
import io.verge.transfer.SourceException;
import io.verge.transfer.SourceException.Kind;
import io.verge.trust.BundleTarget;
import io.verge.trust.Downgrade;
import io.verge.trust.MetadataSource;
import io.verge.trust.Pack;
import io.verge.trust.Release;
import io.verge.trust.TrustException;
import io.verge.trust.Way;
import io.verge.trust.authoring.RepositoryFolder;
import io.verge.trust.authoring.RootDraft;
import io.verge.trust.authoring.Signer;
import io.verge.trust.authoring.TargetsDraft;
import io.verge.trust.authoring.Terms;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A repository, and the way to it, which can be cut. */
final class Publisher {
    /** Made once: keys have no state, and making them takes time. */
    private static final List<Signer> KEYS =
            Stream.generate(Signer::generate).limit(3).toList();

    private static final Path FOLDER = Path.of("/repository");

    private final FaultyDisk disk = new FaultyDisk(new Random(9));
    private final RepositoryFolder repository = new RepositoryFolder(disk, FOLDER);
    /** By bundle: rises by one with each version, if a test does not say otherwise. */
    private final Map<String, Long> counters = new HashMap<>();
    /** What was asked for below {@code targets}. */
    final List<String> asked = new ArrayList<>();
    /** Whether nobody can reach it. */
    boolean away;
    /** How metadata comes. */
    Way way = Way.ONLINE;
    /** Hears each request for octets. */
    Runnable onRequest = () -> {};

    private Instant now;

    Publisher(Instant now) {
        this.now = now;
        try {
            RootDraft root = RootDraft.first(now.plus(Duration.ofDays(3650)));
            for (String role : List.of("root", "targets", "snapshot", "timestamp")) {
                root.keys(role, 1, List.<PublicKey>of(key(role).publicKey()));
            }
            repository.root(root.document().signedBy(List.of(key("root"))));
            targets(draft -> draft);
        } catch (IOException | TrustException e) {
            throw new AssertionError(e);
        }
    }

    private static Signer key(String role) {
        return KEYS.get(role.equals("root") ? 0 : role.equals("targets") ? 1 : 2);
    }

    Anchor anchor() {
        try {
            return new Anchor(repository.source(Way.ONLINE).fetch("1.root.json", 1 << 20));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Signs targets anew and publishes all. */
    void targets(UnaryOperator<TargetsDraft> change) {
        try {
            Instant expires = now.plus(Duration.ofDays(90));
            TargetsDraft draft = repository
                    .newest("targets")
                    .map(before -> TargetsDraft.after(before, expires))
                    .orElseGet(() -> TargetsDraft.first(expires));
            repository.targets("targets", change.apply(draft).document().signedBy(List.of(key("targets"))));
            publish(now);
        } catch (IOException | TrustException e) {
            throw new AssertionError(e);
        }
    }

    /** As of this time, so that it is fresh. */
    void publish(Instant when) {
        now = when;
        try {
            repository.publish(Terms.usual(when), List.of(key("snapshot")), List.of(key("timestamp")));
        } catch (IOException | TrustException e) {
            throw new AssertionError(e);
        }
    }

    /** A release for all boxes. */
    void release(String name, TestBundle... bundles) {
        release(name, "", "*", bundles);
    }

    void release(String name, String minAgent, String hardware, TestBundle... bundles) {
        List<Release.Item> items = Arrays.stream(bundles)
                .map(one -> new Release.Item(one.name(), one.version(), one.level()))
                .toList();
        byte[] file = new Release(name, minAgent, List.of(hardware), items).octets();
        targets(draft -> {
            for (TestBundle bundle : bundles) {
                add(draft, bundle, Map.of());
            }
            return file(draft, Release.path(name), file, Map.of());
        });
    }

    /** Vouches for a bundle again, with more to say of it. */
    void bundle(TestBundle bundle, Map<String, Object> custom) {
        targets(draft -> add(draft, bundle, custom));
    }

    /** From now on its vendor vouches for a bundle, and nobody else; for so long. */
    void byVendor(TestBundle bundle, Duration holds) {
        try {
            Instant expires = now.plus(holds);
            TargetsDraft draft = repository
                    .newest("vendor")
                    .map(before -> TargetsDraft.after(before, expires))
                    .orElseGet(() -> TargetsDraft.first(expires));
            add(draft, bundle, Map.of());
            repository.targets("vendor", draft.document().signedBy(List.of(key("vendor"))));
            targets(top -> top.remove(BundleTarget.path(bundle.name(), bundle.version()))
                    .delegate("vendor", 1, List.of(key("vendor").publicKey()), List.of("bundles/*")));
        } catch (IOException | TrustException e) {
            throw new AssertionError(e);
        }
    }

    /** Vouches for a file. */
    void file(String path, byte[] content) {
        targets(draft -> file(draft, path, content, Map.of()));
    }

    void remove(String path) {
        targets(draft -> draft.remove(path));
    }

    void downgrade(String bundle, long to) {
        Downgrade allowed = new Downgrade(bundle, to, now.plus(Duration.ofDays(7)), List.of("*"));
        targets(draft -> draft.downgrades(List.of(allowed)));
    }

    private TargetsDraft add(TargetsDraft draft, TestBundle bundle, Map<String, Object> custom) {
        long counter = counters.computeIfAbsent(
                bundle.title(),
                title -> 1
                        + counters.keySet().stream()
                                .filter(other -> other.startsWith(bundle.name() + " "))
                                .count());
        Map<String, Object> all = new LinkedHashMap<>(BundleTarget.custom(bundle.name(), bundle.version(), counter));
        all.putAll(custom);
        return file(draft, BundleTarget.path(bundle.name(), bundle.version()), bundle.jar(), all);
    }

    private TargetsDraft file(TargetsDraft draft, String path, byte[] content, Map<String, Object> custom) {
        try {
            repository.file(path, content);
        } catch (IOException | TrustException e) {
            throw new AssertionError(e);
        }
        return draft.add(path, content.length, Sha256.of(content).hex(), custom);
    }

    /** A packed form, whose file is put there. */
    Pack pack(String packing, String base, byte[] packed) {
        try {
            String path = "packs/" + Sha256.of(packed).hex();
            Download cut = Download.of(path, new ByteArrayInputStream(packed));
            disk.folders(FOLDER.resolve("targets/packs"));
            disk.replace(FOLDER.resolve("targets").resolve(path), packed);
            return new Pack(
                    packing,
                    base,
                    path,
                    packed.length,
                    cut.sha256().hex(),
                    cut.pieceLength(),
                    cut.pieces().stream().map(Sha256::hex).toList());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Somebody changes all files of a bundle that are there, and not what was signed. */
    void spoil(TestBundle bundle) {
        Path path = FOLDER.resolve("targets").resolve(BundleTarget.path(bundle.name(), bundle.version()));
        Path folder = Objects.requireNonNull(path.getParent());
        disk.rot(folder.resolve(bundle.sha256() + "." + path.getFileName()), 100);
    }

    /** A bundle's file is not there any more. */
    void lose(TestBundle bundle) {
        Path path = FOLDER.resolve("targets").resolve(BundleTarget.path(bundle.name(), bundle.version()));
        Path folder = Objects.requireNonNull(path.getParent());
        try {
            disk.delete(folder.resolve(bundle.sha256() + "." + path.getFileName()));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    Supply supply() {
        return new Supply(new Metadata(), new Files(), "test");
    }

    private final class Metadata implements MetadataSource {
        @Override
        public byte[] fetch(String name, int limit) throws IOException {
            if (away) {
                throw new IOException("the network is away");
            }
            return repository.source(way).fetch(name, limit);
        }

        @Override
        public Way way() {
            return way;
        }
    }

    private final class Files implements Source {
        @Override
        public InputStream range(String path, long from, long to) throws SourceException {
            asked.add(path);
            onRequest.run();
            if (away) {
                throw SourceException.of(Kind.BROKEN, "the network is away");
            }
            try {
                byte[] file = disk.read(FOLDER.resolve("targets").resolve(path), 1 << 24);
                return new ByteArrayInputStream(file, (int) from, (int) (to - from));
            } catch (NoSuchFileException e) {
                throw SourceException.of(Kind.ABSENT, "there is no " + path);
            } catch (IOException e) {
                throw SourceException.broken(e);
            }
        }
    }
}
