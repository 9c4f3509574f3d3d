/** What a signal group shows, and until when. */
@NullMarked
@Version("1.0.0")
package io.verge.api.signal;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
