/** What every driver shares: transports, the connection loop with back-off and staleness, counters, status. */
@NullMarked
@Version("1.0.0")
package io.verge.device;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
