package io.verge.trust.internal.client;

import io.verge.trust.Limits;
import io.verge.trust.TrustException;
import io.verge.trust.internal.metadata.Envelope;
import io.verge.trust.internal.metadata.Keyring;
import io.verge.trust.internal.metadata.Metadata;

/** Metadata that enough of its role's keys have signed, with the document that it was read from. */
final class Verified<T extends Metadata> {
    /** Reads one role's metadata from a document. */
    interface Reading<T extends Metadata> {
        T of(Envelope document) throws TrustException;
    }

    private final T metadata;
    private final byte[] document;

    private Verified(T metadata, byte[] document) {
        this.metadata = metadata;
        this.document = document;
    }

    /** The signatures are checked before anything else of what is signed is looked at. */
    static <T extends Metadata> Verified<T> of(Keyring keyring, byte[] document, Reading<T> reading, Limits limits)
            throws TrustException {
        Envelope envelope = Envelope.parse(keyring.role(), document, limits);
        keyring.check(envelope);
        return new Verified<>(reading.of(envelope), document);
    }

    long version() {
        return metadata.header().version();
    }

    T metadata() {
        return metadata;
    }

    /** Not to be changed. */
    byte[] document() {
        return document;
    }
}
