package io.verge.watchdog.internal;

/**
 * What one look at the way of the data has shown.
 *
 * @param alive whether the data pass, or it is known why they do not
 * @param words what passed since the look before, or what is stuck; one line of ASCII
 */
record Health(boolean alive, String words) {}
