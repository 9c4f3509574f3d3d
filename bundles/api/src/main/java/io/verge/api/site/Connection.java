package io.verge.api.site;

import org.jspecify.annotations.Nullable;

/**
 * The way from the end of one lane to the beginning of another.
 *
 * @param toLane the id of the lane it leads to
 * @param signalGroup that rules it, 1 to 255; null when none does
 */
public record Connection(int toLane, Manoeuvre manoeuvre, @Nullable Integer signalGroup) {}
