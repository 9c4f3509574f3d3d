/** Tests of the watchdog. */
@NullMarked
package io.verge.watchdog.internal;

import org.jspecify.annotations.NullMarked;
