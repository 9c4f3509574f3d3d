/** Time as the box knows it, and the threads its stages run on. Nothing else reads the system clock. */
@NullMarked
@Version("1.0.0")
package io.verge.api.time;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
