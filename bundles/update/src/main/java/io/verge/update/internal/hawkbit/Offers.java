package io.verge.update.internal.hawkbit;

import io.verge.transfer.hawkbit.Offer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a hawkBit server has offered since the start of the agent: wishes outlive a restart, the links to their files do not. The newest few
 * are kept; a server wants one at a time. Any thread.
 */
public final class Offers {
    private static final int MOST = 8;

    private final Map<String, Offer> offers = new LinkedHashMap<>();

    /** What was offered for an action last; empty when nothing was since the start. */
    public synchronized Optional<Offer> of(String action) {
        return Optional.ofNullable(offers.get(action));
    }

    synchronized void keep(Offer offer) {
        offers.remove(offer.action());
        if (offers.size() >= MOST) {
            offers.remove(offers.keySet().iterator().next());
        }
        offers.put(offer.action(), offer);
    }
}
