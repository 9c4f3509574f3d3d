package io.verge.authority.rollout.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which boxes may not be updated together: those at one place of a corridor, those at the next place along it, and those that the list
 * names. If one of two such boxes fails, the other still covers the road between them.
 */
public final class Neighbours {
    private final Map<String, Set<String>> of = new HashMap<>();

    /** Of all boxes, also of those that are not updated: places between two boxes keep them apart. */
    public Neighbours(Collection<Box> boxes) {
        Map<String, TreeMap<Double, List<String>>> corridors = new TreeMap<>();
        for (Box box : boxes) {
            for (Box.Place place : box.places()) {
                corridors
                        .computeIfAbsent(box.tenant() + "/" + place.corridor(), name -> new TreeMap<>())
                        .computeIfAbsent(place.position(), position -> new ArrayList<>())
                        .add(box.name());
            }
            box.neighbours().forEach(other -> join(box.name(), other));
        }
        corridors.values().forEach(places -> along(places.values()));
    }

    private void along(Collection<List<String>> places) {
        List<String> before = List.of();
        for (List<String> here : places) {
            for (String box : here) {
                here.forEach(other -> join(box, other));
                before.forEach(other -> join(box, other));
            }
            before = here;
        }
    }

    private void join(String one, String other) {
        if (!one.equals(other)) {
            of.computeIfAbsent(one, name -> new TreeSet<>()).add(other);
            of.computeIfAbsent(other, name -> new TreeSet<>()).add(one);
        }
    }

    /** Names of the neighbours of a box. */
    public Set<String> of(Box box) {
        return of.getOrDefault(box.name(), Set.of());
    }

    /** Whether two boxes may not be updated together. */
    public boolean are(Box one, Box other) {
        return of(one).contains(other.name());
    }
}
