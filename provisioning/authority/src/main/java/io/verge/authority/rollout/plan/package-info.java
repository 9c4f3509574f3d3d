/** Which boxes are updated together, and in which order. Pure. */
@NullMarked
package io.verge.authority.rollout.plan;

import org.jspecify.annotations.NullMarked;
