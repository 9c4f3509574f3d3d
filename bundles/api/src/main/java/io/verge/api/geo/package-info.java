/** Where things are: WGS84, the site frame around the box, and how a sensor is mounted in it. */
@NullMarked
@Version("1.0.0")
package io.verge.api.geo;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
