package io.verge.outbox.internal;

import java.util.Locale;

/** Why a record was dropped. */
enum Reason {
    EXPIRED,
    /** Its lane, the whole outbox, or the queue before it had no room. */
    FULL,
    /** A newer one of its key came. */
    REPLACED,
    /** Old telemetry is kept once a period only. */
    THINNED,
    TOO_LARGE,
    /** It is no record that can be kept: without a name for its stream, or of one stream too many; or the outbox has closed. */
    FAILED;

    /** As in reports. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
