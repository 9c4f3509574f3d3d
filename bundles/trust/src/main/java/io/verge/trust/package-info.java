/** What may be installed on this box: signed metadata by The Update Framework 1.0, verified and kept. */
@NullMarked
@Version("1.0.0")
package io.verge.trust;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
