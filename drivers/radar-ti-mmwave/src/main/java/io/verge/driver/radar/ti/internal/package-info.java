/** TI mmWave radars: packets of the data link to detections, and the configuration link. */
@NullMarked
package io.verge.driver.radar.ti.internal;

import org.jspecify.annotations.NullMarked;
