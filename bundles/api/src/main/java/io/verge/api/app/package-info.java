/** V2X applications: rules that turn scenes into announcements. */
@NullMarked
@Version("1.0.0")
package io.verge.api.app;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
