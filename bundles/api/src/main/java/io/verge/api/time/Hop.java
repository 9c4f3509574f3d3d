package io.verge.api.time;

/** The stations of a datum between device and air, in order. */
public enum Hop {
    /** The last byte came in. */
    RECEIVED,
    /** The driver made an observation of it. */
    DECODED,
    /** The scene that it caused was published. */
    FUSED,
    /** An app announced something from that scene. */
    ANNOUNCED,
    /** The message set made octets of the announcement. */
    ENCODED,
    /** A radio has taken the octets. */
    SENT
}
