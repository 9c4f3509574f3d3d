package io.verge.cloud.internal.twin;

import java.util.Locale;
import java.util.Map;

/**
 * Which parts of the profile keep people from harm, so that whoever stands at the cabinet has the last word for a time: everything of a
 * signal controller ({@code devices.<signal>.*}), the power of a radio, and whether an app runs ({@code apps.*}).
 */
final class SafetyKeys {
    private static final String SIGNAL = "signal-";
    private static final String RADIO = "radio-";
    private static final String POWER = "power";
    private static final String ENABLED = "enabled";
    /** Parts of a key that name a device or an app. */
    private static final int BLOCK = 2;

    private SafetyKeys() {}

    /**
     * Whether a key is, contains or is within such a part.
     *
     * @param profile which says what driver a device has
     */
    static boolean contains(Map<String, ?> profile, String key) {
        String[] parts = key.split("\\.", -1);
        return switch (parts[0]) {
            case Keys.APPS -> parts.length <= BLOCK || parts[parts.length - 1].equals(ENABLED);
            case Keys.DEVICES -> parts.length < BLOCK ? anyDevice(profile) : device(profile, parts);
            default -> false;
        };
    }

    private static boolean anyDevice(Map<String, ?> profile) {
        return profile.get(Keys.DEVICES) instanceof Map<?, ?> devices
                && devices.keySet().stream().map(name -> driver(profile, name)).anyMatch(SafetyKeys::safetyDriver);
    }

    private static boolean device(Map<String, ?> profile, String[] parts) {
        String driver = driver(profile, parts[1]);
        if (driver.startsWith(RADIO)) {
            return parts.length == BLOCK
                    || parts[BLOCK].toLowerCase(Locale.ROOT).contains(POWER);
        }
        return driver.startsWith(SIGNAL);
    }

    private static boolean safetyDriver(String driver) {
        return driver.startsWith(SIGNAL) || driver.startsWith(RADIO);
    }

    private static String driver(Map<String, ?> profile, Object device) {
        return String.valueOf(Keys.get(profile, Keys.DEVICES + "." + device + ".driver"));
    }
}
