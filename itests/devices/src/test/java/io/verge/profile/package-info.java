/** Hostile profiles. */
@NullMarked
package io.verge.profile;

import org.jspecify.annotations.NullMarked;
