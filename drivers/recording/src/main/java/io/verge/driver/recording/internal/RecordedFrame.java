package io.verge.driver.recording.internal;

import io.verge.api.observation.Detection;
import io.verge.api.observation.Sensor;
import java.time.Instant;
import java.util.List;

/**
 * One line of a recording behind its header.
 *
 * @param arrival when the box had it
 * @param time when the sensor saw it
 */
record RecordedFrame(Instant arrival, Instant time, Sensor sensor, List<Detection> detections) {}
