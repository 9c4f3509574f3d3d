package io.verge.messages.facilities;

import io.verge.api.scene.RoadUser;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers for road users where a message has fewer than the scene: stable while a road user is spoken of, different for all in
 * one message. A number that was in use before is given to another road user only when none is left, the longest unused first.
 * Remembers as many road users as there are numbers. Safe for use by several threads.
 */
public final class ObjectIds {
    /** More than a crossing ever holds; keeps the memory small where there are many numbers. */
    private static final int MOST = 1024;

    private final int greatest;
    private final int capacity;
    /** By the road user's id, the longest unused first. Guarded by this object's lock, like the one below. */
    private final Map<Integer, Integer> numbers = new LinkedHashMap<>(16, 0.75f, true);

    private final BitSet taken = new BitSet();

    /** Gives numbers from 1 to greatest. */
    public ObjectIds(int greatest) {
        this.greatest = greatest;
        this.capacity = Math.min(greatest, MOST);
    }

    /** The number of each road user, in order; only for the first ones when there are more than numbers. */
    public synchronized List<Integer> of(List<RoadUser> roadUsers) {
        List<RoadUser> first = roadUsers.subList(0, Math.min(roadUsers.size(), capacity));
        Map<Integer, Integer> known = new HashMap<>();
        for (RoadUser user : first) {
            Integer number = numbers.get(user.id());
            if (number != null) {
                known.put(user.id(), number);
            }
        }
        List<Integer> result = new ArrayList<>(first.size());
        for (RoadUser user : first) {
            Integer number = known.get(user.id());
            result.add(number != null ? number : give(user.id(), known));
        }
        return result;
    }

    private int give(int roadUser, Map<Integer, Integer> known) {
        if (numbers.size() >= capacity) {
            forgetTheLongestUnused();
        }
        int wanted = Math.floorMod(roadUser - 1, greatest) + 1;
        int free = taken.nextClearBit(wanted);
        int number = free <= greatest ? free : taken.nextClearBit(1);
        taken.set(number);
        numbers.put(roadUser, number);
        known.put(roadUser, number);
        return number;
    }

    /** Never one of the message at hand: those were all used just now, and are not more than fit. */
    private void forgetTheLongestUnused() {
        Iterator<Integer> eldest = numbers.values().iterator();
        taken.clear(eldest.next());
        eldest.remove();
    }
}
