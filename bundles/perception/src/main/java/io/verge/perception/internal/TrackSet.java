package io.verge.perception.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tracks of one moment, oldest first. Objects are reused, so that nothing is allocated once there have been enough. */
final class TrackSet {
    private Track[] items = new Track[0];
    private int size;

    /** Whom nobody follows any more, oldest first. */
    final List<Lost> lost = new ArrayList<>();

    /** What all states are at, µs since 1970. */
    long time;

    int size() {
        return size;
    }

    Track get(int index) {
        return items[index];
    }

    /** One more, with whatever a former one left in it. */
    Track add() {
        if (size == items.length) {
            Track[] more = new Track[Math.max(16, 2 * size)];
            System.arraycopy(items, 0, more, 0, size);
            for (int i = size; i < more.length; i++) {
                more[i] = new Track();
            }
            items = more;
        }
        return items[size++];
    }

    /** Takes out those that are deleted; the others keep their order. */
    void removeDeleted() {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            Track track = items[i];
            if (track.life != LifeCycle.DELETED) {
                items[i] = items[kept];
                items[kept++] = track;
            }
        }
        size = kept;
    }

    /** Takes a name from whoever goes by it: a sender is one road user. */
    void unname(@Nullable String name) {
        for (int i = 0; name != null && i < size; i++) {
            if (name.equals(items[i].selfReportId)) {
                items[i].selfReportId = null;
            }
        }
    }

    void clear() {
        size = 0;
        lost.clear();
        time = 0;
    }

    void copy(TrackSet other) {
        time = other.time;
        size = 0;
        lost.clear();
        lost.addAll(other.lost);
        for (int i = 0; i < other.size; i++) {
            add().copy(other.items[i]);
        }
    }
}
