@NullMarked
package io.verge.authority.rollout;

import org.jspecify.annotations.NullMarked;
