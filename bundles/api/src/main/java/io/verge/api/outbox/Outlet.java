package io.verge.api.outbox;

import java.util.Collection;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The far end of the outbox: what waits, in the order in which it should go. For one user, the uplink; called by one thread, which may
 * wait for the disk.
 */
@ProviderType
public interface Outlet {
    /**
     * The next records: by lane, what came in this session before what had waited, and within a stream by sequence. They are not given
     * again until {@link #giveBack}. What has expired is dropped on the way.
     *
     * @param records at most so many, 1 or more
     * @param octets of content at most, 1 or more; the first record is given whatever its size
     * @return empty when nothing waits
     */
    List<StoredRecord> take(int records, int octets);

    /**
     * As {@link #take}, but only what came in this session, so that it need not wait for what had waited in a higher lane.
     *
     * @return empty when nothing of it waits
     */
    List<StoredRecord> takeLive(int records, int octets);

    /** These have arrived and need not be kept. Unknown ones are passed over. Removed with the next commit. */
    void confirm(Collection<StoredRecord> arrived);

    /**
     * These have arrived, though they may not be in this process's mind any more: what a consumer acknowledges after a restart.
     *
     * @param store of which outbox; another than this one's is passed over
     * @param first first sequence
     * @param last last sequence, inclusive, not below the first
     */
    void confirm(String store, Lane lane, String stream, long first, long last);

    /** A session has ended, or another begins: what was taken and is not confirmed is to be given again, as backlog. */
    void giveBack();

    /** Calls this whenever something comes that can be taken; any thread, returns at once. One bell: another takes its place. */
    void ring(Runnable bell);
}
