package io.verge.cloud.internal.session;

import io.verge.api.cloud.IdentityReport;
import io.verge.api.status.Status;
import io.verge.cloud.internal.mqtt.TlsSettings;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the session has to do with the certificate by which the broker knows the box. A service within this bundle; any thread, returns at
 * once.
 */
public interface Credentials {
    /**
     * Who the box is, and by what.
     *
     * @param box what its profile calls it
     * @param tls where its key and certificate are
     * @param renews whether it asks for certificates by itself
     */
    record Terms(String box, TlsSettings tls, boolean renews) {}

    /**
     * How the session is.
     *
     * @param connection number of the newest connection; whatever has a greater one reads the files anew
     * @param stands whether that one is a session
     * @param refusals connections since the start that ended because the broker did not take the box's certificate or rights
     */
    record Standing(long connection, boolean stands, long refusals) {}

    /** Empty while there is no session to be, and where the broker is spoken to in the clear. */
    Optional<Terms> terms();

    /** The time to judge certificates by: that of the clock, or while it is unsure the last that was sure. */
    Instant time();

    Standing standing();

    /** The files have changed: who the box is is read again, and a session that stands is made anew at once. */
    void changed();

    /**
     * What people should know of the certificate.
     *
     * @param trouble null when there is none
     * @param report null when the certificate cannot be read
     */
    void tell(@Nullable Status trouble, @Nullable IdentityReport report);
}
