package io.verge.api.observation;

import io.verge.api.time.Stamps;
import java.time.Instant;
import java.util.List;

/**
 * All that a radar or camera detected in one look; empty when it looked and saw nothing.
 *
 * @param number of the frame as the sensor counts; it may restart; −1 when the sensor does not count
 */
public record DetectionFrame(Sensor sensor, Instant sensedAt, Stamps stamps, long number, List<Detection> detections)
        implements Observation {
    public DetectionFrame {
        detections = List.copyOf(detections);
    }

    @Override
    public String device() {
        return sensor.id();
    }
}
