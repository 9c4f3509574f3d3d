/** The uplink, the twin and the commands, as seen from the box. */
@NullMarked
@Version("1.2.0")
package io.verge.api.cloud;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
