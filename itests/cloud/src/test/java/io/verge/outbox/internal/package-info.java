/** Beside the outbox, to put one together without a framework. */
@NullMarked
package io.verge.outbox.internal;

import org.jspecify.annotations.NullMarked;
