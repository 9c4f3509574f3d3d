package io.verge.update.internal.live;

/**
 * How many frames a second a device gives.
 *
 * @param now over the last seconds
 * @param margin what one frame more in them would make: where they begin and end is chance
 * @param quiet what it gives in its quiet times: in each of the last ten minutes that quarter of a minute counts in which it gave least, less
 *     a frame, and of these the one that is worse than three quarters of them; until there are any, {@code now} less the margin
 */
record Rate(double now, double margin, double quiet) {}
