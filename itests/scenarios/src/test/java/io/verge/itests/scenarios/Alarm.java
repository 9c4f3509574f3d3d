package io.verge.itests.scenarios;

import io.verge.api.scene.RoadEvent;
import java.util.Set;

/**
 * An event that an app has announced, said for the first time or again.
 *
 * @param millis the world's time
 * @param bodies who is really in it
 */
record Alarm(String app, long millis, boolean begins, RoadEvent event, Set<Integer> bodies) {}
