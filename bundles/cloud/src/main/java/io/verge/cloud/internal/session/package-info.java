/** The session with the broker: one thread, one state machine. */
@NullMarked
package io.verge.cloud.internal.session;

import org.jspecify.annotations.NullMarked;
