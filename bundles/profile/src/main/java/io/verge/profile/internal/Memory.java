package io.verge.profile.internal;

import io.verge.profile.WaysBack;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How older versions read the profile's keys, as newer ones have said: for when those are gone. A box that cannot keep it works; only would
 * a profile in their keys have to be written again then. Not safe for several threads.
 */
final class Memory {
    private static final Logger LOG = LoggerFactory.getLogger(Memory.class);

    private final @Nullable ProfileFiles files;
    private WaysBack waysBack;

    /** @param files where it is kept; null when there is no place */
    Memory(@Nullable ProfileFiles files) {
        this.files = files;
        waysBack = read(files);
    }

    private static WaysBack read(@Nullable ProfileFiles files) {
        try {
            return files == null ? WaysBack.NONE : files.waysBack();
        } catch (IOException e) {
            LOG.warn("how older versions read the profile's keys is not known: {}", ProfileText.reason(e));
            return WaysBack.NONE;
        }
    }

    /** All that was ever said. */
    WaysBack waysBack() {
        return waysBack;
    }

    /** Remembers this as well. */
    void keep(WaysBack said) {
        WaysBack all = said.after(waysBack);
        if (!all.equals(waysBack)) {
            waysBack = all;
            try {
                if (files != null) {
                    files.keepWaysBack(all);
                }
            } catch (IOException e) {
                LOG.warn("how older versions read the profile's keys cannot be kept: {}", ProfileText.reason(e));
            }
        }
    }
}
