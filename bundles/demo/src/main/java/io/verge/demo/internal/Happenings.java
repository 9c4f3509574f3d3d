package io.verge.demo.internal;

import io.verge.api.scene.RoadEvent;
import io.verge.api.scene.RoadUser;
import io.verge.api.scene.Scene;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The events that scenes have had: numbers them as they come, and keeps the last in words. Used by one thread at a time. */
final class Happenings {
    /** So many of the last are told. */
    static final int TOLD = 3;
    /** So many are known again; a scene holds no more. */
    private static final int KNOWN = 256;

    private final Map<String, String> lines = new LinkedHashMap<>();
    private long count;

    /** Takes what is new in a scene. */
    synchronized void see(Scene scene) {
        for (RoadEvent event : scene.events()) {
            if (!lines.containsKey(event.id())) {
                count++;
                lines.put(event.id(), "#" + count + " " + words(event, scene));
                if (lines.size() > KNOWN) {
                    lines.remove(lines.keySet().iterator().next());
                }
            }
        }
    }

    /** How many there have been. */
    synchronized long count() {
        return count;
    }

    /** The last, the newest first. */
    synchronized List<String> last() {
        List<String> all = new ArrayList<>(lines.values());
        List<String> last = new ArrayList<>(TOLD);
        for (int i = all.size() - 1; i >= 0 && last.size() < TOLD; i--) {
            last.add(all.get(i));
        }
        return last;
    }

    private static String words(RoadEvent event, Scene scene) {
        String who = event.roadUsers().stream().map(id -> name(id, scene)).collect(Collectors.joining(" × "));
        String lanes = event.lanes().isEmpty()
                ? ""
                : " lane " + event.lanes().stream().map(String::valueOf).collect(Collectors.joining(", "));
        String when = event.expected() == null ? "" : when(event.expected(), scene.time());
        return event.kind() + (who.isEmpty() ? lanes : " " + who) + when;
    }

    private static String name(int id, Scene scene) {
        for (RoadUser user : scene.roadUsers()) {
            if (user.id() == id) {
                return user.type().name().toLowerCase(Locale.ROOT) + " " + id;
            }
        }
        return "someone " + id;
    }

    private static String when(Instant expected, Instant now) {
        double seconds = Duration.between(now, expected).toMillis() / 1000.0;
        return seconds > 0 ? String.format(Locale.ROOT, " in %.1f s", seconds) : "";
    }
}
