package io.verge.transfer;

/**
 * What a fetch has cost.
 *
 * @param missing octets that were not on the disk at its start
 * @param received octets that the source gave; more than {@link #missing} by what came in vain
 * @param failures of the source
 * @param corrupt pieces that had to be asked for again
 */
public record Receipt(long missing, long received, int failures, int corrupt) {}
