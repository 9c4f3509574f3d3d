package io.verge.trust.internal.metadata;

import io.verge.trust.TrustException;

/**
 * Which snapshot is the newest.
 *
 * @param snapshot its version
 */
public record Timestamp(Header header, MetaFile snapshot) implements Metadata {
    public static final String ROLE = "timestamp";

    /** Parses, and believes nothing. */
    public static Timestamp of(Envelope document) throws TrustException {
        MetaFile snapshot = MetaFile.of(document.signed().object("meta").object("snapshot.json"));
        return new Timestamp(Header.of(document, ROLE), snapshot);
    }
}
