package io.verge.authority.release;

import io.verge.api.disk.Sha256;
import io.verge.authority.refusal.RefusedException;
import io.verge.trust.BundleTarget;
import io.verge.trust.Pack;
import io.verge.trust.Release;
import io.verge.trust.Release.Item;
import io.verge.trust.Target;
import io.verge.trust.TrustException;
import io.verge.trust.authoring.Document;
import io.verge.trust.authoring.TargetsDraft;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes what is to be signed: puts jars, their forms and the file of the release into the repository, where nobody asks for them
 * before they are signed and published, and drafts the targets that vouch for them.
 */
public final class ReleaseAuthor {
    /** Versions of a bundle in the repository that patches are made for. */
    private static final int PATCHED = 3;

    private static final int LARGEST_BASE = 64 << 20;

    private final Repository repository;
    private final Packs packs;
    private final String role;
    private final Instant expires;

    /**
     * For one draft.
     *
     * @param role {@code targets}, or a vendor's
     * @param expires when the draft will
     */
    public ReleaseAuthor(Repository repository, Packs packs, String role, Instant expires) {
        this.repository = repository;
        this.packs = packs;
        this.role = role;
        this.expires = expires;
    }

    /**
     * Drafts it; it is not signed yet.
     *
     * @throws RefusedException when a bundle or release of this name and version is there with another content
     */
    public Document draft(Wish wish) throws IOException, RefusedException, TrustException {
        TargetsDraft draft = draft();
        Map<String, Item> items = new LinkedHashMap<>();
        if (wish.baseRelease() != null) {
            for (Item item : repository.release(wish.baseRelease()).bundles()) {
                items.put(item.name(), item);
            }
        }
        for (String one : wish.include()) {
            Item item = included(one, wish.level());
            items.put(item.name(), item);
        }
        List<BundleFile> bundles = new ArrayList<>();
        for (Path jar : wish.bundles()) {
            BundleFile bundle = BundleFile.read(jar);
            if (bundles.stream().anyMatch(one -> one.name().equals(bundle.name()))) {
                throw new RefusedException(bundle.name() + " is named twice: a release has one version of a bundle");
            }
            bundles.add(bundle);
            if (wish.release() != null) {
                String level = Level.of(bundle.name(), wish.level());
                items.put(bundle.name(), new Item(bundle.name(), bundle.version(), level));
            }
        }
        Release release = release(wish, List.copyOf(items.values()));
        for (BundleFile bundle : bundles) {
            add(draft, bundle, wish);
        }
        if (release != null) {
            byte[] file = release.octets();
            String path = Release.path(release.name());
            mustBeNewOrTheSame(path, file);
            repository.metadata().file(path, file);
            draft.add(path, file.length, Sha256.of(file).hex(), Map.of());
        }
        return draft.document();
    }

    private TargetsDraft draft() throws IOException, TrustException {
        Optional<Document> before = repository.document(role);
        return before.isPresent() ? TargetsDraft.after(before.get(), expires) : TargetsDraft.first(expires);
    }

    private @Nullable Release release(Wish wish, List<Item> items) throws RefusedException {
        if (wish.release() == null) {
            return null;
        }
        try {
            List<String> hardware = wish.hardware().isEmpty() ? List.of("*") : wish.hardware();
            return new Release(wish.release(), wish.minAgent(), hardware, items);
        } catch (IllegalArgumentException e) {
            throw new RefusedException("release " + wish.release() + ": " + e.getMessage(), e);
        }
    }

    private Item included(String text, @Nullable String level) throws IOException, TrustException, RefusedException {
        int colon = text.lastIndexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        String version = colon < 0 ? "" : text.substring(colon + 1);
        for (BundleTarget bundle : repository.versions(name)) {
            if (bundle.version().equals(version)) {
                return new Item(name, version, Level.of(name, level));
            }
        }
        throw new RefusedException(
                "there is no bundle " + text + " in the repository: NAME:VERSION is expected; 'list' shows them");
    }

    private void add(TargetsDraft draft, BundleFile bundle, Wish wish)
            throws IOException, RefusedException, TrustException {
        List<BundleTarget> before = repository.versions(bundle.name());
        for (BundleTarget one : before) {
            if (one.version().equals(bundle.version())) {
                mustBe(bundle, one.target());
                return;
            }
        }
        List<byte[]> bases = new ArrayList<>();
        for (BundleTarget one : before.subList(0, Math.min(PATCHED, before.size()))) {
            bases.add(repository.content(one.target()));
        }
        for (Path base : wish.bases()) {
            if (Files.size(base) <= LARGEST_BASE && BundleFile.read(base).name().equals(bundle.name())) {
                bases.add(Files.readAllBytes(base));
            }
        }
        List<Pack> forms = packs.make(bundle, bases);
        String path = BundleTarget.path(bundle.name(), bundle.version());
        Map<String, Object> custom =
                BundleTarget.custom(bundle.name(), bundle.version(), counter(bundle, before, wish.counter()));
        custom.put("packs", forms.stream().map(Pack::json).toList());
        repository.metadata().file(path, bundle.octets());
        draft.add(path, bundle.octets().length, bundle.sha256().hex(), custom);
    }

    private static long counter(BundleFile bundle, List<BundleTarget> before, @Nullable Long wished)
            throws RefusedException {
        long last = before.stream().mapToLong(BundleTarget::counter).max().orElse(0);
        if (wished != null && wished <= last) {
            throw new RefusedException("the counter of " + bundle.name() + " was " + last + " already, and " + wished
                    + " would make boxes refuse it: leave out --counter, or say a higher one");
        }
        return wished == null ? last + 1 : wished;
    }

    private static void mustBe(BundleFile bundle, Target target) throws RefusedException {
        if (!target.sha256().equals(bundle.sha256().hex())) {
            throw new RefusedException(bundle.name() + " " + bundle.version()
                    + " is in the repository with another content: a version never changes; raise it and build again");
        }
    }

    private void mustBeNewOrTheSame(String path, byte[] content) throws IOException, TrustException, RefusedException {
        for (Target target : repository.targets()) {
            if (target.path().equals(path)
                    && !target.sha256().equals(Sha256.of(content).hex())) {
                throw new RefusedException(path
                        + " is in the repository with another content: a release never changes; choose another name");
            }
        }
    }
}
