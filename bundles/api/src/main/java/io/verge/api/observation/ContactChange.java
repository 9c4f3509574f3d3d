package io.verge.api.observation;

import io.verge.api.time.Stamps;
import java.time.Instant;

/**
 * A contact of the cabinet has changed, or was read for the first time.
 *
 * @param contact its name, such as {@code door}
 * @param active whether what it stands for is the case: the door is open, the mains have failed
 */
public record ContactChange(String device, Instant sensedAt, Stamps stamps, String contact, boolean active)
        implements Observation {}
