package io.verge.driver.recording.internal;

import io.verge.api.geo.Wgs84;
import io.verge.api.observation.Sensor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The first line of a recording: which sensors saw it, and around which origin.
 *
 * @param origin of the site frame in which sensors and objects are placed
 * @param sensors by id, in the order of the header
 */
record RecordingHeader(Wgs84 origin, Map<String, Sensor> sensors) {
    static final String FORMAT = "verge-recording/1";

    RecordingHeader {
        sensors = Collections.unmodifiableMap(new LinkedHashMap<>(sensors));
    }
}
