/** Hostile octets of a positioning receiver. */
@NullMarked
package io.verge.driver.gnss.nmea.internal;

import org.jspecify.annotations.NullMarked;
