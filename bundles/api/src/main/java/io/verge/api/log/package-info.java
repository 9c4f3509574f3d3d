/** The last lines of the agent's log. */
@NullMarked
@Version("1.0.0")
package io.verge.api.log;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
