/** Hostile jars. */
@NullMarked
package io.verge.update.internal;

import org.jspecify.annotations.NullMarked;
