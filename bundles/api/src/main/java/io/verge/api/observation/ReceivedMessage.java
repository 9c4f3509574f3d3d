package io.verge.api.observation;

import io.verge.api.message.MessageKind;
import io.verge.api.time.Stamps;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message that a radio received and the message set could read.
 *
 * @param device the radio
 * @param content what it says; null when the box makes no use of messages of this kind
 */
public record ReceivedMessage(
        String device, Instant sensedAt, Stamps stamps, MessageKind kind, @Nullable MessageContent content)
        implements Observation {
    /** What a road user says of itself; null when the message is of another kind. */
    public @Nullable SelfReport report() {
        return content instanceof SelfReport report ? report : null;
    }

    /** What a road user asks of the signals; null when the message is of another kind. */
    public @Nullable PriorityRequest priorityRequest() {
        return content instanceof PriorityRequest request ? request : null;
    }
}
