package io.verge.trust;

import io.verge.api.disk.Disk;
import io.verge.trust.internal.client.DiskStore;
import io.verge.trust.internal.client.MetadataStore;
import io.verge.trust.internal.client.Refresh;
import io.verge.trust.internal.client.RootChain;
import io.verge.trust.internal.client.TrustedSet;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/**
 * The client of a TUF repository: comes to trust metadata in the order of the specification's §5, and keeps it in one folder. It has
 * no clock and no thread; one thread uses it.
 */
public final class TrustClient {
    private final MetadataStore store;
    private final RootChain chain;
    private final Limits limits;

    /**
     * Reads nothing yet.
     *
     * @param folder of its own, made when needed
     * @param anchor the root that the installation ships; a newer one that was kept goes before it
     */
    public TrustClient(Disk disk, Path folder, byte[] anchor, Limits limits) {
        this.store = new DiskStore(disk, folder, limits);
        this.chain = new RootChain(anchor, store, limits);
        this.limits = limits;
    }

    /**
     * What was trusted last, verified again; nobody is asked.
     *
     * @throws TrustException when the anchor is no root that has signed itself
     */
    public Trusted stored() throws TrustException {
        return TrustedSet.kept(chain, store, limits);
    }

    /**
     * Fetches what is new. Roles that were verified before one was refused stay; {@link #stored} says what that is.
     *
     * @param now by the box's clock
     * @return what is trusted now; its freshness is current
     * @throws TrustException when metadata is refused: trying again helps only when the repository changes
     * @throws IOException when the source or the disk cannot be used now: trying again may help
     */
    public Trusted refresh(MetadataSource source, Instant now) throws IOException, TrustException {
        return new Refresh(chain, store, limits).run(source, now);
    }
}
