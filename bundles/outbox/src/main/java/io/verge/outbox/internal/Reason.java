package io.verge.outbox.internal;

import java.util.Locale;

/** Why a record was dropped. */
enum Reason {
    EXPIRED(0),
    /** Its lane, the whole outbox, or the queue before it had no room. */
    FULL(1),
    /** A newer one of its key came. */
    REPLACED(2),
    /** Old telemetry is kept once a period only. */
    THINNED(3),
    TOO_LARGE(4),
    /** It is no record that can be kept: without a name for its stream, or of one stream too many; or the outbox has closed. */
    FAILED(5);

    static final int COUNT = 6;

    private final int number;

    Reason(int number) {
        this.number = number;
    }

    /** From 0. */
    int number() {
        return number;
    }

    /** As in reports. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
