/** The command {@code verge-provision rollout}. */
@NullMarked
package io.verge.authority.rollout;

import org.jspecify.annotations.NullMarked;
