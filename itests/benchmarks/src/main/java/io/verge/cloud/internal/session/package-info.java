/** Beside the session, whose back-off a fleet of simulated boxes uses. */
@NullMarked
package io.verge.cloud.internal.session;

import org.jspecify.annotations.NullMarked;
