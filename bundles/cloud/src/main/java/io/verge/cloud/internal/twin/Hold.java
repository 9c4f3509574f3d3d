package io.verge.cloud.internal.twin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A part of the profile that a maintainer keeps as it is against the cloud.
 *
 * @param key of a section, a block or something in it
 * @param value what is kept; null when it is kept absent
 * @param safety whether it stands until its end even when the cloud is back; if not, the cloud wins as soon as it is heard again
 * @param reason in words
 */
record Hold(String key, @Nullable Object value, Instant since, Instant until, boolean safety, String reason) {}
