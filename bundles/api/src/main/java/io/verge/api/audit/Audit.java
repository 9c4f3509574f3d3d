package io.verge.api.audit;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The trail of all writes. A service; any thread. */
@ProviderType
public interface Audit {
    /**
     * Notes that somebody has changed something, or tried to. Never blocks and never throws: what finds no room is counted, and the
     * count is an entry; a disk that takes nothing is said by {@link #report}.
     *
     * @param act what was done
     */
    void note(Act act);

    /**
     * The last entries that outlive a power cut, the newest first.
     *
     * @param most at least 1; no more than the last 200 are given
     */
    List<AuditEntry> last(int most);

    /** How the trail is. Never blocks. */
    AuditReport report();

    /** Reads the whole trail and computes it again, which takes up to some seconds; then as {@link #report}. */
    AuditReport verify();
}
