/** GNSS receivers: NMEA 0183 sentences to positions of the box. */
@NullMarked
package io.verge.driver.gnss.nmea.internal;

import org.jspecify.annotations.NullMarked;
