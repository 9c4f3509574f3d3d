/** The trail as files, which can be verified without the box. */
@NullMarked
@Version("1.0.0")
package io.verge.audit;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
