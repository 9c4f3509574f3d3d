package io.verge.api.log;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The last lines of all logs, kept in memory. Safe for use by several threads. */
@ProviderType
public interface Logs {
    /**
     * The newest lines that came after one that is known, oldest first.
     *
     * @param after the number of the last line known; −1 for none
     * @param limit how many at most
     */
    List<LogLine> since(long after, int limit);
}
