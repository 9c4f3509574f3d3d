package io.verge.update.internal.supply;

import io.verge.api.update.UpdateRefusedException;
import io.verge.update.internal.engine.Supply;
import java.net.URI;

/** Opens repositories of one scheme, such as {@code https}. Any thread. */
@FunctionalInterface
public interface SupplyMaker {
    /**
     * Opens one; nothing is fetched yet.
     *
     * @param uri of the maker's scheme
     * @throws UpdateRefusedException when it cannot be one; it says why
     */
    Supply open(URI uri) throws UpdateRefusedException;
}
