package io.verge.ingest.internal.session;

import io.verge.ingest.internal.line.Message;

/**
 * A message that waits for its acknowledgement.
 *
 * @param packet its number on this connection
 * @param quality of service: 0, 1 or 2
 */
public record Arrival(int packet, int quality, Message message) {}
