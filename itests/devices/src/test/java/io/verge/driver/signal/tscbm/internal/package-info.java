/** Hostile datagrams of a signal controller. */
@NullMarked
package io.verge.driver.signal.tscbm.internal;

import org.jspecify.annotations.NullMarked;
