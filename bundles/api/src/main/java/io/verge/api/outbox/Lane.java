package io.verge.api.outbox;

/** How urgent and how precious a record is; the first goes first. */
public enum Lane {
    /** Safety events and the audit trail: durable before the producer goes on. */
    CRITICAL,
    EVENT,
    /** Only the newest of each key counts. */
    STATE,
    /** Thinned out when old. */
    TELEMETRY,
    BULK
}
