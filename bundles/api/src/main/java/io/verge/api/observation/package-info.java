/** What one device saw or said at one instant. */
@NullMarked
@Version("1.0.0")
package io.verge.api.observation;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
