@NullMarked
package io.verge.authority.rollout.plan;

import org.jspecify.annotations.NullMarked;
