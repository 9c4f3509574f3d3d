package io.verge.cloud.internal.twin;

import io.verge.api.cloud.TwinReport.Key;
import io.verge.api.cloud.TwinReport.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What became of each part that the cloud wishes or a maintainer holds. */
final class KeyReports {
    private static final String STAYS = "the box's own; it is not taken from the cloud";

    private KeyReports() {}

    /** By key, in order. The later of these has the last word: in force, left out, on probation, refused, held. */
    static List<Key> of(TwinState state) {
        SortedMap<String, Key> keys = new TreeMap<>();
        Wish good = state.good();
        if (good != null) {
            for (String key : Keys.of(good.profile()).keySet()) {
                boolean own = Keys.OWN.contains(Keys.section(key));
                put(keys, key, good.version(), own ? Outcome.OVERRIDDEN : Outcome.OK, own ? STAYS : null);
            }
            state.refused().forEach((key, why) -> put(keys, key, good.version(), Outcome.REJECTED, why));
        }
        Trial trial = state.trial();
        if (trial != null) {
            Set<String> changed = trial.changed();
            changed.forEach(key -> put(keys, key, trial.wish().version(), Outcome.PENDING, "on probation"));
        }
        Refusal rejected = state.rejected();
        if (rejected != null) {
            rejected.keys().forEach((key, why) -> put(keys, key, rejected.version(), Outcome.REJECTED, why));
        }
        state.holds().forEach(hold -> held(keys, hold, good));
        return new ArrayList<>(keys.values());
    }

    private static void held(SortedMap<String, Key> keys, Hold hold, @Nullable Wish good) {
        long version = good == null ? 0 : good.version();
        String why = hold.safety() ? hold.reason() : hold.reason() + " (at most until the cloud is heard again)";
        keys.put(hold.key(), new Key(hold.key(), version, Outcome.OVERRIDDEN, why, hold.until()));
        for (Map.Entry<String, Key> entry : keys.entrySet()) {
            boolean inside = Keys.within(entry.getKey(), hold.key());
            if (inside || Keys.within(hold.key(), entry.getKey())) {
                Key key = entry.getValue();
                String whose = entry.getKey().equals(hold.key()) ? why : hold.key() + " is held: " + why;
                entry.setValue(new Key(key.key(), key.desired(), Outcome.OVERRIDDEN, whose, hold.until()));
            }
        }
    }

    private static void put(
            SortedMap<String, Key> keys, String key, long version, Outcome outcome, @Nullable String why) {
        keys.put(key, new Key(key, version, outcome, why, null));
    }
}
