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

    TwinMemory(TwinStore store) {
        this.store = store;
    }

    /** What was saved last; without that, as on a box that has never heard of a cloud. */
    void load(String profile) {
        TwinState loaded = null;
        try {
            loaded = store.load();
        } catch (IOException e) {
            fail(e);
        }
        saved = loaded;
        state = loaded == null ? TwinState.first(profile) : loaded;
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
        if (trouble == null && state.equals(saved)) {
            return true;
        }
        try {
            store.save(state);
            saved = state;
            trouble = null;
            return true;
        } catch (IOException e) {
            fail(e);
            return false;
        }
    }

    /** Why the state is not on disk; null when it is. */
    @Nullable
    String trouble() {
        return trouble;
    }

    private void fail(IOException e) {
        if (trouble == null) {
            LOG.error("what the cloud wants cannot be kept on disk: {}", e.toString());
        }
        trouble = "the state of the twin cannot be kept on disk: " + e;
    }
}
