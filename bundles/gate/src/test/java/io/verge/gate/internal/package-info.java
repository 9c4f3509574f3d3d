/** What passes the gate and what does not. */
@NullMarked
package io.verge.gate.internal;

import org.jspecify.annotations.NullMarked;
