package io.verge.trust;

/**
 * What is trusted, for status and the twin: versions from 1, 0 for what is not there.
 *
 * @param root of the root
 * @param timestamp of the timestamp
 * @param snapshot of the snapshot
 * @param targets of the top-level targets
 */
public record Versions(long root, long timestamp, long snapshot, long targets) {}
