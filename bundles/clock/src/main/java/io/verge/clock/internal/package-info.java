/** The system's time and threads. The only place that reads the system's clock. */
@NullMarked
package io.verge.clock.internal;

import org.jspecify.annotations.NullMarked;
