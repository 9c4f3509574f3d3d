package io.verge.perception.internal;

import io.verge.api.observation.DetectionFrame;
import java.util.ArrayList;
import java.util.List;

/**
 * The last frames and what the tracks were before some of them, so that a frame that comes late can be put where it belongs and the
 * rest computed again. Bounded in time and number; track sets are reused.
 */
final class History {
    /** At most one snapshot in so much time, µs: fewer mean less memory, more mean less to compute again. */
    private static final long APART = 50_000;

    private static final int MOST_SNAPSHOTS = 24;
    private static final int MOST_FRAMES = 256;

    /**
     * A frame in order.
     *
     * @param time when sensed, µs since 1970
     * @param number in order of arrival
     */
    record Entry(long time, long number, DetectionFrame frame) {
        boolean before(long otherTime, long otherNumber) {
            return time < otherTime || (time == otherTime && number < otherNumber);
        }
    }

    private static final class Snapshot {
        private final TrackSet tracks = new TrackSet();

        /** The first frame that was not yet in it. */
        private long time;

        private long number;
    }

    private final long rewind;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Snapshot> snapshots = new ArrayList<>();
    private final List<Snapshot> spare = new ArrayList<>();

    History(long rewind) {
        this.rewind = rewind;
    }

    void clear() {
        entries.clear();
        spare.addAll(snapshots);
        snapshots.clear();
    }

    /** The time of the newest frame, or the least long when there is none. */
    long newest() {
        return entries.isEmpty() ? Long.MIN_VALUE : entries.get(entries.size() - 1).time;
    }

    /** Whether a frame of this time can still be put in its place. */
    boolean reaches(long time) {
        return entries.isEmpty() || (time >= newest() - rewind && (time >= newest() || before(time) >= 0));
    }

    /** Whether a frame of this time and device is here already. */
    boolean holds(long time, String device) {
        for (int i = entries.size() - 1; i >= 0 && entries.get(i).time >= time; i--) {
            if (entries.get(i).time == time && entries.get(i).frame.device().equals(device)) {
                return true;
            }
        }
        return false;
    }

    /** Puts a frame in its place; returns the index of it. */
    int insert(Entry entry) {
        int at = entries.size();
        while (at > 0 && entry.before(entries.get(at - 1).time, entries.get(at - 1).number)) {
            at--;
        }
        entries.add(at, entry);
        return at;
    }

    int size() {
        return entries.size();
    }

    Entry get(int index) {
        return entries.get(index);
    }

    /** Keeps what the tracks are before this frame, when the last time is long enough ago. */
    void keep(TrackSet tracks, Entry before) {
        boolean crowded = entries.size() > MOST_FRAMES;
        if (!crowded && !snapshots.isEmpty() && before.time - snapshots.get(snapshots.size() - 1).time < APART) {
            return;
        }
        Snapshot snapshot = spare.isEmpty() ? new Snapshot() : spare.remove(spare.size() - 1);
        snapshot.tracks.copy(tracks);
        snapshot.time = before.time;
        snapshot.number = before.number;
        snapshots.add(snapshot);
    }

    /**
     * Sets the tracks back to the last snapshot before a frame and drops the later ones.
     *
     * @return the index of the first frame to compute again
     */
    int restore(TrackSet tracks, Entry late) {
        int found = before(late.time);
        while (snapshots.size() > found + 1) {
            spare.add(snapshots.remove(snapshots.size() - 1));
        }
        Snapshot snapshot = snapshots.get(found);
        tracks.copy(snapshot.tracks);
        if (late.before(snapshot.time, snapshot.number)) {
            snapshot.time = late.time;
            snapshot.number = late.number;
        }
        int first = 0;
        while (entries.get(first).before(snapshot.time, snapshot.number)) {
            first++;
        }
        return first;
    }

    /** Drops what no late frame can need any more. */
    void forget() {
        while (snapshots.size() > 1
                && (snapshots.get(1).time <= newest() - rewind
                        || snapshots.size() > MOST_SNAPSHOTS
                        || entries.size() > MOST_FRAMES)) {
            spare.add(snapshots.remove(0));
            Snapshot oldest = snapshots.get(0);
            while (entries.get(0).before(oldest.time, oldest.number)) {
                entries.remove(0);
            }
        }
    }

    /** The last snapshot whose frames are all sensed at or before a time; −1 when there is none. */
    private int before(long time) {
        int index = snapshots.size() - 1;
        while (index >= 0 && snapshots.get(index).tracks.time > time) {
            index--;
        }
        return index;
    }
}
