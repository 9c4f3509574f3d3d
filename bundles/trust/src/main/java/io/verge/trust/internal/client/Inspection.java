package io.verge.trust.internal.client;

import io.verge.trust.Limits;
import io.verge.trust.MetadataSource;
import io.verge.trust.TrustException;
import io.verge.trust.internal.metadata.Delegation;
import io.verge.trust.internal.metadata.Metadata;
import io.verge.trust.internal.metadata.Root;
import io.verge.trust.internal.metadata.Snapshot;
import io.verge.trust.internal.metadata.Targets;
import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** Looks at a whole repository as a client would that knows its first root only, and at all that is delegated. */
public final class Inspection {
    private final MetadataStore store = new MemoryStore();
    private final Documents documents = new Documents(store, Limits.USUAL);
    private final MetadataSource source;
    private final Instant now;
    private final Set<String> seen = new HashSet<>();

    public Inspection(MetadataSource source, Instant now) {
        this.source = source;
        this.now = now;
    }

    /**
     * Looks.
     *
     * @throws TrustException when a client would refuse something now
     */
    public void run(byte[] anchor) throws IOException, TrustException {
        RootChain chain = new RootChain(anchor, store, Limits.USUAL);
        new Refresh(chain, store, Limits.USUAL).run(source, now);
        Root root = chain.trusted();
        Snapshot snapshot = kept(root, Snapshot.ROLE, Snapshot::of).metadata();
        Targets targets = kept(root, Targets.ROLE, Targets::of).metadata();
        look(targets, snapshot, new Asking(source, now, root.consistentSnapshot()));
    }

    private <T extends Metadata> Verified<T> kept(Root root, String role, Verified.Reading<T> reading) {
        return documents.kept(root.keyring(role), reading).orElseThrow();
    }

    private void look(Targets role, Snapshot snapshot, Asking asking) throws IOException, TrustException {
        for (Delegation delegation : role.delegations()) {
            if (seen.add(delegation.name())) {
                Targets delegated = documents
                        .promised(snapshot.of(delegation.name()), delegation.keyring(), Targets::of, any -> {}, asking)
                        .metadata();
                look(delegated, snapshot, asking);
            }
        }
    }
}
