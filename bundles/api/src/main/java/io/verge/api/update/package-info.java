/** Signed releases of this box: what an update would touch, how it goes, and how earlier ones went. */
@NullMarked
@Version("1.0.0")
package io.verge.api.update;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
