/** Hostile octets of a source of corrections. */
@NullMarked
package io.verge.driver.corrections.ntrip.internal;

import org.jspecify.annotations.NullMarked;
