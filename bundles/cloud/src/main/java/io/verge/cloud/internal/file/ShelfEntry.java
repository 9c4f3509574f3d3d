package io.verge.cloud.internal.file;

import java.time.Instant;

/**
 * A file that can be asked for.
 *
 * @param modified by the clock of then
 */
public record ShelfEntry(Source source, String name, long octets, Instant modified) {}
