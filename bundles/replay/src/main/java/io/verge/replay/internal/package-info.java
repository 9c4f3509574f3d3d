/** The recording's time and threads, and what becomes of scenes and messages in a replay. */
@NullMarked
package io.verge.replay.internal;

import org.jspecify.annotations.NullMarked;
