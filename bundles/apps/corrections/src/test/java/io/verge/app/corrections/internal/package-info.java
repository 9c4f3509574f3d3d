/** Corrections, from their source to the road. */
@NullMarked
package io.verge.app.corrections.internal;

import org.jspecify.annotations.NullMarked;
