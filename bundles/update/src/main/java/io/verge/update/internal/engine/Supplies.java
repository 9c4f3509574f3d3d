package io.verge.update.internal.engine;

import io.verge.api.update.UpdateRefusedException;
import java.util.List;

/** Opens repositories. */
public interface Supplies {
    /** Those that the profile names, in their order. */
    List<String> names();

    /**
     * Opens one; nothing is fetched yet.
     *
     * @param source a name, or a URI of a scheme that is known here; empty for the first name
     * @throws UpdateRefusedException when there is no such source
     */
    Supply open(String source) throws UpdateRefusedException;
}
