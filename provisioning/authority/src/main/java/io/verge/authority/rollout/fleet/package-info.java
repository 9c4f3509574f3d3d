/** How boxes are asked, and what they say. */
@NullMarked
package io.verge.authority.rollout.fleet;

import org.jspecify.annotations.NullMarked;
