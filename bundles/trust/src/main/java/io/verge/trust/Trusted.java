package io.verge.trust;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** What was trusted at one time; later refreshes do not change it. For one thread. */
@ProviderType
public interface Trusted {
    Versions versions();

    /**
     * Whether what {@link #find} finds may be installed. The time that counts is not before the one at which the newest timestamp was
     * signed, so that a clock that went back to 1970 does not make old metadata fresh.
     *
     * @param now by the box's clock
     * @param way by which this metadata came
     */
    Freshness freshness(Instant now, Way way);

    /** The permissions to go back, signed by the top-level targets role. */
    List<Downgrade> downgrades();

    /**
     * Looks a target up, through delegations whose paths cover it, in their order.
     *
     * @param path such as {@code releases/2026.12.1.json}
     * @param source asked for delegated metadata that is not stored yet; it is stored once it is verified
     * @return empty when nobody who may has signed such a target
     * @throws TrustException when metadata on the way is refused; nothing is found then
     * @throws IOException when the source or the disk cannot be used now
     */
    Optional<Target> find(String path, MetadataSource source, Instant now) throws IOException, TrustException;
}
