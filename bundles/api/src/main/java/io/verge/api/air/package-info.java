/** From announcements to the air: message sets, the gate and the radios. */
@NullMarked
@Version("1.0.0")
package io.verge.api.air;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
