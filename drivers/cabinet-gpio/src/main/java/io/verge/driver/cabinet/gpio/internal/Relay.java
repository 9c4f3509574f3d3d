package io.verge.driver.cabinet.gpio.internal;

/**
 * An output.
 *
 * @param pin as the board counts
 * @param activeLow whether low level switches it on
 * @param on whether it is on while the driver runs; without the driver it is off
 */
record Relay(String name, int pin, boolean activeLow, boolean on) {}
