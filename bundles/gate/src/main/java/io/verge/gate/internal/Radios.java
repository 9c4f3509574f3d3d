package io.verge.gate.internal;

import io.verge.api.air.Radio;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The radios that are there now, by id. They come and go on any thread. */
final class Radios {
    private volatile List<Entry> entries = List.of();

    /** A radio and its id, which is asked for once. */
    record Entry(String id, Radio radio) {}

    synchronized void add(Radio radio) {
        List<Entry> more = new ArrayList<>(entries);
        more.add(new Entry(radio.id(), radio));
        more.sort(Comparator.comparing(Entry::id));
        entries = List.copyOf(more);
    }

    synchronized void remove(Radio radio) {
        entries = entries.stream().filter(entry -> entry.radio != radio).toList();
    }

    List<Entry> now() {
        return entries;
    }
}
