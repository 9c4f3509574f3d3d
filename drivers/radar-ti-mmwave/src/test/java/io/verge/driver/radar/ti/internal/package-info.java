/** Tests of the TI mmWave radar driver. */
@NullMarked
package io.verge.driver.radar.ti.internal;

import org.jspecify.annotations.NullMarked;
