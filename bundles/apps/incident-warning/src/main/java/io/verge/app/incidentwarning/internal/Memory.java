package io.verge.app.incidentwarning.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What a rule remembers of each road user, for as long as it is there. */
final class Memory<T> {
    private final Map<Integer, T> byUser = new HashMap<>();
    private final Supplier<T> nothing;

    /**
     * @param nothing what is remembered of who is new
     */
    Memory(Supplier<T> nothing) {
        this.nothing = nothing;
    }

    /** Forgets who is not there any more. Call it at each scene first. */
    void keep(RoadPicture road) {
        if (road.restarted()) {
            byUser.clear();
        } else {
            byUser.keySet().removeIf(id -> !road.has(id));
        }
    }

    void forget(Watched user) {
        byUser.remove(user.id());
    }

    T of(Watched user) {
        T known = byUser.get(user.id());
        if (known == null) {
            known = nothing.get();
            byUser.put(user.id(), known);
        }
        return known;
    }
}
