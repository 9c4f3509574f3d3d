package io.verge.app.signalpriority.internal;

import java.time.Instant;
import java.util.Set;

/** Where greens are asked for. Never blocks; touched by the app's thread. */
interface GreenDesk {
    /** What the controller said. */
    enum Outcome {
        /** Nothing yet. */
        PENDING,
        ACCEPTED,
        /** It has refused or was not reached, time and again. */
        FAILED
    }

    /** These groups are wanted now, and no others: asks for the new, asks again for the old, takes back the rest. */
    void want(Set<Integer> groups, Instant now);

    /** Of a group that is wanted; PENDING of others. */
    Outcome outcome(int group);
}
