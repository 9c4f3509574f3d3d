/** Beside the twin, to put one together without a framework. */
@NullMarked
package io.verge.cloud.internal.twin;

import org.jspecify.annotations.NullMarked;
