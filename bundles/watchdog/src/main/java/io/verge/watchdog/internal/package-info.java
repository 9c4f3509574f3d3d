/** Tells who supervises the process whether the data still pass. */
@NullMarked
package io.verge.watchdog.internal;

import org.jspecify.annotations.NullMarked;
