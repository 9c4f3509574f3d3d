/** How a part of the box is: what, since when, why, and what to do about it. */
@NullMarked
@Version("1.0.0")
package io.verge.api.status;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
