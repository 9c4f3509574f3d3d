/** Signals and maps announced from scenes. */
@NullMarked
package io.verge.app.signalphase.internal;

import org.jspecify.annotations.NullMarked;
