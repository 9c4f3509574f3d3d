package io.verge.authority.release;

import io.verge.api.disk.Disk;
import io.verge.api.disk.Sha256;
import io.verge.authority.refusal.RefusedException;
import io.verge.transfer.Names;
import io.verge.trust.BundleTarget;
import io.verge.trust.Pack;
import io.verge.trust.Release;
import io.verge.trust.Target;
import io.verge.trust.TrustException;
import io.verge.trust.authoring.Document;
import io.verge.trust.authoring.RepositoryFolder;
import io.verge.trust.authoring.Vouched;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What is in a repository, published or not: read by its author, who need not verify it, and written beside the metadata. */
public final class Repository {
    /** The top-level role. */
    public static final String TOP = "targets";

    private static final String BUNDLES = "bundles/";
    private static final String RELEASES = "releases/";
    private static final String JSON = ".json";
    private static final int LARGEST = 512 << 20;

    /**
     * A file, as what is signed says.
     *
     * @param path below {@code targets}
     * @param length octets
     */
    public record Stored(String path, long length, String sha256) {
        static Stored of(Target target) {
            return new Stored(target.location(), target.length(), target.sha256());
        }
    }

    private final Disk disk;
    private final Path files;
    private final RepositoryFolder metadata;

    /** @param folder with {@code metadata} and {@code targets} */
    public Repository(Disk disk, Path folder) {
        this.disk = disk;
        this.files = folder.resolve("targets");
        this.metadata = new RepositoryFolder(disk, folder);
    }

    /** Its documents. */
    public RepositoryFolder metadata() {
        return metadata;
    }

    /** The newest document of a role that signs targets; empty when it has signed none yet. */
    public Optional<Document> document(String role) throws IOException, TrustException {
        return metadata.newest(role);
    }

    /**
     * The newest of the top-level role.
     *
     * @throws RefusedException when nothing was ever signed here
     */
    public Document signed() throws IOException, TrustException, RefusedException {
        return document(TOP)
                .orElseThrow(() -> new RefusedException("there is no repository here: run 'init-authority'"));
    }

    /** What a role vouches for; empty when it has signed nothing yet. */
    public Optional<Vouched> vouched(String role) throws IOException, TrustException {
        Optional<Document> document = document(role);
        return document.isEmpty() ? Optional.empty() : Optional.of(Vouched.of(role, document.get()));
    }

    /** What all roles vouch for: the top-level one, then vendors. */
    public List<Target> targets() throws IOException, TrustException {
        List<Target> targets = new ArrayList<>();
        Optional<Vouched> top = vouched(TOP);
        if (top.isPresent()) {
            targets.addAll(top.get().targets());
            for (String vendor : top.get().delegations()) {
                vouched(vendor).ifPresent(vouched -> targets.addAll(vouched.targets()));
            }
        }
        return targets;
    }

    /** All bundles, by name, the newest of each first. */
    public List<BundleTarget> bundles() throws IOException, TrustException {
        List<BundleTarget> bundles = new ArrayList<>();
        for (Target target : targets()) {
            if (target.path().startsWith(BUNDLES)) {
                bundles.add(BundleTarget.of(target));
            }
        }
        bundles.sort(Comparator.comparing(BundleTarget::name)
                .thenComparing(Comparator.comparingLong(BundleTarget::counter).reversed()));
        return bundles;
    }

    /** The versions of a bundle, the newest first. */
    public List<BundleTarget> versions(String name) throws IOException, TrustException {
        return bundles().stream().filter(bundle -> bundle.name().equals(name)).toList();
    }

    /** All releases, by name. */
    public List<Release> releases() throws IOException, TrustException {
        List<Release> releases = new ArrayList<>();
        for (Target target : targets()) {
            if (target.path().startsWith(RELEASES)) {
                releases.add(read(target));
            }
        }
        releases.sort(Comparator.comparing(Release::name));
        return releases;
    }

    /**
     * A release by its name.
     *
     * @throws RefusedException when there is none of this name
     */
    public Release release(String name) throws IOException, TrustException, RefusedException {
        for (Target target : targets()) {
            if (target.path().equals(Release.path(name))) {
                return read(target);
            }
        }
        throw new RefusedException("there is no release " + name + ": 'list' shows those that there are");
    }

    private Release read(Target target) throws IOException, TrustException {
        String name = target.path().substring(RELEASES.length(), target.path().length() - JSON.length());
        return Release.read(name, content(target));
    }

    /** A file that is vouched for. */
    public byte[] content(Target target) throws IOException, TrustException {
        byte[] content = disk.read(files.resolve(target.location()), LARGEST);
        target.check(content.length, Sha256.of(content).hex());
        return content;
    }

    /**
     * Reads a bundle and all its forms, as boxes would fetch them.
     *
     * @throws TrustException when one is not what is said of it
     */
    void check(BundleTarget bundle) throws IOException, TrustException {
        for (Stored file : stored(bundle)) {
            byte[] unused = content(file);
        }
    }

    /**
     * All files that boxes may fetch for a release.
     *
     * @throws RefusedException when there is no such release, or a bundle of it is not there
     */
    public List<Stored> stored(String name) throws IOException, TrustException, RefusedException {
        Release release = release(name);
        List<Stored> stored = new ArrayList<>();
        for (Target target : targets()) {
            if (target.path().equals(Release.path(name))) {
                stored.add(Stored.of(target));
            }
        }
        List<BundleTarget> bundles = bundles();
        for (Release.Item item : release.bundles()) {
            BundleTarget bundle = bundles.stream()
                    .filter(one -> one.target().path().equals(item.path()))
                    .findFirst()
                    .orElseThrow(() -> new RefusedException("release " + name + ": nobody has signed " + item.name()
                            + " " + item.version() + "; 'check' shows what else boxes would miss"));
            stored.addAll(stored(bundle));
        }
        return stored;
    }

    private static List<Stored> stored(BundleTarget bundle) {
        List<Stored> stored = new ArrayList<>(List.of(Stored.of(bundle.target())));
        for (Pack pack : bundle.packs()) {
            stored.add(new Stored(pack.path(), pack.length(), pack.sha256()));
        }
        return stored;
    }

    /**
     * Reads a file.
     *
     * @throws TrustException when it is not what is said of it
     */
    public byte[] content(Stored file) throws IOException, TrustException {
        byte[] content = disk.read(files.resolve(file.path()), LARGEST);
        if (content.length != file.length() || !Sha256.of(content).hex().equals(file.sha256())) {
            throw new TrustException(TrustException.Reason.MISMATCH, file.path(), "is not what was signed");
        }
        return content;
    }

    /**
     * Puts in a file that is not a target itself: a form of a bundle, whose hash stands in what is said of the bundle.
     *
     * @param path below {@code targets}
     */
    public void pack(String path, byte[] content) throws IOException {
        if (!Names.isSound(path)) {
            throw new IllegalArgumentException(path + " is no name of a file in a repository");
        }
        Path file = files.resolve(path);
        disk.folders(Objects.requireNonNull(file.getParent()));
        disk.replace(file, content);
    }
}
