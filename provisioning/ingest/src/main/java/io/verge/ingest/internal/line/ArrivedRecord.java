package io.verge.ingest.internal.line;

import java.time.Instant;

/**
 * A record that a box has sent, perhaps not for the first time: source, store and sequence tell it from all others.
 *
 * @param store which outbox of the box numbered it: 16 hexadecimal digits
 * @param sequence 1 or more
 * @param time when the box says that it was
 * @param backlog whether it had waited at the box when the session began
 * @param body one JSON value
 */
public record ArrivedRecord(Source source, String store, long sequence, Instant time, boolean backlog, String body) {}
