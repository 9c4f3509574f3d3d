package io.verge.trust.internal.metadata;

import io.verge.trust.TrustException;
import io.verge.trust.TrustException.Reason;
import io.verge.trust.Way;
import io.verge.trust.internal.json.JsonObject;
import java.time.Duration;
import java.time.Instant;

/**
 * What all roles have.
 *
 * @param role whose
 * @param version from 1
 * @param expires when it may no longer be used
 * @param offlineUntil the same for what was carried to the box; not before {@code expires}, and the same for a root
 * @param issued when it was signed, as the signer says; the epoch when it does not
 */
public record Header(String role, long version, Instant expires, Instant offlineUntil, Instant issued) {
    /** @param type that the document must say it is */
    static Header of(Envelope document, String type) throws TrustException {
        JsonObject signed = document.signed();
        if (!signed.text("_type").equals(type)) {
            throw signed.refused("_type", "must be " + type);
        }
        if (!signed.text("spec_version").matches("1\\.\\d{1,4}(\\.\\d{1,4})?")) {
            throw signed.refused("spec_version", "must be 1.x: this agent knows no other");
        }
        Instant expires = signed.time("expires");
        JsonObject custom = signed.optionalObject("custom");
        return new Header(
                document.role(),
                signed.number("version", 1),
                expires,
                type.equals(Root.ROLE) ? expires : later(expires, offlineUntil(custom, expires)),
                custom.optionalTime("issued").orElse(Instant.EPOCH));
    }

    private static Instant offlineUntil(JsonObject custom, Instant otherwise) throws TrustException {
        return custom.optionalTime("offlineUntil").orElse(otherwise);
    }

    /**
     * When it may no longer be used.
     *
     * @param grace how long after its expiry at most, for what was carried
     */
    public Instant usableUntil(Way way, Duration grace) {
        Instant latest = expires.plus(grace);
        return way == Way.ONLINE ? expires : offlineUntil.isAfter(latest) ? latest : offlineUntil;
    }

    public void mustBeUsable(Instant now, Way way, Duration grace) throws TrustException {
        Instant until = usableUntil(way, grace);
        if (!now.isBefore(until)) {
            throw new TrustException(
                    Reason.EXPIRED,
                    role,
                    "version " + version + " expired at " + until + "; publish it anew, or check the clock, which says "
                            + now);
        }
    }

    public static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
