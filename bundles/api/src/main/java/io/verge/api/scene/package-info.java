/** The fused picture of the site. */
@NullMarked
@Version("1.0.0")
package io.verge.api.scene;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
