/** Incidents on the road: what happened, and whom to warn. */
@NullMarked
package io.verge.app.incidentwarning.internal;

import org.jspecify.annotations.NullMarked;
