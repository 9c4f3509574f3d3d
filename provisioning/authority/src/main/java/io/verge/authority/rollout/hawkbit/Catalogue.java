package io.verge.authority.rollout.hawkbit;

import io.verge.authority.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Things in hawkBit that are known by what is said of them: found again by that, or made. Who dies between the two calls finds next time
 * what he made. One thread.
 */
final class Catalogue {
    private final Management management;

    Catalogue(Management management) {
        this.management = management;
    }

    /**
     * Finds one.
     *
     * @param kind such as {@code softwaremodules}
     * @param marks members with their values, which only one has; in neither is anything but letters, digits, '.', '-', '_' and '/'
     */
    Optional<JsonObject> find(String kind, Map<String, String> marks) throws IOException {
        List<String> terms = marks.entrySet().stream()
                .map(mark -> mark.getKey() + "==" + mark.getValue())
                .toList();
        List<JsonObject> found = new ArrayList<>();
        management.each(kind, "q=" + String.join(";", terms), thing -> {
            // Its search knows no upper case, and finds what was deleted.
            if (!thing.flag("deleted") && has(thing, marks)) {
                found.add(thing);
            }
            return found.isEmpty();
        });
        return found.stream().findFirst();
    }

    /** Whether a thing has these marks. */
    static boolean has(JsonObject thing, Map<String, String> marks) throws IOException {
        for (Map.Entry<String, String> mark : marks.entrySet()) {
            if (!thing.text(mark.getKey(), "").equals(mark.getValue())) {
                return false;
            }
        }
        return true;
    }

    /**
     * Finds one, and makes it when it is not there.
     *
     * @param letter what it is made of
     */
    JsonObject make(String kind, Map<String, String> marks, Map<String, Object> letter) throws IOException {
        Optional<JsonObject> there = find(kind, marks);
        if (there.isPresent()) {
            return there.get();
        }
        try {
            JsonObject unused = management.post(kind, List.of(letter));
        } catch (ManagementException e) {
            if (!e.isConflict()) {
                throw e;
            }
        }
        return find(kind, marks)
                .orElseThrow(() -> new IOException("hawkBit makes no " + kind + " with " + marks
                        + ": it has one that was deleted or is called so; look there"));
    }
}
