/** The way to boxes through a hawkBit server, by its management interface (REST v1). */
@NullMarked
package io.verge.authority.rollout.hawkbit;

import org.jspecify.annotations.NullMarked;
