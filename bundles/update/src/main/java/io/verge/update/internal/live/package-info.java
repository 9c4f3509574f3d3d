/** The running agent as the engine of updates sees it: its bundles, how well it works, and whether the road needs it. */
@NullMarked
package io.verge.update.internal.live;

import org.jspecify.annotations.NullMarked;
