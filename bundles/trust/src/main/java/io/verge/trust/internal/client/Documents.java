package io.verge.trust.internal.client;

import io.verge.trust.Limits;
import io.verge.trust.TrustException;
import io.verge.trust.TrustException.Reason;
import io.verge.trust.internal.metadata.Keyring;
import io.verge.trust.internal.metadata.MetaFile;
import io.verge.trust.internal.metadata.Metadata;
import java.io.IOException;
import java.util.Optional;

/** Documents of roles: those that are kept, and those that are fetched, verified and then kept. */
final class Documents {
    /** What a role's metadata must be beside signed, as promised, and not expired. */
    interface Check<T extends Metadata> {
        void of(T metadata) throws TrustException;
    }

    private final MetadataStore store;
    private final Limits limits;

    Documents(MetadataStore store, Limits limits) {
        this.store = store;
        this.limits = limits;
    }

    /** What is kept, verified again: a damaged file, or one by keys that were rotated since, does not count. */
    <T extends Metadata> Optional<Verified<T>> kept(Keyring keyring, Verified.Reading<T> reading) {
        Optional<byte[]> document = store.read(keyring.role());
        if (document.isPresent()) {
            try {
                return Optional.of(Verified.of(keyring, document.get(), reading, limits));
            } catch (TrustException e) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The document that another role has promised: the one that is kept if it is that, else fetched and kept. */
    <T extends Metadata> Verified<T> promised(
            MetaFile promise, Keyring keyring, Verified.Reading<T> reading, Check<T> check, Asking asking)
            throws IOException, TrustException {
        Optional<Verified<T>> kept = kept(keyring, reading).filter(one -> isAsPromised(promise, one));
        Verified<T> document = kept.isPresent()
                ? kept.get()
                : Verified.of(keyring, fetch(promise, keyring.role(), asking), reading, limits);
        promise.checkVersion(document.metadata().header());
        check.of(document.metadata());
        mustBeUsable(document.metadata(), asking);
        if (kept.isEmpty()) {
            store.keep(keyring.role(), document.document());
        }
        return document;
    }

    void mustBeUsable(Metadata metadata, Asking asking) throws TrustException {
        metadata.header().mustBeUsable(asking.now(), asking.source().way(), limits.grace());
    }

    static boolean isAsPromised(MetaFile promise, Verified<?> document) {
        try {
            promise.checkVersion(document.metadata().header());
            promise.checkOctets(document.metadata().header().role(), document.document());
            return true;
        } catch (TrustException e) {
            return false;
        }
    }

    private byte[] fetch(MetaFile promise, String role, Asking asking) throws IOException, TrustException {
        if (promise.length() > limits.metadata()) {
            throw new TrustException(
                    Reason.TOO_MUCH,
                    role,
                    "has " + promise.length() + " octets, and " + limits.metadata() + " are taken");
        }
        String prefix = asking.consistentSnapshot() ? promise.version() + "." : "";
        byte[] document = asking.source().fetch(prefix + role + ".json", promise.limit(limits.metadata()));
        promise.checkOctets(role, document);
        return document;
    }
}
