package io.verge.api.time;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** How long a datum takes from hop to hop. Safe for use by several threads; recording does not block or allocate. */
@ProviderType
public interface Latency {
    /** The whole way, from the last byte received to the radio. */
    String TOTAL = "total";

    /**
     * Counts one passage.
     *
     * @param hop the lower-case name of the {@link Hop} that was reached, or {@link #TOTAL}
     * @param nanos since the hop before; negative is taken as 0
     */
    void record(String hop, long nanos);

    /** All hops passed so far, in the order of the way; the total last. */
    List<LatencyReport> reports();
}
