package io.verge.api.observation;

import io.verge.api.message.MessageKind;
import io.verge.api.time.Stamps;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message that a radio received and the message set could read.
 *
 * @param device the radio
 * @param report what a road user says of itself; null when the message is of another kind
 */
public record ReceivedMessage(
        String device, Instant sensedAt, Stamps stamps, MessageKind kind, @Nullable SelfReport report)
        implements Observation {}
