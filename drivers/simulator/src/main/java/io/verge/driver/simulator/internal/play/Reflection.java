package io.verge.driver.simulator.internal.play;

/**
 * A point that a radar measured, in its own axes: metres right, forward and up.
 *
 * @param doppler radial speed, m/s, positive when receding
 * @param snr dB
 */
record Reflection(double x, double y, double z, double doppler, double snr) {}
