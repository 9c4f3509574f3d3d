package io.verge.api.observation;

import io.verge.api.time.Stamps;
import java.time.Instant;

/** What one device saw or said at one instant. Immutable. */
public sealed interface Observation
        permits DetectionFrame, SignalFrame, PositionFix, ContactChange, ReceivedMessage, CorrectionsReceived {
    /** The name of the device's block in the profile, or of the sensor in the recording. */
    String device();

    /** When it was true, on the box's clock. */
    Instant sensedAt();

    /** When the last byte came in, and what followed. */
    Stamps stamps();
}
