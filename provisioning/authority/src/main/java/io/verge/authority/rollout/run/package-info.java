/** What has become of a roll-out so far, and what is to be done next. Pure. */
@NullMarked
package io.verge.authority.rollout.run;

import org.jspecify.annotations.NullMarked;
