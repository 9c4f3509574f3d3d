package io.verge.trust.internal.client;

import io.verge.trust.MetadataSource;
import io.verge.trust.internal.metadata.Header;
import java.time.Instant;

/**
 * Whom documents are fetched from, and when.
 *
 * @param now the time that expiry is judged by
 * @param consistentSnapshot whether names of files begin with the version
 */
record Asking(MetadataSource source, Instant now, boolean consistentSnapshot) {
    /** The same, judged by a time that is not before the one at which a document was signed. */
    Asking notBefore(Header signed) {
        return new Asking(source, Header.later(now, signed.issued()), consistentSnapshot);
    }
}
