package io.verge.cloud.internal.twin;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The state of the twin, in memory and on disk. Used under the lock of {@link TwinCore}. */
final class TwinMemory {
    private static final Logger LOG = LoggerFactory.getLogger(TwinMemory.class);

    private final TwinStore store;
    private TwinState state = TwinState.first("");
    private @Nullable TwinState saved;
    private @Nullable String trouble;
    private boolean loaded;

    TwinMemory(TwinStore store) {
        this.store = store;
    }

    /**
     * What was saved last; without that, as on a box that has never heard of a cloud. When the disk cannot be read it is like that for the
     * time being, and what may be there is not written over.
     */
    void load(String profile) {
        try {
            saved = store.load();
            loaded = true;
            trouble = null;
        } catch (IOException e) {
            fail("read from disk", e);
        }
        TwinState last = saved;
        state = last == null ? TwinState.first(profile) : last;
    }

    /** Whether it is known what was saved last. */
    boolean isLoaded() {
        return loaded;
    }

    TwinState state() {
        return state;
    }

    /** In memory; {@link #save} makes it durable. */
    void set(TwinState next) {
        state = next;
    }

    /** Whether the state is on disk now; when not, it stays in memory and the next call tries again. */
    boolean save() {
        if (!loaded) {
            return false;
        }
        if (trouble == null && state.equals(saved)) {
            return true;
        }
        try {
            store.save(state);
            saved = state;
            trouble = null;
            return true;
        } catch (IOException e) {
            fail("kept on disk", e);
            return false;
        }
    }

    /** Why the state is not on disk; null when it is. */
    @Nullable
    String trouble() {
        return trouble;
    }

    private void fail(String done, IOException e) {
        String next = "the state of the twin cannot be " + done + ": " + e;
        if (trouble == null) {
            LOG.error(next);
        }
        trouble = next;
    }
}
