package io.verge.watchdog.internal;

import java.io.IOException;
import java.util.List;

/** Who has started this process and waits for word of it. */
interface Supervisor {
    /**
     * Gives word, and returns when it has arrived.
     *
     * @param word assignments as in sd_notify(3), such as {@code READY=1}
     * @throws IOException when it did not arrive; it says why
     */
    void tell(List<String> word) throws IOException, InterruptedException;
}
