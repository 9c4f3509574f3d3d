/** Contacts and relays of the cabinet at the GPIO pins of the board. */
@NullMarked
package io.verge.driver.cabinet.gpio.internal;

import org.jspecify.annotations.NullMarked;
