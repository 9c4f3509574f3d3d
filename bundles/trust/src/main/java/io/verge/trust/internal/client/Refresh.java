package io.verge.trust.internal.client;

import io.verge.trust.Limits;
import io.verge.trust.MetadataSource;
import io.verge.trust.TrustException;
import io.verge.trust.TrustException.Reason;
import io.verge.trust.internal.metadata.Root;
import io.verge.trust.internal.metadata.Snapshot;
import io.verge.trust.internal.metadata.Targets;
import io.verge.trust.internal.metadata.Timestamp;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One run of the client's workflow (TUF §5): root → timestamp → snapshot → targets. Each document is kept only once all checks of
 * it have passed, those against what was kept before included.
 */
public final class Refresh {
    private final RootChain chain;
    private final MetadataStore store;
    private final Limits limits;
    private final Documents documents;

    public Refresh(RootChain chain, MetadataStore store, Limits limits) {
        this.chain = chain;
        this.store = store;
        this.limits = limits;
        this.documents = new Documents(store, limits);
    }

    /**
     * Runs it.
     *
     * @param clock what the box's clock says
     */
    public TrustedSet run(MetadataSource source, Instant clock) throws IOException, TrustException {
        Root root = chain.follow(source);
        Optional<Verified<Timestamp>> before = documents.kept(root.keyring(Timestamp.ROLE), Timestamp::of);
        Asking asking = new Asking(source, clock, root.consistentSnapshot());
        if (before.isPresent()) {
            asking = asking.notBefore(before.get().metadata().header());
        }
        documents.mustBeUsable(root, asking);
        Verified<Timestamp> timestamp = timestamp(root, before, asking);
        asking = asking.notBefore(timestamp.metadata().header());
        Verified<Snapshot> snapshot = snapshot(root, timestamp.metadata(), asking);
        Verified<Targets> targets = documents.promised(
                snapshot.metadata().of(Targets.ROLE), root.keyring(Targets.ROLE), Targets::of, any -> {}, asking);
        store.forgetOthers(roles(snapshot.metadata()));
        return new TrustedSet(
                root, Optional.of(timestamp), Optional.of(snapshot), Optional.of(targets), documents, limits);
    }

    private Verified<Timestamp> timestamp(Root root, Optional<Verified<Timestamp>> before, Asking asking)
            throws IOException, TrustException {
        byte[] document = asking.source().fetch("timestamp.json", limits.metadata());
        Verified<Timestamp> fetched = Verified.of(root.keyring(Timestamp.ROLE), document, Timestamp::of, limits);
        if (before.isPresent()) {
            mustNotBeBefore(fetched.metadata(), before.get().metadata());
        }
        boolean isKnown =
                before.isPresent() && fetched.version() == before.get().version();
        Verified<Timestamp> timestamp = isKnown ? before.get() : fetched;
        documents.mustBeUsable(timestamp.metadata(), asking);
        if (!isKnown) {
            store.keep(Timestamp.ROLE, timestamp.document());
        }
        return timestamp;
    }

    private static void mustNotBeBefore(Timestamp fetched, Timestamp before) throws TrustException {
        mustNotBeBefore(
                Timestamp.ROLE, fetched.header().version(), before.header().version());
        mustNotBeBefore(
                Snapshot.ROLE, fetched.snapshot().version(), before.snapshot().version());
    }

    private static void mustNotBeBefore(String role, long version, long before) throws TrustException {
        if (version < before) {
            throw new TrustException(
                    Reason.ROLLBACK, role, "version " + version + " is offered, and " + before + " was trusted before");
        }
    }

    private Verified<Snapshot> snapshot(Root root, Timestamp timestamp, Asking asking)
            throws IOException, TrustException {
        Optional<Verified<Snapshot>> before = documents.kept(root.keyring(Snapshot.ROLE), Snapshot::of);
        return documents.promised(
                timestamp.snapshot(),
                root.keyring(Snapshot.ROLE),
                Snapshot::of,
                fetched -> {
                    if (before.isPresent()) {
                        fetched.mustNotBeBefore(before.get().metadata());
                    }
                },
                asking);
    }

    private static Set<String> roles(Snapshot snapshot) {
        return snapshot.meta().keySet().stream()
                .map(name -> name.replaceFirst("\\.json$", ""))
                .collect(Collectors.toSet());
    }
}
