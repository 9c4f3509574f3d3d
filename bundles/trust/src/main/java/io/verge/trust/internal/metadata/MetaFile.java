package io.verge.trust.internal.metadata;

import io.verge.trust.TrustException;
import io.verge.trust.TrustException.Reason;
import io.verge.trust.internal.json.JsonObject;

/**
 * What one role promises of another's document.
 *
 * @param version that it has
 * @param length octets; {@link #UNKNOWN} when nothing is promised
 * @param hashes of it; may be empty
 */
public record MetaFile(long version, long length, Hashes hashes) {
    public static final long UNKNOWN = -1;

    static MetaFile of(JsonObject json) throws TrustException {
        long length = json.has("length") ? json.number("length", 0) : UNKNOWN;
        return new MetaFile(json.number("version", 1), length, Hashes.of(json.optionalObject("hashes")));
    }

    /** Before anything of the document is looked at. */
    public void checkOctets(String role, byte[] content) throws TrustException {
        if (length != UNKNOWN && content.length != length) {
            throw new TrustException(
                    Reason.MISMATCH, role, "has " + content.length + " octets, and " + length + " were promised");
        }
        hashes.check(role, content);
    }

    public void checkVersion(Header header) throws TrustException {
        if (header.version() != version) {
            throw new TrustException(
                    Reason.MISMATCH,
                    header.role(),
                    "has version " + header.version() + ", and " + version + " was promised");
        }
    }

    /** How much of the document is fetched at most. */
    public int limit(int most) {
        return length == UNKNOWN ? most : (int) Math.min(length, most);
    }
}
