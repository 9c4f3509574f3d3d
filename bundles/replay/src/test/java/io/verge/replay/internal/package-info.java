/** Tests of the replay. */
@NullMarked
package io.verge.replay.internal;

import org.jspecify.annotations.NullMarked;
