package io.verge.api.app;

import io.verge.api.announcement.Announcer;
import io.verge.api.scene.Scene;
import java.util.Map;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A V2X application: a rule that turns scenes into announcements. Registered as a service with its configuration. It has no
 * thread, no wire format and no clock but the scene's.
 */
@ConsumerType
public interface App {
    /** The name of its block in the profile, such as {@code signal-phase}. */
    String name();

    /** What the site must have for it; when something is missing the app is not run, and diagnostics says so. */
    Set<Need> needs();

    /**
     * Looks at a scene. Calls come one at a time, on the app's own thread; while one runs, newer scenes replace each other.
     *
     * @param out where announcements go
     */
    void onScene(Scene scene, Announcer out);

    /**
     * What it has counted since it was started, by name; shown beside what the agent counts of it. Called by any thread; never
     * blocks.
     */
    default Map<String, Long> counters() {
        return Map.of();
    }
}
