/** Encoded messages. */
@NullMarked
@Version("1.0.0")
package io.verge.api.message;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
