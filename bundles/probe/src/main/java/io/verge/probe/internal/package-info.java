/** One driver alone. */
@NullMarked
package io.verge.probe.internal;

import org.jspecify.annotations.NullMarked;
