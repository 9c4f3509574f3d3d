/** The last check before air. */
@NullMarked
package io.verge.gate.internal;

import org.jspecify.annotations.NullMarked;
