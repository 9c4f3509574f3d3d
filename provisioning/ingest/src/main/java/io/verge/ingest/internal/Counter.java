package io.verge.ingest.internal;

import java.util.Locale;

/** What is counted since the start. */
public enum Counter {
    /** Connections that came to stand. */
    SESSIONS,
    /** Connections that failed or ended. */
    FAILURES,
    MESSAGES,
    /** Records that were not there before. */
    RECORDS,
    /** Records that had been there. */
    DUPLICATES,
    /** Lines and messages set aside. */
    REFUSED,
    /** What a box says of itself, not as the contract has it. */
    IGNORED,
    /** Commits. */
    BATCHES,
    DATABASE_FAILURES,
    /** Messages at quality 0 that came faster than they were stored. */
    OVERRUN;

    /** As people and machines read it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
