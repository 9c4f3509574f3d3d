package io.verge.driver.cabinet.gpio.internal;

import java.time.Duration;

/**
 * An input.
 *
 * @param pin as the board counts
 * @param activeLow whether low level means that what it stands for is the case
 * @param debounce how long it must stay before it counts
 */
record Contact(String name, int pin, boolean activeLow, Duration debounce) {}
