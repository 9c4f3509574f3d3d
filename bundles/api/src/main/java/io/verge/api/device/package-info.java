/** Devices as diagnostics and the other bundles see them. */
@NullMarked
@Version("1.0.0")
package io.verge.api.device;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
