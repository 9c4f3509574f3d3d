/** Hostile octets on a radar's data link. */
@NullMarked
package io.verge.driver.radar.ti.internal;

import org.jspecify.annotations.NullMarked;
