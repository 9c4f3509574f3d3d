package io.verge.trust.internal.client;

import io.verge.trust.Downgrade;
import io.verge.trust.Freshness;
import io.verge.trust.Freshness.State;
import io.verge.trust.Limits;
import io.verge.trust.MetadataSource;
import io.verge.trust.Target;
import io.verge.trust.TrustException;
import io.verge.trust.TrustException.Reason;
import io.verge.trust.Trusted;
import io.verge.trust.Versions;
import io.verge.trust.Way;
import io.verge.trust.internal.metadata.Header;
import io.verge.trust.internal.metadata.MetaFile;
import io.verge.trust.internal.metadata.Metadata;
import io.verge.trust.internal.metadata.Root;
import io.verge.trust.internal.metadata.Snapshot;
import io.verge.trust.internal.metadata.Targets;
import io.verge.trust.internal.metadata.Timestamp;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A root and what is trusted by it. After an interrupted refresh the parts may be of different age: it says so. */
public final class TrustedSet implements Trusted {
    private final Root root;
    private final Optional<Verified<Timestamp>> timestamp;
    private final Optional<Verified<Snapshot>> snapshot;
    private final Optional<Verified<Targets>> targets;
    private final Documents documents;
    private final Limits limits;

    TrustedSet(
            Root root,
            Optional<Verified<Timestamp>> timestamp,
            Optional<Verified<Snapshot>> snapshot,
            Optional<Verified<Targets>> targets,
            Documents documents,
            Limits limits) {
        this.root = root;
        this.timestamp = timestamp;
        this.snapshot = snapshot;
        this.targets = targets;
        this.documents = documents;
        this.limits = limits;
    }

    /** What is kept, without asking anybody. */
    public static TrustedSet kept(RootChain chain, MetadataStore store, Limits limits) throws TrustException {
        Root root = chain.trusted();
        Documents documents = new Documents(store, limits);
        return new TrustedSet(
                root,
                documents.kept(root.keyring(Timestamp.ROLE), Timestamp::of),
                documents.kept(root.keyring(Snapshot.ROLE), Snapshot::of),
                documents.kept(root.keyring(Targets.ROLE), Targets::of),
                documents,
                limits);
    }

    @Override
    public Versions versions() {
        return new Versions(root.header().version(), version(timestamp), version(snapshot), version(targets));
    }

    private static long version(Optional<? extends Verified<?>> role) {
        return role.map(Verified::version).orElse(0L);
    }

    @Override
    public Freshness freshness(Instant now, Way way) {
        if (targets.isEmpty()) {
            return new Freshness(State.EMPTY, null, "no metadata was ever fetched: refresh");
        }
        if (!isWhole()) {
            return new Freshness(State.SUPERSEDED, null, "newer metadata is known, and not all of it is here: refresh");
        }
        Header first = headers()
                .min(Comparator.comparing(one -> one.usableUntil(way, limits.grace())))
                .orElseThrow();
        Instant until = first.usableUntil(way, limits.grace());
        return judged(now).isBefore(until)
                ? new Freshness(State.CURRENT, until, first.role() + " is the first to expire, at " + until)
                : new Freshness(State.EXPIRED, until, first.role() + " expired at " + until + ": refresh");
    }

    /** Whether the newest timestamp leads to these targets. */
    private boolean isWhole() {
        if (timestamp.isEmpty() || snapshot.isEmpty() || targets.isEmpty()) {
            return false;
        }
        MetaFile promised = snapshot.get().metadata().meta().get(Targets.ROLE + ".json");
        return promised != null
                && Documents.isAsPromised(timestamp.get().metadata().snapshot(), snapshot.get())
                && Documents.isAsPromised(promised, targets.get());
    }

    private Stream<Header> headers() {
        return Stream.concat(
                        Stream.of(root),
                        Stream.of(timestamp, snapshot, targets)
                                .flatMap(Optional::stream)
                                .map(Verified::metadata))
                .map(Metadata::header);
    }

    private Instant judged(Instant now) {
        return timestamp
                .map(one -> Header.later(now, one.metadata().header().issued()))
                .orElse(now);
    }

    @Override
    public List<Downgrade> downgrades() {
        return targets.map(one -> one.metadata().downgrades()).orElse(List.of());
    }

    @Override
    public Optional<Target> find(String path, MetadataSource source, Instant now) throws IOException, TrustException {
        if (targets.isEmpty()) {
            throw new TrustException(Reason.ABSENT, Targets.ROLE, "was never fetched: refresh");
        }
        Asking asking = new Asking(source, judged(now), root.consistentSnapshot());
        return new DelegationWalk(documents, snapshot.map(Verified::metadata), asking, limits)
                .find(path, targets.get().metadata());
    }
}
