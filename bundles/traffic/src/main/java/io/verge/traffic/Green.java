package io.verge.traffic;

import java.time.Instant;

/**
 * A green of a signal group, running or to come.
 *
 * @param from when it begins; in the past when it runs
 * @param until when it ends
 * @param confidence that it is so, 0 to 1
 */
public record Green(Instant from, Instant until, double confidence) {}
