/** Hostile datagrams of a radio. */
@NullMarked
package io.verge.driver.radio.rsu41.internal;

import org.jspecify.annotations.NullMarked;
