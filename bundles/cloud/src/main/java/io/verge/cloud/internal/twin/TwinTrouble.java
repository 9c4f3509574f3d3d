package io.verge.cloud.internal.twin;

import io.verge.api.status.Trouble;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What keeps the box from being what the cloud wants, the worst first. */
final class TwinTrouble {
    private TwinTrouble() {}

    /**
     * What is wrong; null when all is well.
     *
     * @param unsaved why the state could not be saved; null when it was
     */
    static @Nullable Trouble of(@Nullable String unsaved, TwinState state) {
        if (unsaved != null) {
            return new Trouble("not-stored", unsaved, "check the disk; until then nothing new is taken from the cloud");
        }
        Refusal rejected = state.rejected();
        if (rejected != null) {
            String cause = "version " + rejected.version() + " was rejected: " + rejected.why();
            return new Trouble(
                    "desired-rejected",
                    cause,
                    "correct the document and send it with a higher version; the last good one stays");
        }
        Refusal unread = state.unread();
        if (unread != null) {
            return new Trouble(
                    "desired-refused",
                    "a desired document was refused: " + unread.why(),
                    "correct what the cloud sends");
        }
        Map<String, String> refused = new TreeMap<>(state.refused());
        return refused.isEmpty()
                ? null
                : new Trouble(
                        "desired-in-part",
                        "left out: " + String.join("; ", refused.values()),
                        "correct the document and send it with a higher version");
    }
}
