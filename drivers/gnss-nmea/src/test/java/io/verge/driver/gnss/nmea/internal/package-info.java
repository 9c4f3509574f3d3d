/** Tests of the GNSS receiver driver. */
@NullMarked
package io.verge.driver.gnss.nmea.internal;

import org.jspecify.annotations.NullMarked;
