package io.verge.cloud.internal.session;

/**
 * Where the session is.
 *
 * <pre>
 *  WAITING ──due──▶ CONNECTING ──CONNACK──▶ SUBSCRIBING ──SUBACK──▶ ONLINE
 *     ▲                  │                       │                    │
 *     └── refused, lost, deadline ───────────────┴── lost, silent ────┘
 *
 *  any ──close──▶ LEAVING ──said good-bye, or 1 s──▶ CLOSED
 *  any ──other configuration──▶ WAITING
 * </pre>
 */
enum Phase {
    /** No connection; there is a time for the next try. */
    WAITING,
    /** From the dial to CONNACK, against one deadline. */
    CONNECTING,
    /** From SUBSCRIBE to SUBACK, against the same deadline once more. */
    SUBSCRIBING,
    ONLINE,
    /** The last message is on its way. */
    LEAVING,
    CLOSED
}
