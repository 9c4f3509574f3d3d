package io.verge.trust.internal.client;

import io.verge.trust.Limits;
import io.verge.trust.MetadataSource;
import io.verge.trust.TrustException;
import io.verge.trust.TrustException.Reason;
import io.verge.trust.internal.metadata.Envelope;
import io.verge.trust.internal.metadata.Root;
import io.verge.trust.internal.metadata.Snapshot;
import io.verge.trust.internal.metadata.Timestamp;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/** From the root that the installation ships to the newest, each signed by enough keys of the one before and of itself (TUF §5.3). */
public final class RootChain {
    private final byte[] anchor;
    private final MetadataStore store;
    private final Limits limits;

    /** @param anchor the root that the installation ships */
    public RootChain(byte[] anchor, MetadataStore store, Limits limits) {
        this.anchor = anchor.clone();
        this.store = store;
        this.limits = limits;
    }

    /** The newest of the one that was kept and the one that was shipped; what was kept and is damaged does not count. */
    public Root trusted() throws TrustException {
        Root shipped = own(anchor);
        Optional<byte[]> kept = store.read(Root.ROLE);
        if (kept.isPresent()) {
            try {
                Root root = own(kept.get());
                return root.header().version() > shipped.header().version() ? root : shipped;
            } catch (TrustException e) {
                return shipped;
            }
        }
        return shipped;
    }

    /** Follows the chain as far as the source has it; each root is kept as soon as it is verified. */
    public Root follow(MetadataSource source) throws IOException, TrustException {
        Root root = trusted();
        for (int rotations = 0; ; rotations++) {
            long next = root.header().version() + 1;
            Optional<byte[]> document = fetch(source, next);
            if (document.isEmpty()) {
                return root;
            }
            if (rotations == limits.rotations()) {
                throw new TrustException(
                        Reason.TOO_MUCH,
                        Root.ROLE,
                        "was rotated more than " + rotations + " times since version " + (next - rotations - 1));
            }
            root = accept(root, document.get(), next);
        }
    }

    private Root accept(Root before, byte[] document, long version) throws IOException, TrustException {
        before.keyring(Root.ROLE).check(Envelope.parse(Root.ROLE, document, limits));
        Root root = own(document);
        if (root.header().version() != version) {
            throw new TrustException(
                    Reason.ROLLBACK,
                    Root.ROLE,
                    "has version " + root.header().version() + " as the one after "
                            + before.header().version());
        }
        store.keep(Root.ROLE, document);
        if (root.revokes(Timestamp.ROLE, before) || root.revokes(Snapshot.ROLE, before)) {
            // Whoever had the old keys may have signed with a version so high that no honest one could follow.
            store.forget(Timestamp.ROLE);
            store.forget(Snapshot.ROLE);
        }
        return root;
    }

    private Root own(byte[] document) throws TrustException {
        Envelope envelope = Envelope.parse(Root.ROLE, document, limits);
        Root root = Root.of(envelope);
        root.keyring(Root.ROLE).check(envelope);
        return root;
    }

    private Optional<byte[]> fetch(MetadataSource source, long version) throws IOException {
        try {
            return Optional.of(source.fetch(version + ".root.json", limits.metadata()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
