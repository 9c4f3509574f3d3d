/** What the box wants the road to know, free of any region's message format. */
@NullMarked
@Version("1.0.0")
package io.verge.api.announcement;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
