package io.verge.trust.internal.metadata;

/** What a role says. */
public sealed interface Metadata permits Root, Timestamp, Snapshot, Targets {
    Header header();
}
