package io.verge.mqtt;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message that waits for its acknowledgement. Nothing of it is checked.
 *
 * @param packet its number on this connection
 * @param quality of service: 0, 1 or 2
 * @param content not copied; nobody changes it
 * @param retained it was there before this session asked for it
 * @param expiry what is left of the time in which it is of use; null when it says none
 * @param properties user properties; of one that is given twice the last
 */
@SuppressWarnings("ArrayRecordComponent") // a message is compared with none
public record Arrival(
        int packet,
        int quality,
        String topic,
        byte[] content,
        boolean retained,
        @Nullable Duration expiry,
        Map<String, String> properties) {}
