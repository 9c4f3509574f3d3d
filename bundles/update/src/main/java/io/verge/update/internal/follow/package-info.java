/** What is wished for without anybody asking: the release of the profile, or that of a channel. */
@NullMarked
package io.verge.update.internal.follow;

import org.jspecify.annotations.NullMarked;
