@NullMarked
package io.verge.authority.rollout.run;

import org.jspecify.annotations.NullMarked;
