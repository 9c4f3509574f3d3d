package io.verge.api.time;

/**
 * How long one hop took since the agent was started, in nanoseconds.
 *
 * @param hop the lower-case name of the {@link Hop} that was reached, or {@link Latency#TOTAL}
 */
public record LatencyReport(String hop, long count, long p50Nanos, long p99Nanos, long maxNanos) {}
