package io.verge.update.internal.engine;

import io.verge.api.update.UpdateWish;
import io.verge.generation.Generation;
import io.verge.generation.SetBundle;
import io.verge.transfer.Budget;
import io.verge.transfer.Fetcher;
import io.verge.transfer.Terms;
import io.verge.trust.BundleTarget;
import io.verge.trust.Counters;
import io.verge.trust.Freshness;
import io.verge.trust.Limits;
import io.verge.trust.MetadataSource;
import io.verge.trust.Release;
import io.verge.trust.TrustClient;
import io.verge.trust.TrustException;
import io.verge.trust.Trusted;
import io.verge.trust.Versions;
import io.verge.trust.Way;
import io.verge.update.internal.engine.fetch.Larder;
import io.verge.update.internal.engine.journal.Reason;
import io.verge.update.internal.engine.release.BoxModel;
import io.verge.update.internal.engine.release.Refusal;
import io.verge.update.internal.engine.release.ReleaseReader;
import io.verge.update.internal.engine.release.Wanted;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The repositories as this box sees them. One thread at a time, but for {@link #trust}. */
final class Repository {
    /** The file of a release is small; a source that takes longer for it is asked again later, so that others are not held up. */
    private static final Duration FOR_A_RELEASE = Duration.ofMinutes(2);

    private static final Freshness NEVER = new Freshness(Freshness.State.EMPTY, null, "nothing was ever refreshed");

    /** What a box without a root of trust says. */
    static final Reason NO_TRUST = new Reason(
            "no-trust",
            "this box has no root of trust, so nobody can say what may be installed",
            "put the repository's `root.json` where `trust` of the profile's section `update` says, and restart"
                    + " the agent");

    private final EngineParts parts;
    private final EngineSettings settings;
    private final Path folder;
    private final Fetcher fetcher;
    private volatile Freshness trust = NEVER;

    /** @param folder of the engine */
    Repository(EngineParts parts, Path folder, EngineSettings settings) {
        this.parts = parts;
        this.settings = settings;
        this.folder = folder;
        this.fetcher = new Fetcher(parts.disk(), parts.clock(), parts.random(), parts.rules());
    }

    /** How fresh what was refreshed last is. Any thread. */
    Freshness trust() {
        Freshness last = trust;
        @Nullable Instant until = last.until();
        return last.mayInstall() && until != null && !parts.clock().now().isBefore(until)
                ? new Freshness(
                        Freshness.State.EXPIRED,
                        until,
                        "expired at " + until + ": it is refreshed before the next update")
                : last;
    }

    Path downloads() {
        return folder.resolve("download");
    }

    Counters counters() {
        return new Counters(parts.disk(), folder.resolve("counters.json"));
    }

    private TrustClient client() throws Refusal {
        @Nullable Anchor anchor = parts.anchor();
        if (anchor == null) {
            throw new Refusal(NO_TRUST);
        }
        return new TrustClient(parts.disk(), folder.resolve("trust"), anchor.root(), Limits.USUAL);
    }

    /** Looks at what was trusted when the box ran last. */
    void look() {
        try {
            trust = client().stored().freshness(parts.clock().now(), Way.ONLINE);
        } catch (TrustException e) {
            trust = new Freshness(Freshness.State.EMPTY, null, "root.json cannot be used: " + e.getMessage());
        } catch (Refusal e) {
            trust = new Freshness(Freshness.State.EMPTY, null, e.reason().why());
        }
    }

    /** @throws IOException when the repository or the disk cannot be used now */
    Trusted refresh(MetadataSource metadata) throws IOException, Refusal {
        Instant now = parts.clock().now();
        try {
            Trusted trusted = client().refresh(metadata, now);
            trust = trusted.freshness(now, metadata.way());
            return trusted;
        } catch (TrustException e) {
            throw Refusal.of(e);
        }
    }

    /**
     * What a release was read from.
     *
     * @param way by which it came
     * @param paths of the release and its bundles
     */
    record Basis(Versions versions, Way way, List<String> paths) {
        Basis {
            paths = List.copyOf(paths);
        }

        static Basis of(Trusted trusted, Way way, Wanted wanted) {
            List<String> paths = new ArrayList<>(List.of(Release.path(wanted.release())));
            wanted.set().forEach(one -> paths.add(BundleTarget.path(one.name(), one.version())));
            return new Basis(trusted.versions(), way, paths);
        }
    }

    /** Asked for what is not kept. */
    private record Nobody(Way way) implements MetadataSource {
        @Override
        public byte[] fetch(String name, int limit) throws NoSuchFileException {
            throw new NoSuchFileException(name);
        }
    }

    /** Whether what a release was read from may still be installed: it has not expired and nothing newer is known. Nobody is asked. */
    Freshness freshness(Basis basis) throws Refusal {
        Instant now = parts.clock().now();
        try {
            Trusted kept = client().stored();
            Freshness freshness = kept.freshness(now, basis.way());
            if (!freshness.mayInstall()) {
                return freshness;
            }
            boolean isSame = kept.versions().snapshot() == basis.versions().snapshot()
                    && kept.versions().targets() == basis.versions().targets();
            for (String path : basis.paths()) {
                // A delegated role expires by itself, which only whoever looks a target up gets to know.
                isSame = isSame && kept.find(path, new Nobody(basis.way()), now).isPresent();
            }
            return isSame ? freshness : new Freshness(Freshness.State.SUPERSEDED, null, "newer metadata is known");
        } catch (TrustException e) {
            return new Freshness(Freshness.State.EXPIRED, null, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return new Freshness(Freshness.State.SUPERSEDED, null, "not all of it is here: " + e.getMessage());
        }
    }

    /** What a channel names. */
    String channel(Trusted trusted, Supply supply, String name) throws IOException, InterruptedException, Refusal {
        return reader(trusted, supply, larder()).channel(name, parts.clock().now());
    }

    Wanted read(Trusted trusted, Supply supply, Larder larder, UpdateWish wish, Generation running)
            throws IOException, InterruptedException, Refusal {
        return reader(trusted, supply, larder)
                .read(wish.release(), running.bundles(), parts.clock().now());
    }

    private ReleaseReader reader(Trusted trusted, Supply supply, Larder larder) {
        Instant now = parts.clock().now();
        Terms terms = Terms.until(now.plus(FOR_A_RELEASE))
                .reserving(settings.reserve())
                .with(budget());
        return new ReleaseReader(
                new BoxModel(settings.model(), settings.agent(), settings.groups()),
                counters(),
                trusted,
                supply.metadata(),
                (target, longest) -> larder.read(target, longest, supply.files(), terms));
    }

    Budget budget() {
        return settings.rate() == 0 ? Budget.UNLIMITED : settings::rate;
    }

    /** With all jars that the box has, whatever it has them for. */
    Larder larder() throws IOException {
        Map<String, Path> jars = new HashMap<>();
        for (Generation generation : parts.generations().list()) {
            for (SetBundle bundle : generation.bundles()) {
                jars.put(bundle.sha256(), parts.generations().store().jar(bundle.sha256()));
            }
        }
        for (LiveBundle bundle : parts.live().bundles()) {
            @Nullable Path file = bundle.file();
            if (file != null && !bundle.sha256().isEmpty()) {
                jars.putIfAbsent(bundle.sha256(), file);
            }
        }
        return new Larder(parts.disk(), downloads(), parts.generations().store(), fetcher, parts.zstd(), jars);
    }
}
