/** A weak network on the bench, seeded. Times are nanoseconds since the link began. */
@NullMarked
@Version("1.0.0")
package io.verge.netlab;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
