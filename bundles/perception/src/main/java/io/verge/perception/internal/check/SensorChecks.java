package io.verge.perception.internal.check;

import io.verge.api.observation.DetectionFrame;
import io.verge.api.road.SensorKind;
import io.verge.api.status.Trouble;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The checks of all sensors. Mutable, one thread. Times in µs since 1970. */
public final class SensorChecks {
    /** A crossing has ten. */
    private static final int MOST_SENSORS = 64;

    private static final String NOTHING = "";

    private final Map<String, SensorCheck> checks = new TreeMap<>();
    private final Map<String, String> told = new TreeMap<>();

    /** Takes in a frame, once, in order of arrival. Self reports are no sensors. */
    public void frame(DetectionFrame frame, long sensedAt) {
        SensorCheck check = checks.get(frame.sensor().id());
        if (check != null) {
            check.frame(frame, sensedAt);
        } else if (frame.sensor().kind() != SensorKind.SELF_REPORT && checks.size() < MOST_SENSORS) {
            checks.put(frame.sensor().id(), new SensorCheck(frame, sensedAt));
        }
    }

    /** Where a sensor saw somebody, and where and how fast that one was thought to be before: m, m/s. */
    public void compare(
            String sensor, double seenEast, double seenNorth, double east, double north, double ve, double vn) {
        SensorCheck check = checks.get(sensor);
        if (check != null) {
            check.compare(seenEast, seenNorth, east, north, ve, vn);
        }
    }

    /** What is wrong with a sensor now; null when nothing is known to be. */
    public @Nullable Trouble trouble(String sensor, long now) {
        SensorCheck check = checks.get(sensor);
        return check == null ? null : check.trouble(now);
    }

    /** Tells each trouble once when it begins, and null when it has ended. */
    public void tell(long now, BiConsumer<String, @Nullable Trouble> listener) {
        checks.forEach((sensor, check) -> {
            Trouble trouble = check.trouble(now);
            String code = trouble == null ? NOTHING : trouble.code();
            String before = told.put(sensor, code);
            if (!code.equals(before == null ? NOTHING : before)) {
                listener.accept(sensor, trouble);
            }
        });
    }

    /** Forgets all, as after the clock was set back. */
    public void clear() {
        checks.clear();
        told.clear();
    }
}
