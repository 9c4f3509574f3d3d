/** What the signals show, and the map. */
@NullMarked
package io.verge.app.signalphase.internal;

import org.jspecify.annotations.NullMarked;
