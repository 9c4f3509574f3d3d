@NullMarked
package io.verge.authority.rollout.hawkbit;

import org.jspecify.annotations.NullMarked;
