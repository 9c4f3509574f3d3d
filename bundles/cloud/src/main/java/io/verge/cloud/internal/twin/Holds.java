package io.verge.cloud.internal.twin;

import io.verge.api.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a maintainer keeps against the cloud, and for how long. Used under the lock of {@link TwinCore}. */
final class Holds {
    static final Duration LONGEST = Duration.ofDays(7);

    private static final int MOST = 100;
    private static final int LONGEST_REASON = 200;
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{1,40}(\\.[A-Za-z0-9_-]{1,40}){0,5}");

    private final TwinMemory memory;
    private final Clock clock;
    private final Audit audit;

    Holds(TwinMemory memory, Clock clock, Audit audit) {
        this.memory = memory;
        this.clock = clock;
        this.audit = audit;
    }

    /** @throws IllegalArgumentException when one of them is not as {@link io.verge.api.cloud.Twin#hold} says */
    static void check(String key, Duration time, String reason) {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("a key such as apps.collision-warning was expected");
        }
        if (Keys.OWN.contains(Keys.section(key))) {
            throw new IllegalArgumentException(Keys.section(key) + " is the box's own and needs no hold");
        }
        if (time.isNegative() || time.isZero() || time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a hold lasts longer than no time and at most 7 days");
        }
        boolean text = !reason.isBlank() && reason.chars().noneMatch(Character::isISOControl);
        if (!text || reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException(
                    "a reason of 1 to " + LONGEST_REASON + " characters in one line was expected");
        }
    }

    /** Holds a part, in the place of an earlier hold of the same. */
    void put(Map<String, ?> profile, String key, @Nullable Object value, Duration time, String reason) {
        if (!memory.isLoaded()) {
            throw new IllegalArgumentException("what is held already cannot be read: check the disk");
        }
        List<Hold> holds = new ArrayList<>(memory.state().holds());
        holds.removeIf(hold -> hold.key().equals(key));
        if (holds.size() >= MOST) {
            throw new IllegalArgumentException("there are " + MOST + " holds already: release some");
        }
        Instant now = clock.now();
        Hold hold = new Hold(key, value, now, now.plus(time), SafetyKeys.contains(profile, key), reason);
        holds.add(hold);
        holds.sort(Comparator.comparing(Hold::key)); // a part of a part after it
        memory.set(memory.state().holds(holds));
        note("hold", hold, reason);
    }

    /** Ends those of which this is true; whether there was one. */
    boolean end(Predicate<Hold> which, String why) {
        List<Hold> holds = new ArrayList<>();
        for (Hold hold : memory.state().holds()) {
            if (which.test(hold)) {
                note("release", hold, why);
            } else {
                holds.add(hold);
            }
        }
        boolean ended = holds.size() < memory.state().holds().size();
        if (ended) {
            memory.set(memory.state().holds(holds));
        }
        return ended;
    }

    boolean endOver() {
        Instant now = clock.now();
        return end(hold -> !hold.until().isAfter(now), "its time is over");
    }

    private void note(String what, Hold hold, String why) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("key", hold.key());
        details.put("until", hold.until());
        details.put("safety", hold.safety());
        details.put("why", why);
        audit.note(what, details);
    }
}
