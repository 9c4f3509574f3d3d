@NullMarked
package io.verge.authority.rollout.fleet;

import org.jspecify.annotations.NullMarked;
