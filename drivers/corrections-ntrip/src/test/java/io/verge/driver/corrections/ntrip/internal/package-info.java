/** Corrections, from the octets of a caster to observations. */
@NullMarked
package io.verge.driver.corrections.ntrip.internal;

import org.jspecify.annotations.NullMarked;
