package io.verge.authority;

import io.verge.api.disk.LocalDisk;
import io.verge.api.disk.Sha256;
import io.verge.testkit.FaultyDisk;
import io.verge.transfer.Download;
import io.verge.transfer.jar.CanonicalJar;
import io.verge.transfer.jar.JarRules;
import io.verge.transfer.pack.Artefact;
import io.verge.transfer.pack.Base;
import io.verge.transfer.pack.Form;
import io.verge.transfer.pack.Packing;
import io.verge.transfer.pack.Unpacker;
import io.verge.transfer.pack.Zstd;
import io.verge.transfer.source.FolderSource;
import io.verge.trust.BundleTarget;
import io.verge.trust.Limits;
import io.verge.trust.MetadataSource;
import io.verge.trust.Pack;
import io.verge.trust.Release;
import io.verge.trust.Target;
import io.verge.trust.TrustClient;
import io.verge.trust.TrustException;
import io.verge.trust.Trusted;
import io.verge.trust.Way;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A box that has nothing but the root that it was given at the factory, and asks a published repository by the agent's own libraries. */
final class TestBox {
    private final TrustClient client;
    private final MetadataSource metadata;
    private final FolderSource files;
    private final Path store;
    private final Optional<Zstd> zstd;

    /**
     * @param store for jars
     * @param hasZstd whether its processor has the native library
     */
    TestBox(Path root, Path repository, Path store, boolean hasZstd) throws IOException {
        client = new TrustClient(
                new FaultyDisk(new Random(1)), Path.of("/trust"), Files.readAllBytes(root), Limits.USUAL);
        metadata = new io.verge.trust.FolderSource(new LocalDisk(), repository.resolve("metadata"), Way.ONLINE);
        files = new FolderSource(repository.resolve("targets"));
        this.store = Files.createDirectories(store);
        zstd = hasZstd ? Zstd.load(store) : Optional.empty();
    }

    Trusted refresh(Instant now) throws IOException, TrustException {
        return client.refresh(metadata, now);
    }

    Optional<Target> find(String path, Instant now) throws IOException, TrustException {
        return refresh(now).find(path, metadata, now);
    }

    byte[] content(Target target) throws IOException, TrustException {
        try (InputStream in = files.range(target.location(), 0, target.length())) {
            byte[] content = in.readAllBytes();
            target.check(content.length, Sha256.of(content).hex());
            return content;
        }
    }

    Release release(String name, Instant now) throws IOException, TrustException {
        return Release.read(name, content(find(Release.path(name), now).orElseThrow()));
    }

    BundleTarget bundle(String name, String version, Instant now) throws IOException, TrustException {
        return BundleTarget.of(find(BundleTarget.path(name, version), now).orElseThrow());
    }

    /** Fetches a bundle in the shortest form that it can use, checks it as the engine does, and keeps it. */
    Form install(BundleTarget bundle) throws Exception {
        Form best = Form.best(forms(bundle), this::has, zstd::isPresent).orElseThrow();
        Download download = best.download();
        Path jar = store.resolve(bundle.target().sha256() + ".jar");
        try (InputStream in = files.range(download.path(), 0, download.length())) {
            byte[] packed = in.readAllBytes();
            if (!Sha256.of(packed).equals(download.sha256())) {
                throw new IOException("what was fetched is not what was signed");
            }
            Artefact artefact = new Artefact(
                    bundle.target().length(), new Sha256(bundle.target().sha256()));
            new Unpacker(new LocalDisk(), () -> zstd)
                    .unpack(best.packing(), new ByteArrayInputStream(packed), base(best), artefact, jar);
        }
        try (InputStream in = Files.newInputStream(jar)) {
            var unused = CanonicalJar.check(in, JarRules.STRICT);
        }
        return best;
    }

    private @Nullable Base base(Form form) {
        Sha256 sha256 = form.base();
        return sha256 == null ? null : new Base(store.resolve(sha256 + ".jar"), sha256);
    }

    private boolean has(Sha256 jar) {
        return Files.exists(store.resolve(jar + ".jar"));
    }

    private static List<Form> forms(BundleTarget bundle) {
        List<Form> forms = new ArrayList<>();
        for (Pack pack : bundle.packs()) {
            Sha256 base = pack.base().isEmpty() ? null : new Sha256(pack.base());
            forms.add(new Form(
                    Packing.of(pack.packing()).orElseThrow(),
                    base,
                    new Download(
                            pack.path(),
                            pack.length(),
                            new Sha256(pack.sha256()),
                            pack.pieceLength(),
                            pack.pieces().stream().map(Sha256::new).toList())));
        }
        return forms;
    }
}
