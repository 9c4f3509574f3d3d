package io.verge.authority.serve;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Requests that wait: box by box in turn, as fast as the rates allow. What was sent is paid for afterwards, so that an answer is never
 * cut by a rate. What has expired is dropped. Pure; one thread.
 */
final class Desk {
    private static final int OF_ONE_BOX = 4;
    private static final int IN_ALL = 4_000;
    private static final double NANOS = 1e9;
    private static final Duration LONGEST = Duration.ofMillis(500);

    private final long boxRate;
    private final long rate;
    private final Map<String, Deque<Request>> waiting = new LinkedHashMap<>();
    private final Map<String, Instant> paid = new HashMap<>();
    private Instant allPaid = Instant.MIN;
    private int count;
    private long expired;

    /**
     * @param boxRate octets a second to one box
     * @param rate octets a second in all
     */
    Desk(long boxRate, long rate) {
        this.boxRate = boxRate;
        this.rate = rate;
    }

    /** Takes one in; false when there are too many. */
    boolean offer(Request request) {
        Deque<Request> ofBox = waiting.computeIfAbsent(request.box(), box -> new ArrayDeque<>());
        if (ofBox.size() >= OF_ONE_BOX || count >= IN_ALL) {
            return false;
        }
        ofBox.add(request);
        count++;
        return true;
    }

    /** The next that may be answered now; its box is the last in the row then. */
    Optional<Request> next(Instant now) {
        if (now.isBefore(allPaid)) {
            return Optional.empty();
        }
        Iterator<Map.Entry<String, Deque<Request>>> boxes = waiting.entrySet().iterator();
        while (boxes.hasNext()) {
            Map.Entry<String, Deque<Request>> box = boxes.next();
            drop(box.getValue(), now);
            if (box.getValue().isEmpty()) {
                boxes.remove();
            } else if (!now.isBefore(paid.getOrDefault(box.getKey(), Instant.MIN))) {
                Request next = box.getValue().remove();
                count--;
                boxes.remove();
                if (!box.getValue().isEmpty()) {
                    waiting.put(box.getKey(), box.getValue());
                }
                return Optional.of(next);
            }
        }
        return Optional.empty();
    }

    private void drop(Deque<Request> requests, Instant now) {
        while (!requests.isEmpty() && now.isAfter(requests.element().expires())) {
            requests.remove();
            count--;
            expired++;
        }
    }

    /** So much was sent to a box. */
    void sent(String box, long octets, Instant now) {
        allPaid = later(allPaid, now, octets, rate);
        paid.values().removeIf(until -> until.isBefore(now));
        paid.put(box, later(paid.getOrDefault(box, Instant.MIN), now, octets, boxRate));
    }

    private static Instant later(Instant paid, Instant now, long octets, long rate) {
        Instant from = paid.isAfter(now) ? paid : now;
        return from.plusNanos((long) (octets * NANOS / rate));
    }

    /** For how long nothing can be sent, at most half a second. */
    Duration pause(Instant now) {
        Instant first = now.plus(LONGEST);
        for (String box : waiting.keySet()) {
            Instant until = paid.getOrDefault(box, Instant.MIN);
            first = until.isBefore(first) ? until : first;
        }
        Instant due = first.isBefore(allPaid) ? allPaid : first;
        Duration pause = Duration.between(now, due.isAfter(now.plus(LONGEST)) ? now.plus(LONGEST) : due);
        return pause.isNegative() ? Duration.ZERO : pause;
    }

    /** Requests that were dropped because their time was over. */
    long expired() {
        return expired;
    }
}
