package io.verge.authority.identity;

import java.time.Duration;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyPurposeId;

/** What a certificate of the authority is for, and so how long it lasts at most and what its key may do. */
public enum Purpose {
    /** A box: client of the broker, server of its own doors. */
    BOX(Duration.ofDays(365), Duration.ofDays(825), KeyPurposeId.id_kp_clientAuth, KeyPurposeId.id_kp_serverAuth),
    /** A box from the factory that nobody has enrolled yet: may ask for its identity, and nothing else. */
    CLAIM(Duration.ofDays(3), Duration.ofDays(7), KeyPurposeId.id_kp_clientAuth),
    /** A person of the field staff, for some hours or days. */
    STAFF(Duration.ofHours(12), Duration.ofDays(7), KeyPurposeId.id_kp_clientAuth),
    /** A service beside the broker: the broker itself, a web server, a consumer of records. */
    SERVICE(Duration.ofDays(365), Duration.ofDays(825), KeyPurposeId.id_kp_clientAuth, KeyPurposeId.id_kp_serverAuth);

    private final Duration usual;
    private final Duration longest;
    private final List<KeyPurposeId> uses;

    Purpose(Duration usual, Duration longest, KeyPurposeId... uses) {
        this.usual = usual;
        this.longest = longest;
        this.uses = List.of(uses);
    }

    /** When nobody says how long. */
    public Duration usual() {
        return usual;
    }

    /** Longer than this none is made. */
    public Duration longest() {
        return longest;
    }

    KeyPurposeId[] uses() {
        return uses.toArray(KeyPurposeId[]::new);
    }
}
