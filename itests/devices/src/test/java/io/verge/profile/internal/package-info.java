/** Hostile descriptions of components. */
@NullMarked
package io.verge.profile.internal;

import org.jspecify.annotations.NullMarked;
